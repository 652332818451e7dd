import { expect, test } from 'vitest';
import { isSound, readWater } from './water.ts';

/** The forms in which services and the standard's own examples publish WaterML 2.0, with fictional gauges in them. */
const NAMES =
  'xmlns:wml2="http://www.opengis.net/waterml/2.0" xmlns:om="http://www.opengis.net/om/2.0" ' +
  'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:sf="http://www.opengis.net/sampling/2.0" ' +
  'xmlns:sams="http://www.opengis.net/samplingSpatial/2.0" xmlns:swe="http://www.opengis.net/swe/2.0" ' +
  'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.opengis.net/waterml/2.0 http://schemas.opengis.net/waterml/2.0/waterml2.xsd"';
const CODES = 'http://www.opengis.net/def/waterml/2.0';

const point = (time: string, value: string, about = '') =>
  `<wml2:point><wml2:MeasurementTVP>${time && `<wml2:time>${time}</wml2:time>`}<wml2:value${
    value ? `>${value}</wml2:value>` : ' xsi:nil="true"/>'
  }${about && `<wml2:metadata><wml2:TVPMeasurementMetadata>${about}</wml2:TVPMeasurementMetadata></wml2:metadata>`}</wml2:MeasurementTVP></wml2:point>`;
const series = (points: string, { unit = 'm3/s', about = '', names = '' } = {}) =>
  `<wml2:MeasurementTimeseries ${names} gml:id="ts.1">${about && `<wml2:metadata><wml2:MeasurementTimeseriesMetadata>${about}</wml2:MeasurementTimeseriesMetadata></wml2:metadata>`}
  <wml2:defaultPointMetadata><wml2:DefaultTVPMeasurementMetadata><wml2:quality xlink:href="${CODES}/quality/good"/><wml2:uom code="${unit}"/>
  <wml2:interpolationType xlink:href="${CODES}/interpolationType/Continuous"/></wml2:DefaultTVPMeasurementMetadata></wml2:defaultPointMetadata>${points}</wml2:MeasurementTimeseries>`;
const POINT_OF_THE_GATE = `<wml2:MonitoringPoint gml:id="mp.1"><gml:name>Upper Gate</gml:name><sf:sampledFeature xlink:href="http://aurelia.example/river"/>
  <sams:shape><gml:Point gml:id="l.1"><gml:pos srsName="urn:ogc:def:crs:EPSG::4326">-41.5 147.25 </gml:pos></gml:Point></sams:shape>
  <wml2:verticalDatum xlink:href="urn:ogc:def:crs:EPSG::5711" xlink:title="National datum"/>
  <wml2:timeZone><wml2:TimeZone><wml2:zoneOffset>+11:00</wml2:zoneOffset></wml2:TimeZone></wml2:timeZone></wml2:MonitoringPoint>`;
const observation = (
  result: string,
  { feature = '<om:featureOfInterest xlink:href="#mp.1"/>', procedure = '', names = '' } = {},
) =>
  `<om:OM_Observation ${names} gml:id="o.1"><om:resultTime/>${procedure}<om:observedProperty xlink:href="http://vocabulary.example/hydro#StreamDischarge"/>${feature}
  <om:result>${result}</om:result></om:OM_Observation>`;
const collection = (...observations: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- an example -->\n<wml2:Collection ${NAMES} gml:id="c"><gml:description>Fictional</gml:description>
  ${observations.map((one) => `<wml2:observationMember>${one}</wml2:observationMember>`).join('')}
  <wml2:samplingFeatureMember>${POINT_OF_THE_GATE}</wml2:samplingFeatureMember></wml2:Collection>`;

const read = (text: string) => {
  const reading = readWater(new TextEncoder().encode(text));
  return {
    sound: isSound(reading),
    rules: reading.findings.map(({ rule }) => rule),
    stations: reading.series.map(({ station }) => station),
    properties: reading.series.map(({ property }) => property),
    points: reading.series.flatMap(({ points }) => points.map(({ instant, value }) => [instant?.slice(0, 16), value])),
  };
};

test('a series in even steps has its times counted from its beginning, months on the calendar of the station', () => {
  const months = series(
    point('', '0.72') +
      point('', '0.5') +
      point('', '', '<wml2:nilReason xlink:href="http://www.opengis.net/def/nil/OGC/0/missing"/>'),
    {
      about: '<wml2:baseTime>2010-12-31T00:00:00</wml2:baseTime><wml2:spacing>P1M</wml2:spacing>',
    },
  );
  expect(read(collection(observation(months)))).toMatchObject({
    sound: true,
    rules: ['time-counted'],
    stations: [{ id: 'mp.1', name: 'Upper Gate', latitude: -41.5, longitude: 147.25, datum: 'National datum' }],
    points: [
      ['2010-12-30T13:00', 0.72],
      ['2011-01-30T13:00', 0.5],
      ['2011-02-27T13:00', null],
    ],
  });
  const hours = series(point('', '21.7') + point('', '21.8'), {
    about: '<wml2:baseTime>2010-05-06T18:00:00+00:00</wml2:baseTime><wml2:spacing>PT6H</wml2:spacing>',
  });
  expect(read(collection(observation(hours))).points).toEqual([
    ['2010-05-06T18:00', 21.7],
    ['2010-05-07T00:00', 21.8],
  ]);
});

test('points without a time and without even steps are refused one by one', () => {
  const lacking = series(point('', '1'), { about: '<wml2:spacing>PT1H</wml2:spacing>' });
  expect(read(collection(observation(lacking)))).toMatchObject({ sound: false, rules: ['time-missing'] });
});

test('a series that stands alone is read under its own identifier, and it is said', () => {
  const alone = series(point('2011-11-16T00:00:00+11:00', '2.0') + point('2011-11-17T00:00:00.000+11:00', 'NaN'), {
    unit: 'm',
    names: NAMES,
  });
  expect(read(alone)).toMatchObject({
    sound: true,
    rules: ['series-alone', 'parameter-unknown'],
    stations: [{ id: 'ts.1' }],
    points: [
      ['2011-11-15T13:00', 2],
      ['2011-11-16T13:00', null],
    ],
  });
});

test('the answer of an observation service, and an observation alone, are read as a collection is', () => {
  const feature = `<om:featureOfInterest xlink:href="http://aurelia.example/stations/4207" xlink:title="Lower Gate"/>`;
  const one = (names = '') => observation(series(point('2020-01-01T00:00:00+10:00', '3.5')), { feature, names });
  const answer = `<sos:GetObservationResponse xmlns:sos="http://www.opengis.net/sos/2.0" ${NAMES}><sos:observationData>${one()}</sos:observationData></sos:GetObservationResponse>`;
  for (const text of [answer, one(NAMES), `\ufeff${answer.replaceAll('><', '>\r\n<')}`])
    expect(read(text)).toMatchObject({
      sound: true,
      stations: [{ id: '4207', name: 'Lower Gate' }],
      points: [['2019-12-31T14:00', 3.5]],
    });
  const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${answer}`, 'utf16le');
  expect(readWater(wide).series[0]?.points[0]?.value).toBe(3.5);
});

test('a feature in place gives its identifier, and a zone written +1 is an hour', () => {
  const feature = `<om:featureOfInterest>${POINT_OF_THE_GATE.replace(
    '<gml:name>',
    '<gml:identifier codeSpace="http://aurelia.example">6731</gml:identifier><gml:name>',
  )
    .replace('+11:00', '+1')
    .replace('EPSG::4326">-41.5 147.25', 'OGC:1.3:CRS84">147.25 -41.5')}</om:featureOfInterest>`;
  expect(read(collection(observation(series(point('2000-01-01T01:00:00', '266')), { feature })))).toMatchObject({
    sound: true,
    rules: ['time-from-station'],
    stations: [{ id: '6731', latitude: -41.5, longitude: 147.25 }],
    points: [['2000-01-01T00:00', 266]],
  });
});

test('one property found in two ways is two series, not a contradiction', () => {
  const at = (value: string) => series(point('2020-01-01T00:00:00Z', value));
  const mean = `<om:procedure><wml2:ObservationProcess gml:id="p"><wml2:processType xlink:href="${CODES}/processType/Algorithm"/><wml2:aggregationDuration>P1D</wml2:aggregationDuration></wml2:ObservationProcess></om:procedure>`;
  const found = read(
    collection(
      observation(at('4'), { procedure: '<om:procedure xlink:title="As it comes"/>' }),
      observation(at('5'), { procedure: mean }),
    ),
  );
  expect(found).toMatchObject({ sound: true, rules: ['process-apart'] });
  expect(found.properties.at(-1)).toMatch(/ · Algorithm P1D$/);
  expect(read(collection(observation(at('4')), observation(at('5')))).rules).toContain('time-contradicts');
});

test('other forms are named: left out beside a series of measurements, refused where they are all there is', () => {
  const words =
    '<wml2:CategoricalTimeseries gml:id="k"><wml2:point><wml2:CategoricalTVP><wml2:time>2011-11-16T00:00:00+11:00</wml2:time><wml2:value><swe:Category><swe:value>Drizzle</swe:value></swe:Category></wml2:value></wml2:CategoricalTVP></wml2:point></wml2:CategoricalTimeseries>';
  const numbers = series(point('2020-01-01T00:00:00Z', '4'));
  expect(read(collection(observation(words), observation(numbers)))).toMatchObject({
    sound: true,
    rules: ['form-left'],
  });
  expect(read(collection(observation(words)))).toMatchObject({ sound: false, rules: ['form-unsupported'] });
  const ranges = '<r:MeasurementTimeseriesDomainRange xmlns:r="http://www.opengis.net/waterml-dr/2.0"/>';
  for (const text of [words.replace('gml:id', `${NAMES} gml:id`), ranges])
    expect(read(text)).toMatchObject({ sound: false, rules: ['form-unsupported'] });
  const first =
    '<n:timeSeriesResponse xmlns:n="http://www.cuahsi.org/waterML/1.1/"><n:timeSeries><n:values><n:value dateTime="2020-01-01T00:00:00">1</n:value></n:values></n:timeSeries></n:timeSeriesResponse>';
  expect(read(first)).toMatchObject({ sound: false, rules: ['waterml-1'] });
  expect(read(`<wml2:MonitoringPoint ${NAMES} gml:id="m"/>`).rules).toEqual(['nothing-measured']);
});

test('a number made to be slow is refused like any other', () => {
  const slow = series(point('2020-01-01T00:00:00Z', `${'1'.repeat(300_000)}x`));
  expect(read(collection(observation(slow)))).toMatchObject({ sound: false, rules: ['value-form'] });
});

test('answers of a SensorThings service are read as a collection, a list, one thing, or datastreams with their thing', () => {
  const stream = {
    ...{
      name: 's',
      unitOfMeasurement: { name: 'metre', symbol: 'm', definition: 'x' },
      ObservedProperty: { name: 'Stage' },
    },
    Observations: [
      { phenomenonTime: '2026-07-21T00:00:00.000Z/2026-07-21T01:00:00.000Z', resultTime: null, result: 4.5 },
      { phenomenonTime: '2026-07-21T02:00:00.000Z', result: '4.75' },
    ],
  };
  const thing = { '@iot.id': 7, name: 'Upper Gate', description: '', properties: { verticalDatum: 'Delta 72' } };
  const whole = { ...thing, Datastreams: [stream] };
  const points = [
    ['2026-07-21T01:00', 4.5],
    ['2026-07-21T02:00', 4.75],
  ];
  for (const answer of [{ value: [whole] }, [whole], whole, { value: [{ ...stream, Thing: thing }] }])
    expect(read(JSON.stringify(answer))).toMatchObject({
      sound: true,
      stations: [{ id: '7', datum: 'Delta 72' }],
      points,
    });
  const page = { '@iot.nextLink': 'https://aurelia.example/v1.1/Things?$skip=1', value: [whole] };
  expect(read(JSON.stringify(page))).toMatchObject({ sound: true, rules: ['json-more'] });
  for (const answer of [null, 7, [null], { value: 1 }, { value: [{ Thing: null, Observations: 1 }] }])
    expect(read(JSON.stringify(answer)).sound).toBe(false);
});
