import { writeXml, type XmlOut } from '../xml/write-xml.ts';
import { definitionOf } from './measures.ts';
import type { WaterPoint, WaterSeries, WaterStation } from './model.ts';
import { WATERML_2 } from './read-waterml.ts';

const HEADER = [
  ...['station', 'name', 'latitude', 'longitude', 'datum', 'parameter', 'unit', 'time', 'value', 'quality', 'remark'],
];

/** The CSV profile: UTF-8, commas, one value a row, times as they came. A cell that a table would run as a formula is kept text. */
export function writeWaterCsv(series: readonly WaterSeries[]): string {
  const rows = series.flatMap(({ station, property, unit, points }) =>
    points.map(({ time, value, quality, remark }) => [
      ...[station.id, station.name, station.latitude, station.longitude, station.datum, property, unit],
      ...[time, value, quality, remark],
    ]),
  );
  return `\ufeff${[HEADER, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function byStation(series: readonly WaterSeries[]): readonly (readonly [WaterStation, readonly WaterSeries[]])[] {
  const groups = Map.groupBy(series, ({ station }) => JSON.stringify([station.id, station.datum]));
  return [...groups.values()].map((group) => [(group[0] as WaterSeries).station, group]);
}

/** Things with locations, datastreams and observations, named as in SensorThings 1.1 (OGC 18-088, 8.2). */
export function sensorThings(series: readonly WaterSeries[]): object {
  return {
    value: byStation(series).map(([station, streams]) => ({
      name: station.name || station.id,
      description: station.name || station.id,
      properties: { station: station.id, verticalDatum: station.datum },
      Locations: locations(station),
      Datastreams: streams.map(datastream),
    })),
  };
}

function locations({ id, latitude, longitude }: WaterStation): object[] {
  if (latitude === null || longitude === null) return [];
  const location = { type: 'Point', coordinates: [longitude, latitude] };
  return [{ name: id, description: id, encodingType: 'application/geo+json', location }];
}

function datastream({ station, parameter, property, unit, interpolation, points }: WaterSeries): object {
  const name = `${property} · ${station.name || station.id}`;
  const definition = definitionOf(parameter) ?? property;
  return {
    ...{ name, description: name, properties: { interpolation } },
    observationType: 'http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement',
    unitOfMeasurement: { name: unit, symbol: unit, definition: `http://unitsofmeasure.org/ucum.html#${unit}` },
    ObservedProperty: { name: property, definition, description: property },
    Sensor: { name: '–', description: '–', encodingType: 'text/plain', metadata: '–' },
    Observations: points.map(({ time, value, quality, censored, remark }) => ({
      ...{ phenomenonTime: time, resultTime: null, result: value, resultQuality: quality },
      parameters: { ...(remark === null ? {} : { remark }), ...(censored === null ? {} : { censored }) },
    })),
  };
}

/** A collection of WaterML 2.0 part 1, one observation a series; `at` is the instant of writing (ISO). */
export function writeWaterMl(series: readonly WaterSeries[], at: string): string {
  const names = {
    'xmlns:wml2': WATERML_2,
    'xmlns:om': 'http://www.opengis.net/om/2.0',
    'xmlns:gml': 'http://www.opengis.net/gml/3.2',
    'xmlns:sf': 'http://www.opengis.net/sampling/2.0',
    'xmlns:sams': 'http://www.opengis.net/samplingSpatial/2.0',
    'xmlns:xlink': 'http://www.w3.org/1999/xlink',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'gml:id': 'c',
  };
  const about = tag('wml2:metadata', tag('wml2:DocumentMetadata', tag('wml2:generationDate', at), { 'gml:id': 'd' }));
  return writeXml(tag('wml2:Collection', [about, ...series.map((one, index) => observation(one, index, at))], names));
}

function tag(
  name: string,
  content: string | XmlOut | readonly XmlOut[],
  attributes: Record<string, string> = {},
): XmlOut {
  return {
    name,
    attributes,
    content: typeof content === 'string' || Array.isArray(content) ? content : [content as XmlOut],
  };
}

function observation(series: WaterSeries, index: number, at: string): XmlOut {
  const { station, parameter, property, points } = series;
  const [from = at, to = at] = [points[0]?.time, points.at(-1)?.time];
  const period = [tag('gml:beginPosition', from), tag('gml:endPosition', to)];
  const instant = tag('gml:TimeInstant', tag('gml:timePosition', at), { 'gml:id': `r${index}` });
  return tag('wml2:observationMember', [
    tag(
      'om:OM_Observation',
      [
        tag('om:phenomenonTime', tag('gml:TimePeriod', period, { 'gml:id': `p${index}` })),
        tag('om:resultTime', instant),
        tag('om:procedure', '', { 'xlink:href': 'http://www.opengis.net/def/nil/OGC/0/unknown' }),
        tag('om:observedProperty', '', { 'xlink:href': definitionOf(parameter) ?? property, 'xlink:title': property }),
        tag('om:featureOfInterest', monitoringPoint(station, index)),
        tag('om:result', timeseries(series, index)),
      ],
      { 'gml:id': `o${index}` },
    ),
  ]);
}

function monitoringPoint({ id, name, latitude, longitude, datum }: WaterStation, index: number): XmlOut {
  const point = tag(
    'gml:Point',
    tag('gml:pos', `${latitude} ${longitude}`, { srsName: 'urn:ogc:def:crs:EPSG::4326' }),
    {
      'gml:id': `x${index}`,
    },
  );
  return tag(
    'wml2:MonitoringPoint',
    [
      tag('gml:identifier', id, { codeSpace: 'urn:servanda:station' }),
      ...(name === '' ? [] : [tag('gml:name', name)]),
      tag('sf:sampledFeature', '', { 'xsi:nil': 'true' }),
      ...(latitude === null || longitude === null ? [] : [tag('sams:shape', point)]),
      ...(datum === null ? [] : [tag('wml2:verticalDatum', '', { 'xlink:title': datum })]),
    ],
    { 'gml:id': `f${index}` },
  );
}

function timeseries({ unit, interpolation, points }: WaterSeries, index: number): XmlOut {
  const type = interpolation ?? 'Continuous';
  const defaults = tag('wml2:DefaultTVPMeasurementMetadata', [
    tag('wml2:uom', '', { code: unit }),
    ...(interpolation === null ? [] : [code('interpolationType', `interpolationType/WaterML/2.0/${type}`)]),
  ]);
  const content = [
    tag('wml2:defaultPointMetadata', defaults),
    ...points.map((point) => tag('wml2:point', pair(point))),
  ];
  return tag('wml2:MeasurementTimeseries', content, { 'gml:id': `t${index}` });
}

function code(name: string, path: string): XmlOut {
  return tag(`wml2:${name}`, '', { 'xlink:href': `http://www.opengis.net/def/${path}` });
}

function pair({ time, value, quality, censored, remark }: WaterPoint): XmlOut {
  const range = { below: 'BelowDetectionRange', above: 'AboveDetectionRange' } as const;
  return tag('wml2:MeasurementTVP', [
    tag('wml2:time', time),
    value === null ? tag('wml2:value', '', { 'xsi:nil': 'true' }) : tag('wml2:value', String(value)),
    tag(
      'wml2:metadata',
      tag('wml2:TVPMeasurementMetadata', [
        code('quality', `waterml/2.0/quality/${quality}`),
        ...(remark === null ? [] : [tag('wml2:comment', remark)]),
        ...(censored === null ? [] : [code('censoredReason', `nil/OGC/0/${range[censored]}`)]),
      ]),
    ),
  ]);
}
