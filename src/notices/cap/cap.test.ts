import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCALES } from '../../kernel/index.ts';
import {
  acceptable,
  ackOf,
  CATEGORIES,
  type CapAlert,
  type CapInfo,
  CERTAINTIES,
  chainStates,
  checkAlert,
  errorOf,
  LEVEL_SCHEMES,
  levelParameter,
  levelsFor,
  MSG_TYPES,
  noticeAlert,
  noticeDraft,
  RESPONSE_TYPES,
  readCap,
  readCapFeed,
  receiptOf,
  referenceTo,
  SCOPES,
  SEVERITIES,
  STATUSES,
  URGENCIES,
  writeCap,
  writeCapFeed,
} from './cap.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A flood warning between two fictional duty posts; `change` replaces words of the file. */
function file(...changes: readonly (readonly [string, string])[]): Uint8Array {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>hydro-7</identifier>
  <sender>water.duty@aurelia.example</sender>
  <sent>2026-07-21T06:30:00+07:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Restricted</scope>
  <restriction>Duty posts of the two sides</restriction>
  <addresses>duty.lower "post of the upper gate"</addresses>
  <incidents>drill-1</incidents>
  <info>
    <language>vi-VN</language>
    <category>Met</category>
    <event>Lũ lên nhanh</event>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Observed</certainty>
    <expires>2026-07-21T18:30:00+07:00</expires>
    <parameter><valueName>vn-disaster-risk-level</valueName><value>3</value></parameter>
    <area>
      <areaDesc>Hạ lưu</areaDesc>
      <polygon>22.1,106.1 22.1,106.4 22.4,106.4 22.1,106.1</polygon>
      <circle>22.3,106.2 12.5</circle>
    </area>
  </info>
  <info>
    <language>zh-CN</language>
    <category>Met</category>
    <event>洪水迅速上涨</event>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Observed</certainty>
    <expires>2026-07-21T19:30:00+08:00</expires>
    <area><areaDesc>下游</areaDesc></area>
  </info>
</alert>`;
  return bytes(changes.reduce((whole, [from, to]) => whole.replace(from, to), text));
}

const rulesOf = (source: Uint8Array) => readCap(source).findings.map(({ rule }) => rule);

test('a warning in two languages is read whole, and nothing is found in it', () => {
  const { alert, findings, version } = readCap(file());
  expect(findings).toEqual([]);
  expect(version).toBe('1.2');
  expect(alert?.addresses).toEqual(['duty.lower', 'post of the upper gate']);
  expect(alert?.info.map(({ event }) => event)).toEqual(['Lũ lên nhanh', '洪水迅速上涨']);
  expect(alert?.info[0]?.area[0]?.circle).toEqual([{ centre: [22.3, 106.2], radius: 12.5 }]);
});

test('each rule beyond the schema finds what breaks it, and only that', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['<sent>2026-07-21T06:30:00+07:00', '<sent>2026-07-21T06:30:00Z', 'time-utc'],
    ['<sent>2026-07-21T06:30:00+07:00', '<sent>2026-07-21T06:30:00,07:00', 'time-comma'],
    ['<sent>2026-07-21T06:30:00+07:00', '<sent>2026-02-30T06:30:00+07:00', 'time-impossible'],
    ['<sent>2026-07-21T06:30:00+07:00', '<sent>21/7/2026', 'time-form'],
    ['hydro-7', 'hydro 7', 'identifier-characters'],
    ['hydro-7', '2.49.0.0.704.1.7', 'identifier-oid'],
    ['water.duty@aurelia.example', 'water,duty', 'sender-characters'],
    ['upper gate"', 'upper gate', 'list-quotes'],
    ['duty.lower', 'duty.lower,', 'address-comma'],
    ['<msgType>Alert', '<msgType>Cancel', 'references-missing'],
    ['<incidents>', '<references>somebody</references><incidents>', 'references-form'],
    ['<incidents>', '<references>a,b,2027-01-01T00:00:00+07:00</references><incidents>', 'references-later'],
    ['<scope>Restricted', '<scope>Private', 'restriction-unexpected'],
    ['<restriction>Duty posts of the two sides</restriction>', '', 'restriction-missing'],
    ['T18:30:00+07:00', 'T06:30:00+07:00', 'expires-early'],
    ['<severity>Severe', '<severity>Severest', 'value-unknown'],
    ['zh-CN', 'vi-VN', 'language-repeated'],
    ['T19:30:00+08:00', 'T18:30:00+08:00', 'languages-disagree'],
    ['<value>3<', '<value>5<', 'level-severity'],
    ['22.4,106.4 22.1,106.1<', '22.1,106.1<', 'polygon-points'],
    ['22.4,106.4 22.1,106.1<', '22.4,106.4 22.1,106.2<', 'polygon-open'],
    ['22.1,106.4', '106.4,22.1', 'point-range'],
    ['22.1,106.4', '22.1, 106.4', 'point-form'],
    ['106.2 12.5', '106.2 -3', 'circle-form'],
    ['</circle>', '</circle><ceiling>900</ceiling>', 'ceiling-alone'],
    ['</circle>', '</circle><altitude>900</altitude><ceiling>90</ceiling>', 'ceiling-below'],
    ['<event>Lũ lên nhanh</event>', '', 'element-missing'],
    ['<urgency>Immediate</urgency>', '<urgency>Immediate</urgency><event>x</event>', 'element-order'],
    ['<status>Actual</status>', '<status>Actual</status><status>Actual</status>', 'element-repeated'],
    ['<status>Actual</status>', '<status x="1">Actual</status>', 'attribute-unknown'],
    ['<scope>', 'stray <scope>', 'text-stray'],
    ['<addresses>', '<adresses/><addresses>', 'element-unknown'],
  ];
  for (const [from, to, rule] of broken) {
    const found = [...new Set(rulesOf(file([from, to])))];
    // A change in one language alone makes the two disagree besides, and an unknown severity is that of no level.
    const besides = rule === 'languages-disagree' ? [] : ['languages-disagree'];
    if (rule === 'value-unknown') besides.push('level-severity');
    expect({ rule, found: found.filter((one) => !besides.includes(one)) }).toEqual({ rule, found: [rule] });
  }
});

test('a finding tells the line and column of the element, its path and the clause', () => {
  const [finding] = readCap(file(['<polygon>22.1,106.1 22.1,106.4 ', '<polygon>22.1,106.1 '])).findings;
  expect(finding).toMatchObject({
    rule: 'polygon-points',
    path: 'alert/info[1]/area[1]/polygon[1]',
    line: 23,
    column: 7,
    clause: 'CAP 3.2.4 polygon',
    severity: 'error',
  });
});

test('what is no CAP, or no XML that may be read, is refused with its place', () => {
  const refusals: readonly (readonly [string, string])[] = [
    ['', 'xml-empty'],
    ['<alert', 'xml-malformed'],
    ['<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">&outside;</alert>', 'xml-malformed'],
    ['<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/hosts">]><alert>&x;</alert>', 'xml-doctype'],
    ['<alert xmlns="urn:elsewhere"/>', 'not-cap'],
    [`${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, 'xml-too-deep'],
    ['<?xml version="1.0" encoding="no-such-code"?><alert/>', 'xml-encoding-unknown'],
  ];
  for (const [text, rule] of refusals) {
    const { alert, findings } = readCap(bytes(text));
    expect({ alert, rules: findings.map((finding) => finding.rule) }).toEqual({ alert: null, rules: [rule] });
    expect(findings[0]?.line).toBeGreaterThan(0);
  }
});

test('a file is read in the encoding it declares, and refused where its bytes are none of it', () => {
  const plain = file(
    ['UTF-8', 'ISO-8859-1'],
    ['Duty posts', 'Señales'],
    ['Lũ lên nhanh', 'Flood'],
    ['Hạ lưu', 'Delta'],
  );
  const latin = Buffer.from(
    new TextDecoder().decode(plain).replace('洪水迅速上涨', 'Flood').replace('下游', 'Delta'),
    'latin1',
  );
  expect(readCap(latin).alert?.restriction).toBe('Señales of the two sides');
  expect(rulesOf(new Uint8Array([...file(), 0xff, 0xfe]))).toEqual(['xml-encoding-wrong']);
});

test('a signature is said to be there and not to have been verified', () => {
  const signature =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/></ds:Signature></alert>';
  const { alert, findings } = readCap(file(['</alert>', signature]));
  expect(findings.map(({ rule }) => rule)).toEqual(['signature-unverified']);
  expect(alert?.signatures).toBe(1);
});

test('alerts of CAP 1.0 and 1.1 are read as 1.2, and it is said', () => {
  const first = `<alert xmlns="http://www.incident.com/cap/1.0"><identifier>a1</identifier><sender>b@aurelia.example</sender>
    <sent>2004-05-06T07:08:09-00:00</sent><status>Actual</status><msgType>Update</msgType><password>x</password>
    <references>a0/b@aurelia.example</references><info><category>Met</category><event>Storm</event><urgency>Expected</urgency>
    <severity>Minor</severity><certainty>Very Likely</certainty><parameter>LEVEL=2</parameter>
    <area><areaDesc>Coast</areaDesc></area></info></alert>`;
  const { alert, findings } = readCap(bytes(first));
  expect(findings.map(({ rule }) => rule)).toEqual(['version', 'password-dropped']);
  expect(alert).toMatchObject({ scope: 'Public', references: [{ identifier: 'a0', sender: 'b@aurelia.example' }] });
  expect(alert?.info[0]).toMatchObject({ certainty: 'Likely', parameter: [{ valueName: 'LEVEL', value: '2' }] });
  expect(rulesOf(file(['cap:1.2', 'cap:1.1']))).toEqual(['version']);
});

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[\p{C}\ufffd]/u.test(text));
const text = word.filter((one) => one.trim() !== '');
const name = fc.stringMatching(/^[A-Za-z0-9.:@_-]{1,20}$/);
const time = fc
  .tuple(fc.integer({ min: 0, max: 4_000_000_000 }), fc.constantFrom('+07:00', '+08:00', '-00:00', '-03:30'))
  .map(([second, zone]) => `${new Date(second * 1000).toISOString().slice(0, 19)}${zone}`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const pair = fc.record({ valueName: text, value: text });
const degrees = (most: number) => fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((value) => value / 1e6 + 0);
const point = fc.tuple(degrees(90), degrees(180));
const area = fc.record({
  areaDesc: text,
  polygon: fc.array(
    fc.array(point, { minLength: 3, maxLength: 6 }).map((points) => [...points, points[0] as [number, number]]),
    { maxLength: 2 },
  ),
  circle: fc.array(fc.record({ centre: point, radius: fc.nat(50_000).map((value) => value / 1e7) }), {
    maxLength: 2,
  }),
  geocode: fc.array(pair, { maxLength: 2 }),
  altitude: fc.constant(100),
  ceiling: maybe(fc.integer({ min: 100, max: 60_000 })),
});
const resource = fc.record({
  ...{ resourceDesc: text, mimeType: fc.constant('image/png'), size: maybe(fc.nat()), uri: maybe(fc.webUrl()) },
  ...{ derefUri: maybe(fc.base64String({ minLength: 4 })), digest: fc.constant(null) },
});
const info: fc.Arbitrary<CapInfo> = fc.record({
  language: maybe(fc.constantFrom('vi-VN', 'zh-CN', 'en', 'fa')),
  category: fc.array(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 2 }),
  ...{ event: text, responseType: fc.array(fc.constantFrom(...RESPONSE_TYPES), { maxLength: 2 }) },
  ...{ urgency: fc.constantFrom(...URGENCIES), severity: fc.constantFrom(...SEVERITIES) },
  ...{ certainty: fc.constantFrom(...CERTAINTIES), audience: maybe(text), eventCode: fc.array(pair, { maxLength: 2 }) },
  ...{
    effective: maybe(time),
    onset: maybe(time),
    expires: maybe(time),
    senderName: maybe(text),
    headline: maybe(text),
  },
  ...{ description: maybe(text), instruction: maybe(text), web: maybe(fc.webUrl()), contact: maybe(text) },
  ...{
    parameter: fc.array(pair, { maxLength: 2 }),
    resource: fc.array(resource, { maxLength: 1 }),
    area: fc.array(area, { maxLength: 2 }),
  },
});
const alerts: fc.Arbitrary<CapAlert> = fc
  .record({
    ...{ identifier: name, sender: name, sent: time, status: fc.constantFrom(...STATUSES) },
    ...{ msgType: fc.constantFrom(...MSG_TYPES), source: maybe(text), scope: fc.constantFrom(...SCOPES) },
    restriction: text,
    addresses: fc.array(
      word.filter((one) => !/["\p{Z}]/u.test(one)),
      { minLength: 1, maxLength: 3 },
    ),
    ...{ code: fc.array(text, { maxLength: 2 }), note: maybe(text) },
    references: fc.array(fc.record({ sender: name, identifier: name.map((one) => `_${one}`), sent: time }), {
      minLength: 1,
      maxLength: 2,
    }),
    incidents: fc.array(fc.constantFrom('one', 'two words', ''), { maxLength: 2 }),
    ...{ info: fc.array(info, { maxLength: 2 }), signatures: fc.constant(0) },
  })
  .map((alert) => ({ ...alert, restriction: alert.scope === 'Restricted' ? alert.restriction : null }));

test('whatever alert is written is read back the same, in the order of the schema', () => {
  fc.assert(
    fc.property(alerts, (alert) => {
      const { alert: back, findings } = readCap(bytes(writeCap(alert)));
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(back).toEqual(alert);
    }),
    { numRuns: 60 },
  );
});

test('no bytes make the reader fall over, and none that were bent pass for the alert they were bent from', () => {
  const whole = file();
  const bent = fc
    .tuple(fc.nat(whole.length - 1), fc.nat(30), fc.uint8Array({ maxLength: 12 }))
    .map(([at, gone, more]) => new Uint8Array([...whole.subarray(0, at), ...more, ...whole.subarray(at + gone)]));
  fc.assert(
    fc.property(fc.oneof(bent, fc.uint8Array()), (source) => {
      const { alert, findings } = readCap(source);
      expect(alert === null).toBe(!acceptable(findings));
      for (const { line, column } of findings) expect(line > 0 && column > 0).toBe(true);
    }),
    { numRuns: 150 },
  );
});

/** The alert of the file, as another message of its chain. */
function message(identifier: string, change: Partial<CapAlert> = {}): CapAlert {
  return { ...(readCap(file()).alert as CapAlert), identifier, ...change };
}

test('the state of a chain is the same in whatever order its messages came', () => {
  const first = message('1');
  const update = message('2', {
    msgType: 'Update',
    sent: '2026-07-21T07:00:00+07:00',
    references: [referenceTo(first)],
  });
  const cancel = message('3', {
    msgType: 'Cancel',
    sent: '2026-07-21T08:00:00+07:00',
    references: [referenceTo(update)],
  });
  const drill = message('4', { msgType: 'Cancel', status: 'Exercise', references: [referenceTo(first)] });
  const ack = message('5', { msgType: 'Ack', references: [referenceTo(first)] });
  const stranger = message('6', { msgType: 'Cancel', sender: 'x@elsewhere.example', references: [referenceTo(first)] });
  const states = (alerts: readonly CapAlert[]) =>
    Object.fromEntries(
      chainStates(alerts, '2026-07-21T01:00:00Z').map((entry) => [entry.reference.identifier, entry.state]),
    );
  expect(states([first])).toEqual({ 1: 'in-force' });
  expect(states([drill, ack, stranger, first])).toMatchObject({ 1: 'in-force', 4: 'not-live', 5: 'answer' });
  const whole = [first, update, cancel, ack];
  expect(states(whole)).toEqual({ 1: 'superseded', 2: 'cancelled', 3: 'cancelled', 5: 'answer' });
  expect(states([...whole, ...whole].reverse())).toEqual(states(whole));
  expect(chainStates([update], '2026-07-21T01:00:00Z')[0]?.missing).toEqual([referenceTo(first)]);
  expect(chainStates([first], '2026-07-22T00:00:00Z')[0]?.state).toBe('expired');
});

test('an answer tells a machine that has a message from a post that has taken it in charge', () => {
  const answering = {
    identifier: 'a9',
    sender: 'duty.lower',
    sent: '2026-07-21T06:41:00+07:00',
    note: 'Post 2, shift B',
  };
  const taken = ackOf(message('1'), 'taken-in-charge', answering);
  expect(checkAlert(taken)).toEqual([]);
  expect(receiptOf(readCap(bytes(writeCap(taken))).alert as CapAlert)).toBe('taken-in-charge');
  expect(receiptOf({ ...taken, code: [] })).toBe('received');
  const refused = errorOf({ ...message('1'), status: 'Exercise' }, { ...answering, note: 'polygon not closed' });
  expect(refused).toMatchObject({ msgType: 'Error', status: 'Exercise', note: 'polygon not closed' });
});

test('the national levels are data: each has its names in three languages, a source, a colour and a severity', () => {
  for (const scheme of LEVEL_SCHEMES) {
    expect(scheme.source.length).toBeGreaterThan(20);
    expect(new Set(scheme.levels.map(({ id }) => id)).size).toBe(scheme.levels.length);
    for (const level of [scheme, ...scheme.levels])
      for (const locale of LOCALES) expect(level.name[locale]).toMatch(/\S/);
    const weights = scheme.levels.map(({ severity }) => SEVERITIES.indexOf(severity));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    for (const { colour } of scheme.levels) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  }
  expect(levelParameter('cn-warning-colour', 'orange')).toEqual({ valueName: 'cn-warning-colour', value: 'orange' });
  expect(levelParameter('cn-warning-colour', 'violet')).toBeNull();
  expect(levelsFor('vn-disaster-risk', 'Extreme').map(({ id }) => id)).toEqual(['4', '5']);
});

test('a feed gives each reader what is public or addressed to them, and no drill', () => {
  const open = message('p1', { scope: 'Public', restriction: null, addresses: [] });
  const closed = message('r1', { scope: 'Private', restriction: null, addresses: ['duty.lower'] });
  const drill = message('d1', { scope: 'Public', restriction: null, status: 'Exercise', note: 'drill-1' });
  const head = { id: 'urn:feed:1', title: 'Warnings', updated: '2026-07-21T00:00:00Z' };
  const read = (...readers: string[]) => readCapFeed(bytes(writeCapFeed([open, closed, drill], head, readers)));
  expect(read().entries.map(({ reading }) => reading?.alert?.identifier)).toEqual(['p1']);
  const { entries, findings } = read('duty.lower');
  expect(entries.map(({ reading }) => reading?.alert)).toEqual([open, closed]);
  expect(findings).toEqual([]);
  const foreign =
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="https://away.example/1"/></entry></feed>';
  expect(readCapFeed(bytes(foreign)).entries).toMatchObject([{ link: 'https://away.example/1', reading: null }]);
  expect(readCapFeed(file()).findings[0]?.rule).toBe('not-cap');
});

test('a notice becomes an alert between the two sides, with the levels of both, and holds to every rule', () => {
  const deed = (action: string, at: string) => ({ action, at, by: 'lan', party: 'VN' });
  const notice = {
    ...{ type: 'weather-warning', mode: 'normal', channel: null, to: ['CN'], references: [], limits: {} },
    from: { party: 'VN', post: 'post-1', postName: 'Duty post' },
    texts: {
      vi: { headline: 'Mưa rất to', instruction: 'Theo dõi mực nước' },
      zh: { headline: '特大暴雨', instruction: '' },
    },
    fields: { phenomenon: 'heavy-rain', levelVn: '3', levelCn: 'orange' },
    area: {
      name: 'Delta',
      rings: [
        [
          [22.1, 106.1],
          [22.1, 106.4],
          [22.4, 106.4],
        ].map(([latitude, longitude]) => ({ latitude, longitude })),
      ],
      circles: [],
    },
    expires: '2026-07-22T00:00:00.000Z',
  };
  const first = deed('a1', '2026-07-21T00:00:00.000Z');
  const state = { notice, contents: [first], ended: null, standing: 'open' };
  const build = (change: object) =>
    noticeAlert('n-1', { ...state, ...change } as unknown as Parameters<typeof noticeAlert>[1]);
  const alert = build({});
  expect(checkAlert(alert)).toEqual([]);
  expect(alert).toMatchObject({ identifier: 'n-1', msgType: 'Alert', scope: 'Private', addresses: ['CN'] });
  expect(alert.sent).toBe('2026-07-21T07:00:00+07:00');
  expect(alert.info.map(({ language, severity }) => [language, severity])).toEqual([
    ['vi-VN', 'Severe'],
    ['zh-CN', 'Severe'],
  ]);
  expect(alert.info[0]?.area[0]?.polygon[0]).toHaveLength(4);
  expect(readCap(bytes(writeCap(alert))).alert).toEqual(alert);
  const { texts, fields, area, type, mode } = notice;
  expect(noticeDraft(alert)).toEqual({ type, mode, texts, fields, area, expires: notice.expires });
  const update = build({ contents: [first, deed('a2', '2026-07-21T01:00:00.000Z')] });
  expect(update).toMatchObject({ identifier: 'n-1.a2', msgType: 'Update', references: [referenceTo(alert)] });
  const cancel = build({ ended: { ...deed('a3', '2026-07-21T02:00:00.000Z'), text: 'over' }, standing: 'cancelled' });
  expect(cancel).toMatchObject({ msgType: 'Cancel', note: 'over', references: [referenceTo(alert)] });
});

test('an alert of others begins a notice with its words and area; the type is for a person, and a test never calls anybody out', () => {
  const { alert } = readCap(file());
  const draft = noticeDraft({ ...(alert as CapAlert), status: 'Test' });
  expect(draft).toMatchObject({ type: null, mode: 'exercise', fields: {} });
  expect(Object.values(draft.texts)[0]?.headline).not.toBe('');
});
