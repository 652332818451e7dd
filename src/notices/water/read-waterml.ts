import { attribute, readXml, type XmlElement } from '../xml/read-xml.ts';
import { evenStepsOf, stepper } from './equidistant.ts';
import { Gatherer, POINT_LIMIT, type RawPoint, type WaterReading } from './gather.ts';
import type { WaterStation } from './model.ts';
import { censoredBy, isNil, remarkOf, unitOf } from './point-metadata.ts';
import { stationOf, zoneOf } from './read-station.ts';
import { xmlFinding } from './rules.ts';
import { child, find, hrefWord, textOf } from './xml-paths.ts';

export const WATERML_2 = 'http://www.opengis.net/waterml/2.0';

/** Elements kept at once: points are used up one by one, so that only the frame of the file counts. */
const LIMITS = { bytes: 64 * 1024 * 1024, depth: 64, elements: 500_000 } as const;

/** Other forms of a series, of part 1 and of its informative domain–range schema. */
const OTHER_FORMS = /^(Categorical)?Timeseries$|DomainRange$/;
const WATERML_1 = /cuahsi\.org\/waterML\/1|his\/1\./i;

/**
 * Reads WaterML 2.0 part 1 (OGC 10-126r4): collections, answers of services, single observations and series alone, of
 * measurements as pairs of time and value or in even steps. Default metadata of points hold where a point says nothing
 * else. Other forms of series are named; they keep the file from being taken in only where nothing else is in it.
 */
export function readWaterMl(bytes: Uint8Array): WaterReading {
  const reader = new WaterMlReader();
  const read = readXml(bytes, LIMITS, (element, parents) => reader.take(element, parents));
  if (!('root' in read)) return { format: null, series: [], findings: [xmlFinding(read)] };
  return reader.finish(read.root);
}

interface Observation {
  /** The observation, or the series where it stands alone. */
  readonly element: XmlElement;
  readonly points: readonly RawPoint[];
  /** Units that points give for themselves. */
  readonly units: ReadonlySet<string>;
}

class WaterMlReader {
  readonly #gather = new Gatherer();
  readonly #features = new Map<string, XmlElement>();
  readonly #observations: Observation[] = [];
  readonly #otherForms: XmlElement[] = [];
  readonly #processes = new Map<string, string>();
  #points: RawPoint[] = [];
  #units = new Set<string>();
  #count = 0;

  /** Uses up points and whole observations as they close. */
  take(element: XmlElement, parents: readonly XmlElement[]): boolean {
    if (WATERML_1.test(parents[0]?.space ?? '')) return true;
    if (element.name === 'point' && parents.at(-1)?.name === 'MeasurementTimeseries') {
      this.#point(element);
      return true;
    }
    if (element.name === 'MonitoringPoint' || element.name === 'SF_SpatialSamplingFeature') {
      const id = attribute(element, 'id');
      if (id !== null) this.#features.set(id, element);
    }
    const alone = element.name === 'MeasurementTimeseries' && parents.length === 0;
    if (element.name !== 'OM_Observation' && !alone) return false;
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
    const unit = (value && (attribute(value, 'uom') ?? attribute(value, 'code'))) || (about ? unitOf(about) : '');
    if (unit !== '') this.#units.add(unit);
    this.#points.push({
      time: textOf(child(tvp, 'time')),
      value: value && !isNil(value) ? textOf(value) : '',
      quality: about ? hrefWord(child(about, 'quality')) : '',
      censored: about ? censoredBy(about) : null,
      remark: about ? remarkOf(about) : null,
      place: { line: value?.line ?? tvp.line, column: value?.column ?? tvp.column },
    });
  }

  finish(root: XmlElement): WaterReading {
    if (WATERML_1.test(root.space)) {
      this.#gather.say('waterml-1', root, { space: root.space });
      return this.#gather.done(null);
    }
    if (this.#observations.length === 0) {
      if (OTHER_FORMS.test(root.name)) this.#gather.say('form-unsupported', root, { name: root.name });
      else {
        const known = root.space.startsWith('http://www.opengis.net/waterml');
        this.#gather.say(known ? 'nothing-measured' : 'not-water', root, { name: root.name, space: root.space || '–' });
      }
      return this.#gather.done(null);
    }
    for (const observation of this.#observations) this.#observe(observation);
    const rule = this.#otherForms.length < this.#observations.length ? 'form-left' : 'form-unsupported';
    for (const form of this.#otherForms) this.#gather.say(rule, form, { name: form.name });
    return this.#gather.done('waterml-2');
  }

  #observe({ element, points, units }: Observation): void {
    const alone = element.name === 'MeasurementTimeseries';
    const result = child(element, 'result');
    const series = alone ? element : result?.children[0];
    if (series?.name !== 'MeasurementTimeseries') {
      this.#leave(element, result, series);
      return;
    }
    const feature = alone ? null : this.#featureOf(element);
    const station = alone ? this.#stationless(series) : stationOf(feature);
    if (station.id === '') this.#gather.say('station-missing', element);
    const zone = zoneOf(feature);
    const defaults = find(series, 'defaultPointMetadata', 'DefaultTVPMeasurementMetadata') ?? null;
    const unit = (defaults && unitOf(defaults)) || [...units][0] || '';
    if ([...units].some((other) => other !== unit))
      this.#gather.say('unit-changes', series, { units: [...new Set([unit, ...units])].join(', ') });
    const interpolation = defaults ? hrefWord(child(defaults, 'interpolationType')) || null : null;
    if (interpolation === null) this.#gather.say('interpolation-missing', series);
    const named = propertyOf(element);
    const property = alone ? '–' : this.#apart(element, JSON.stringify([station.id, named, unit]), named.property);
    const key = this.#gather.begin({ station, ...named, property, unit, interpolation }, series);
    const quality = defaults ? hrefWord(child(defaults, 'quality')) : '';
    const remark = defaults ? remarkOf(defaults) : null;
    const censored = defaults ? censoredBy(defaults) : null;
    for (const point of this.#timed(series, points, zone))
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

  /** A series alone names no station; it bears its own identifier, and that is said. */
  #stationless(series: XmlElement): WaterStation {
    const id = attribute(series, 'id') ?? '';
    if (id !== '') this.#gather.say('series-alone', series, { id });
    return { id, name: '', latitude: null, longitude: null, datum: null };
  }

  /** The same property of one station, found in two ways (as it is, as a mean of the day), is two series. */
  #apart(element: XmlElement, key: string, property: string): string {
    const process = processOf(element);
    const first = this.#processes.get(key);
    if (first === undefined) this.#processes.set(key, process);
    if (first === undefined || first === process) return property;
    this.#gather.say('process-apart', element, { property, process: process || '–' });
    return `${property} · ${process || '–'}`;
  }

  /** Points with their times: of a series in even steps those are counted from its beginning. */
  #timed(series: XmlElement, points: readonly RawPoint[], zone: string | null): readonly RawPoint[] {
    if (points.every(({ time }) => time !== '')) return points;
    const steps = evenStepsOf(series);
    const at = steps && stepper(steps, zone);
    if (at) this.#gather.say('time-counted', series, { from: at(0), spacing: steps?.spacing ?? '' });
    return points.flatMap((point, index) => {
      if (point.time !== '') return [point];
      if (!at) this.#gather.say('time-missing', point.place);
      return at ? [{ ...point, time: at(index) }] : [];
    });
  }

  #leave(element: XmlElement, result: XmlElement | undefined, series: XmlElement | undefined): void {
    const address = result ? attribute(result, 'href') : null;
    if (!series && address !== null) this.#gather.say('result-elsewhere', result ?? element, { address });
    else this.#otherForms.push(series ?? element);
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

/** How the values were found: the title of the procedure, else its reference, else its kind and span. */
function processOf(element: XmlElement): string {
  const procedure = child(element, 'procedure');
  if (!procedure) return '';
  const inside = child(procedure, 'ObservationProcess');
  if (!inside) return attribute(procedure, 'title') ?? attribute(procedure, 'href') ?? '';
  const reference = child(inside, 'processReference');
  return [
    (reference && (attribute(reference, 'title') ?? attribute(reference, 'href'))) ??
      hrefWord(child(inside, 'processType')),
    textOf(child(inside, 'aggregationDuration')),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
