import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  againstKept,
  convert,
  crossings,
  isSound,
  missingSlots,
  parameterOf,
  QUALITIES,
  readTime,
  readWater,
  sensorThings,
  type WaterPoint,
  type WaterSeries,
  writeWaterCsv,
  writeWaterMl,
} from './water.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Two values and a gap of a fictional gauge, as a national service would publish them. */
const WATERML = `<?xml version="1.0" encoding="UTF-8"?>
<wml2:Collection xmlns:wml2="http://www.opengis.net/waterml/2.0" xmlns:om="http://www.opengis.net/om/2.0"
  xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:sams="http://www.opengis.net/samplingSpatial/2.0"
  xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" gml:id="c1">
  <wml2:observationMember>
    <om:OM_Observation gml:id="o1">
      <om:observedProperty xlink:href="http://water.example/property/42" xlink:title="Mực nước"/>
      <om:featureOfInterest>
        <wml2:MonitoringPoint gml:id="f1">
          <gml:identifier codeSpace="http://water.example">GAUGE-7</gml:identifier>
          <gml:name>Upper Gate</gml:name>
          <sams:shape><gml:Point gml:id="x"><gml:pos>22.5 106.25</gml:pos></gml:Point></sams:shape>
          <wml2:verticalDatum xlink:title="Delta 72"/>
          <wml2:timeZone><wml2:TimeZone><wml2:zoneOffset>+07:00</wml2:zoneOffset></wml2:TimeZone></wml2:timeZone>
        </wml2:MonitoringPoint>
      </om:featureOfInterest>
      <om:result>
        <wml2:MeasurementTimeseries gml:id="t1">
          <wml2:defaultPointMetadata>
            <wml2:DefaultTVPMeasurementMetadata>
              <wml2:quality xlink:href="http://www.opengis.net/def/waterml/2.0/quality/good"/>
              <wml2:uom code="cm"/>
              <wml2:interpolationType xlink:href="http://www.opengis.net/def/interpolationType/WaterML/2.0/Continuous"/>
            </wml2:DefaultTVPMeasurementMetadata>
          </wml2:defaultPointMetadata>
          <wml2:point><wml2:MeasurementTVP><wml2:time>2026-07-21T06:00:00+07:00</wml2:time><wml2:value>412.5</wml2:value></wml2:MeasurementTVP></wml2:point>
          <wml2:point><wml2:MeasurementTVP><wml2:time>2026-07-21T07:00:00+07:00</wml2:time><wml2:value xsi:nil="true"/>
            <wml2:metadata><wml2:TVPMeasurementMetadata><wml2:comment>gauge under repair</wml2:comment></wml2:TVPMeasurementMetadata></wml2:metadata>
          </wml2:MeasurementTVP></wml2:point>
          <wml2:point><wml2:MeasurementTVP><wml2:time>2026-07-21T08:00:00+08:00</wml2:time><wml2:value>0430</wml2:value>
            <wml2:metadata><wml2:TVPMeasurementMetadata>
              <wml2:quality xlink:href="http://www.opengis.net/def/waterml/2.0/quality/suspect"/>
              <wml2:censoredReason xlink:href="http://www.opengis.net/def/nil/OGC/0/AboveDetectionRange"/>
            </wml2:TVPMeasurementMetadata></wml2:metadata>
          </wml2:MeasurementTVP></wml2:point>
        </wml2:MeasurementTimeseries>
      </om:result>
    </om:OM_Observation>
  </wml2:observationMember>
</wml2:Collection>`;

const CSV = `station,time,parameter,value,unit,quality,datum
G1,2026-07-21T06:00:00+07:00,level,4.12,m,good,Delta 72
G1,2026-07-21T07:00:00+07:00,level,4.30,m,,Delta 72
`;

const rulesOf = (source: string) => readWater(bytes(source)).findings.map(({ rule }) => rule);

test('a WaterML file gives its values, instants, unit, datum, place and qualities exactly', () => {
  const { series, findings, format } = readWater(bytes(WATERML));
  expect({ format, rules: findings.map(({ rule }) => rule) }).toEqual({
    format: 'waterml-2',
    rules: ['time-contradicts'],
  });
  const [one] = series;
  expect(one).toMatchObject({ parameter: 'level', property: 'Mực nước', unit: 'cm', interpolation: 'Continuous' });
  expect(one?.station).toEqual({
    id: 'GAUGE-7',
    name: 'Upper Gate',
    latitude: 22.5,
    longitude: 106.25,
    datum: 'Delta 72',
  });
  // 07:00 at +07:00 and 08:00 at +08:00 are one instant: the file says two things of it.
  expect(one?.points.map(({ instant }) => instant?.slice(11, 16))).toEqual(['23:00', '00:00', '00:00']);
  expect(one?.points.map(({ value }) => value)).toEqual([412.5, null, 430]);
  expect(one?.points.map(({ quality }) => quality)).toEqual(['good', 'missing', 'suspect']);
  expect(one?.points[1]?.remark).toBe('gauge under repair');
  expect(one?.points[2]?.censored).toBe('above');
  expect(findings[0]?.line).toBe(30);
});

test('a time without an offset is read by the zone of the station, and by nothing else', () => {
  const bare = WATERML.replace('08:00:00+08:00', '09:00:00');
  const { series, findings } = readWater(bytes(bare));
  expect(findings.map(({ rule }) => rule)).toEqual(['time-from-station']);
  expect(series[0]?.points.at(-1)?.instant).toBe('2026-07-21T02:00:00.000Z');
  expect(rulesOf(bare.replace(/<wml2:timeZone>.*<\/wml2:timeZone>/, ''))).toEqual(['time-offset']);
  expect(rulesOf(CSV.replace('06:00:00+07:00', '06:00:00'))).toEqual(['time-offset']);
});

test('other forms of series, other files and other versions are named and refused', () => {
  const refused: readonly (readonly [string, string])[] = [
    [WATERML.replaceAll('MeasurementTimeseries', 'CategoricalTimeseries'), 'form-unsupported'],
    [WATERML.replaceAll('MeasurementTimeseries', 'TimeseriesDomainRange'), 'form-unsupported'],
    [WATERML.replace('cm', ''), 'unit-missing'],
    ['<timeSeriesResponse xmlns="http://www.cuahsi.org/waterML/1.1/"/>', 'waterml-1'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"/>', 'not-water'],
    ['<wml2:Collection xmlns:wml2="http://www.opengis.net/waterml/2.0"/>', 'nothing-measured'],
    ['<a', 'xml-malformed'],
    ['{"value":[', 'json-malformed'],
    ['{"value":[{"name":1}]}', 'json-form'],
    ['trạm;giờ', 'csv-header'],
    [CSV.replace('4.12', '"4,12"'), 'value-form'],
    [CSV.replace('4.12', '"4.12'), 'csv-quotes'],
    [CSV.replace('4.12,', ''), 'csv-cells'],
    [CSV.replace('G1,2026-07-21T06', ',2026-07-21T06'), 'station-missing'],
  ];
  for (const [source, rule] of refused) {
    const reading = readWater(bytes(source));
    expect({ rule, found: reading.findings.some((finding) => finding.rule === rule) }).toEqual({ rule, found: true });
    expect(isSound(reading)).toBe(false);
    for (const { line, column } of reading.findings) expect(line > 0 && column > 0).toBe(true);
  }
});

test('a CSV file is read by the names of its columns in three languages, and errors name the cell', () => {
  const other = 'trạm;thời gian;yếu tố;giá trị;đơn vị\nG1;2026-07-21 06:00:00+07:00;mực nước;4.12;m\n';
  expect(readWater(bytes(other)).series[0]).toMatchObject({ parameter: 'level', points: [{ value: 4.12 }] });
  expect(rulesOf(other)).toEqual(['datum-missing']);
  const wrong = readWater(bytes(CSV.replace('4.30', 'n/a'))).findings[0];
  expect(wrong).toMatchObject({ rule: 'value-form', line: 3, column: 36 });
});

test('a change of datum is caught, and its values are kept apart', () => {
  const { series, findings } = readWater(bytes(CSV.replace(',,Delta 72', ',,Delta 2020')));
  expect(findings.map(({ rule }) => rule)).toEqual(['datum-changed']);
  expect(series.map(({ station, points }) => [station.datum, points.length])).toEqual([
    ['Delta 72', 1],
    ['Delta 2020', 1],
  ]);
});

test('another unit, or another datum than the side keeps, is said and begins a series of its own', () => {
  const mixed = readWater(bytes(CSV.replace('4.30,m,', '430,cm,')));
  expect(mixed.findings.map(({ rule }) => rule)).toEqual(['unit-mixed']);
  expect(mixed.series.map(({ unit }) => unit)).toEqual(['m', 'cm']);
  const { series } = readWater(bytes(CSV));
  const kept = { station: 'G1', property: 'level', unit: 'm', datum: 'Delta 72' };
  const rules = (change: Partial<typeof kept>) => againstKept(series, [{ ...kept, ...change }]).map(({ rule }) => rule);
  expect(rules({})).toEqual([]);
  expect(rules({ station: 'G2' })).toEqual([]);
  expect(rules({ unit: 'cm' })).toEqual(['unit-mixed']);
  expect(rules({ datum: 'Delta 2020' })).toEqual(['datum-changed']);
});

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((one) => one.trim() === one && !/[\p{C}\ufffd]/u.test(one) && !/^[=+@-]/.test(one));
const value = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1e6, max: 1e9 }).map((number) => number / 1000),
);
const point: fc.Arbitrary<Omit<WaterPoint, 'time' | 'instant'>> = fc.record({
  ...{
    value,
    quality: fc.constantFrom(...QUALITIES),
    censored: fc.constant(null),
    remark: fc.option(text, { nil: null }),
  },
});
const seriesOf = fc
  .record({
    station: fc.record({
      ...{ id: fc.stringMatching(/^[A-Z]{1,4}[0-9]{1,4}$/), name: text, datum: fc.option(text, { nil: null }) },
      ...{ latitude: fc.constant(22.5), longitude: fc.constant(-106.25) },
    }),
    unit: fc.constantFrom('m', 'cm', 'm3/s'),
    points: fc.array(point, { minLength: 1, maxLength: 5 }),
    zone: fc.constantFrom(7, 8),
  })
  .map(
    ({ station, unit, points, zone }): WaterSeries => ({
      ...{ station, unit, parameter: 'level', property: 'level', interpolation: null },
      points: points.map((one, index) => {
        const at = Date.UTC(2026, 6, 21, index);
        const wall = new Date(at + zone * 3_600_000).toISOString().slice(0, 19);
        return { ...one, time: `${wall}+0${zone}:00`, instant: new Date(at).toISOString() };
      }),
    }),
  );

test('a series that is written as CSV, SensorThings or WaterML is read back the same', () => {
  fc.assert(
    fc.property(seriesOf, (series) => {
      for (const written of [
        writeWaterCsv([series]),
        JSON.stringify(sensorThings([series])),
        writeWaterMl([series], '2026-07-22T00:00:00Z'),
      ]) {
        const { series: back, findings } = readWater(bytes(written));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(back).toEqual([series]);
      }
    }),
    { numRuns: 60 },
  );
});

test('no bytes make the reader fall over', () => {
  const wholes = [bytes(WATERML), bytes(CSV), bytes(JSON.stringify(sensorThings(readWater(bytes(CSV)).series)))];
  const bent = fc
    .tuple(fc.constantFrom(...wholes), fc.nat(3000), fc.nat(40), fc.uint8Array({ maxLength: 12 }))
    .map(
      ([whole, at, gone, more]) => new Uint8Array([...whole.subarray(0, at), ...more, ...whole.subarray(at + gone)]),
    );
  fc.assert(
    fc.property(fc.oneof(bent, fc.uint8Array()), (source) => {
      const { findings, series } = readWater(source);
      for (const { line, column } of findings) expect(line > 0 && column > 0).toBe(true);
      if (series.length === 0) expect(findings.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

/** Values by the hour; null is a slot in which the gauge said that it has none, a hole one in which nothing came. */
function hourly(...values: readonly (number | null | undefined)[]): readonly WaterPoint[] {
  return values.flatMap((one, hour) => {
    const instant = new Date(Date.UTC(2026, 6, 21, hour)).toISOString();
    return one === undefined
      ? []
      : [{ time: instant, instant, value: one, quality: 'good' as const, censored: null, remark: null }];
  });
}

test('slots without a value are missed once an interval is agreed, inside the series and at its end', () => {
  const points = hourly(1, 2, undefined, null, 3);
  const at = '2026-07-21T08:10:00.000Z';
  expect(missingSlots(points, { interval: 60, grace: 15 }, at)).toEqual([
    { after: '2026-07-21T01:00:00.000Z', before: '2026-07-21T04:00:00.000Z', count: 2 },
    { after: '2026-07-21T04:00:00.000Z', before: at, count: 3 },
  ]);
  expect(missingSlots(points, { interval: null, grace: 15 }, at)).toEqual([]);
  expect(missingSlots(hourly(1), { interval: 60, grace: 15 }, '2026-07-21T01:14:00.000Z')).toEqual([]);
});

test('a threshold fires when it is passed, in its own unit, and never while it is not agreed', () => {
  const points = hourly(100, 250, 260, 190, 300);
  const base = { id: 't', unit: 'm', hours: null } as const;
  const times = (threshold: Parameters<typeof crossings>[2][number]) =>
    crossings(points, 'cm', [threshold]).map(({ instant }) => instant.slice(11, 13));
  expect(times({ ...base, kind: 'above', value: 2.5 })).toEqual(['01', '04']);
  expect(times({ ...base, kind: 'below', value: 1.9 })).toEqual(['00', '03']);
  expect(times({ ...base, kind: 'rise', value: 1.1, hours: 1 })).toEqual(['01', '04']);
  expect(times({ ...base, kind: 'fall', value: 0.5, hours: 2 })).toEqual(['03']);
  expect(times({ ...base, kind: 'above', value: null })).toEqual([]);
  expect(times({ ...base, kind: 'above', value: 1, unit: 'm3/s' })).toEqual([]);
});

test('units are turned into one another only where it is certain, and times are instants', () => {
  expect(convert(412.5, 'cm', 'm')).toBe(4.125);
  expect(convert(1, 'ft', 'm')).toBeNull();
  expect(convert(1, 'm', 'm3/s')).toBeNull();
  expect(parameterOf('http://www.opengis.net/def/property/OGC/0/RiverDischarge')).toBe('discharge');
  expect(readTime('2026-02-30T00:00:00Z')).toEqual({ wrong: 'time-form' });
  expect(readTime('2026-07-21T00:00+0700')).toEqual({ instant: '2026-07-20T17:00:00.000Z', zoned: true });
});
