import { isKnownUnit, parameterOf, qualityOf } from './measures.ts';
import { type Quality, seriesKey, type WaterPoint, type WaterSeries, type WaterStation } from './model.ts';
import { type WaterFinding, type WaterPlace, type WaterRule, waterFinding } from './rules.ts';
import { readTime } from './times.ts';

/** A value as it stands in a file, before it is held to anything. */
export interface RawPoint {
  readonly time: string;
  /** Empty where there is none. */
  readonly value: string;
  readonly quality: string;
  readonly censored: WaterPoint['censored'];
  readonly remark: string | null;
  readonly place: WaterPlace;
  /** Where its time stands, if apart from the value. */
  readonly timePlace?: WaterPlace;
}

/** What a series is of; `definition` is the address of the property, where the file gives one beside its name. */
export interface SeriesHead {
  readonly station: WaterStation;
  readonly property: string;
  readonly definition?: string;
  readonly unit: string;
  readonly interpolation: string | null;
}

/** What a file of water data holds. Series are given also where something is wrong; `findings` says what may be taken in. */
export interface WaterReading {
  readonly format: 'waterml-2' | 'csv' | 'sensorthings' | null;
  readonly series: readonly WaterSeries[];
  readonly findings: readonly WaterFinding[];
}

export const POINT_LIMIT = 1_000_000;

/** Findings of one kind that are told one by one; more of them are counted in the last. */
const TOLD = 20;

/** Holds points to the rules that are the same in every format, and keeps them by series. */
export class Gatherer {
  readonly #series = new Map<
    string,
    { head: Omit<WaterSeries, 'points'>; points: WaterPoint[]; seen: Map<string, number | null> }
  >();
  readonly #findings: WaterFinding[] = [];
  readonly #told = new Map<string, number>();
  readonly #datums = new Map<string, string | null>();
  readonly #units = new Map<string, string>();

  say(rule: WaterRule, place: WaterPlace, details: Readonly<Record<string, string | number>> = {}): void {
    const told = (this.#told.get(rule) ?? 0) + 1;
    this.#told.set(rule, told);
    if (told <= TOLD) this.#findings.push(waterFinding(rule, place, details));
  }

  /** A station, a property and a unit begin a series, or go on with it. */
  begin(what: SeriesHead, place: WaterPlace): string {
    const { station, property, unit, interpolation, definition = '' } = what;
    const named = parameterOf(property);
    const parameter = named === 'other' ? parameterOf(definition) : named;
    const head = { station, parameter, property, unit, interpolation };
    const key = seriesKey(head);
    if (!this.#series.has(key)) {
      this.#series.set(key, { head, points: [], seen: new Map() });
      if (unit === '') this.say('unit-missing', place, { station: station.id });
      else if (!isKnownUnit(unit)) this.say('unit-unknown', place, { unit });
      if (parameter === 'other') this.say('parameter-unknown', place, { property });
      if (parameter === 'level' && station.datum === null) this.say('datum-missing', place, { station: station.id });
    }
    this.#watchDatum(station, parameter === 'other' ? property : parameter, place);
    const measure = JSON.stringify([station.id, property, station.datum]);
    const before = this.#units.get(measure);
    if (before !== undefined && before !== unit) this.say('unit-mixed', place, { station: station.id, before, unit });
    this.#units.set(measure, unit);
    return key;
  }

  /** Levels of one station above two datums are two series: the step between them is none of the water. */
  #watchDatum({ id, datum }: WaterStation, parameter: string, place: WaterPlace): void {
    const key = JSON.stringify([id, parameter]);
    const before = this.#datums.get(key);
    if (before !== undefined && before !== datum)
      this.say('datum-changed', place, { station: id, before: before ?? '–', after: datum ?? '–' });
    this.#datums.set(key, datum);
  }

  add(key: string, raw: RawPoint, zone: string | null): void {
    const series = this.#series.get(key);
    if (!series) return;
    const instant = this.#instant(raw, zone);
    const value = this.#value(raw);
    const before = instant === null ? undefined : series.seen.get(instant);
    if (instant !== null && before !== undefined) {
      this.say(before === value ? 'time-repeated' : 'time-contradicts', raw.place, { time: raw.time });
      if (before === value) return;
    }
    if (instant !== null) series.seen.set(instant, value);
    const { time, censored, remark } = raw;
    series.points.push({ time, instant, value, quality: this.#quality(raw, value), censored, remark });
  }

  #instant({ time, place, timePlace = place }: RawPoint, zone: string | null): string | null {
    const read = readTime(time, zone);
    if ('wrong' in read) this.say(read.wrong, timePlace, { time: time.slice(0, 40) });
    else if (!read.zoned) this.say('time-from-station', timePlace, { time, zone: zone ?? '' });
    return 'wrong' in read ? null : read.instant;
  }

  #value({ value, place }: RawPoint): number | null {
    const text = value.trim();
    if (text === '') return null;
    if (/^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/.test(text)) return Number(text);
    this.say('value-form', place, { text: text.slice(0, 40) });
    return null;
  }

  #quality({ quality, place }: RawPoint, value: number | null): Quality {
    if (quality.trim() === '') return value === null ? 'missing' : 'unchecked';
    const found = qualityOf(quality);
    if (found === null) this.say('quality-unknown', place, { quality: quality.slice(0, 60) });
    return found ?? 'unchecked';
  }

  /** Everything gathered; findings in the order of the file, points in the order of time. */
  done(format: WaterReading['format']): WaterReading {
    const series = [...this.#series.values()].map(({ head, points }) => ({
      ...head,
      points: points.every(({ instant }) => instant !== null)
        ? points.sort((a, b) => ((a.instant as string) < (b.instant as string) ? -1 : 1))
        : points,
    }));
    if (series.length === 0 && this.#findings.length === 0) this.say('nothing-measured', { line: 1, column: 1 });
    const findings = this.#findings.sort((a, b) => a.line - b.line || a.column - b.column);
    return { format, series, findings: this.#counted(findings) };
  }

  /** The last told finding of a kind says how many there are. */
  #counted(findings: readonly WaterFinding[]): readonly WaterFinding[] {
    return findings.map((finding) => {
      const all = this.#told.get(finding.rule) ?? 1;
      const last = findings.findLast(({ rule }) => rule === finding.rule) === finding;
      return all > TOLD && last ? { ...finding, more: all - TOLD } : finding;
    });
  }
}
