import { attribute, readXml, type XmlElement } from '../xml/read-xml.ts';
import { Gatherer, POINT_LIMIT, type RawPoint, type WaterReading } from './gather.ts';
import { lastWord } from './measures.ts';
import type { WaterPoint } from './model.ts';
import { stationOf, zoneOf } from './read-station.ts';
import { xmlFinding } from './rules.ts';
import { child, find, hrefWord, textOf } from './xml-paths.ts';

export const WATERML_2 = 'http://www.opengis.net/waterml/2.0';

/** Elements kept at once: points are used up one by one, so that only the frame of the file counts. */
const LIMITS = { bytes: 64 * 1024 * 1024, depth: 64, elements: 500_000 } as const;

/**
 * Reads WaterML 2.0 part 1 (OGC 10-126r4): collections and single observations of measurements as pairs of time and
 * value. Default metadata of points hold where a point says nothing else. Other forms of series are named and refused.
 */
export function readWaterMl(bytes: Uint8Array): WaterReading {
  const reader = new WaterMlReader();
  const read = readXml(bytes, LIMITS, (element, parents) => reader.take(element, parents));
  if (!('root' in read)) return { format: null, series: [], findings: [xmlFinding(read)] };
  return reader.finish(read.root);
}

interface Observation {
  readonly element: XmlElement;
  readonly points: readonly RawPoint[];
  /** Units that points give for themselves. */
  readonly units: ReadonlySet<string>;
}

class WaterMlReader {
  readonly #gather = new Gatherer();
  readonly #features = new Map<string, XmlElement>();
  readonly #observations: Observation[] = [];
  #points: RawPoint[] = [];
  #units = new Set<string>();
  #count = 0;

  /** Uses up points and whole observations as they close. */
  take(element: XmlElement, parents: readonly XmlElement[]): boolean {
    if (element.name === 'point' && parents.at(-1)?.name === 'MeasurementTimeseries') {
      this.#point(element);
      return true;
    }
    if (element.name === 'MonitoringPoint' || element.name === 'SF_SpatialSamplingFeature') {
      const id = attribute(element, 'id');
      if (id !== null) this.#features.set(id, element);
    }
    if (element.name !== 'OM_Observation') return false;
    this.#observations.push({ element, points: this.#points, units: this.#units });
    this.#points = [];
    this.#units = new Set();
    return parents.length > 0;
  }

  #point(element: XmlElement): void {
    const tvp = child(element, 'MeasurementTVP');
    if (!tvp) {
      this.#gather.say('form-unsupported', element, { name: element.children[0]?.name ?? 'point' });
      return;
    }
    this.#count += 1;
    if (this.#count === POINT_LIMIT + 1) this.#gather.say('too-many', element, { limit: POINT_LIMIT });
    if (this.#count > POINT_LIMIT) return;
    const value = child(tvp, 'value');
    const about = find(tvp, 'metadata', 'TVPMeasurementMetadata');
    const unit = about ? unitOf(about) : '';
    if (unit !== '') this.#units.add(unit);
    this.#points.push({
      time: textOf(child(tvp, 'time')),
      value: value && attribute(value, 'nil') !== 'true' ? textOf(value) : '',
      quality: about ? hrefWord(child(about, 'quality')) : '',
      censored: about ? censoredBy(about) : null,
      remark: about ? remarkOf(about) : null,
      place: { line: value?.line ?? tvp.line, column: value?.column ?? tvp.column },
    });
  }

  finish(root: XmlElement): WaterReading {
    if (/cuahsi\.org\/waterML\/1|his\/1\./i.test(root.space)) {
      this.#gather.say('waterml-1', root, { space: root.space });
      return this.#gather.done(null);
    }
    if (this.#observations.length === 0) {
      const known = root.space === WATERML_2;
      this.#gather.say(known ? 'nothing-measured' : 'not-water', root, { name: root.name, space: root.space || '–' });
      return this.#gather.done(null);
    }
    for (const observation of this.#observations) this.#observe(observation);
    return this.#gather.done('waterml-2');
  }

  #observe({ element, points, units }: Observation): void {
    const result = child(element, 'result');
    const series = result?.children[0];
    if (series?.name !== 'MeasurementTimeseries') {
      this.#refuseForm(element, result, series);
      return;
    }
    const place = { line: series.line, column: series.column };
    const station = stationOf(this.#featureOf(element));
    if (station.id === '') this.#gather.say('station-missing', element);
    const defaults = find(series, 'defaultPointMetadata', 'DefaultTVPMeasurementMetadata') ?? null;
    const unit = (defaults && unitOf(defaults)) || [...units][0] || '';
    if ([...units].some((other) => other !== unit))
      this.#gather.say('unit-changes', series, { units: [...units].join(', ') });
    const interpolation = defaults ? hrefWord(child(defaults, 'interpolationType')) || null : null;
    const key = this.#gather.begin({ station, ...propertyOf(element), unit, interpolation }, place);
    const zone = zoneOf(this.#featureOf(element));
    const quality = defaults ? hrefWord(child(defaults, 'quality')) : '';
    const remark = defaults ? remarkOf(defaults) : null;
    const censored = defaults ? censoredBy(defaults) : null;
    for (const point of points)
      this.#gather.add(
        key,
        {
          ...point,
          quality: point.quality || (point.value === '' ? '' : quality),
          remark: point.remark ?? remark,
          censored: point.censored ?? censored,
        },
        zone,
      );
  }

  #refuseForm(element: XmlElement, result: XmlElement | undefined, series: XmlElement | undefined): void {
    const address = result ? attribute(result, 'href') : null;
    if (!series && address !== null) this.#gather.say('result-elsewhere', result ?? element, { address });
    else this.#gather.say('form-unsupported', series ?? element, { name: series?.name ?? 'result' });
  }

  /** The feature that was observed: in place, or named by its id elsewhere in the file. */
  #featureOf(element: XmlElement): XmlElement | null {
    const holder = child(element, 'featureOfInterest');
    const here = holder?.children[0];
    if (here) return here;
    const address = holder ? attribute(holder, 'href') : null;
    return this.#features.get(address?.replace(/^#/, '') ?? '') ?? holder ?? null;
  }
}

/** The property observed: by its title where it has one; the address tells which it is where the title does not. */
function propertyOf(element: XmlElement): { property: string; definition: string } {
  const property = child(element, 'observedProperty');
  const definition = (property && attribute(property, 'href')) ?? '';
  return { property: (property && attribute(property, 'title')) || definition, definition };
}

/** UCUM code, else the last word of the address. */
function unitOf(about: XmlElement): string {
  const uom = child(about, 'uom');
  if (!uom) return '';
  return attribute(uom, 'code') ?? (lastWord(attribute(uom, 'href') ?? '') || attribute(uom, 'title') || '');
}

function censoredBy(about: XmlElement): WaterPoint['censored'] {
  const reason = hrefWord(child(about, 'censoredReason')).toLowerCase();
  if (reason === '') return null;
  return /above/.test(reason) ? 'above' : 'below';
}

/** What the sender says of a point in words: comment, qualifiers, reason of a missing value. */
function remarkOf(about: XmlElement): string | null {
  const said = about.children.flatMap((one) => {
    if (one.name === 'comment') return [one.text.trim()];
    if (one.name === 'qualifier' || one.name === 'nilReason') return [attribute(one, 'title') ?? hrefWord(one)];
    return [];
  });
  return said.filter((text) => text !== '').join('; ') || null;
}
