import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptable, checkCapFile, readCap, readCapFeed, writeCap } from './cap.ts';

/** The forms in which services publish alerts, with fictional senders in them. */
const bytes = (text: string) => new TextEncoder().encode(text);
const VERSIONS = {
  '1.0': 'http://www.incident.com/cap/1.0',
  '1.1': 'urn:oasis:names:tc:emergency:cap:1.1',
  '1.2': 'urn:oasis:names:tc:emergency:cap:1.2',
};

const block = (language: string, inside = '') =>
  `<info><language>${language}</language><category>Met</category><event>Storm</event><urgency>Expected</urgency><severity>Moderate</severity><certainty>Likely</certainty>${inside}</info>`;
const alert = (
  inside: string,
  { version = '1.2' as keyof typeof VERSIONS, head = '<scope>Public</scope>', msgType = 'Alert' } = {},
) =>
  `<alert xmlns="${VERSIONS[version]}"><identifier>a-1</identifier><sender>duty@aurelia.example</sender><sent>2026-07-21T06:30:00+08:00</sent><status>Actual</status><msgType>${msgType}</msgType>${head}${inside}</alert>`;
/** Every element under a prefix, as many generators write it. */
const prefixed = (text: string) => text.replace('xmlns=', 'xmlns:cap=').replace(/<(\/?)(?=[A-Za-z])/g, '<$1cap:');
const found = (source: string | Uint8Array) => {
  const { alert: whole, findings } = readCap(typeof source === 'string' ? bytes(source) : source);
  return { read: whole !== null, rules: findings.map(({ rule }) => rule) };
};

const AREA =
  '<area><areaDesc>Delta</areaDesc><polygon>+41.12,-117.61 +41.06,-117.47 41.04,-117.4700 +41.12,-117.61 </polygon><geocode><valueName>X</valueName><value>1</value></geocode><altitude>0.0</altitude><ceiling>9842.5197</ceiling></area>';

test('prefixes, style sheets, comments, line ends, byte-order marks and wide letters make no difference', () => {
  const plain = alert(block('en-AU', AREA) + block('vi-VN', AREA));
  const dressed = `<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<?xml-stylesheet href='a.xsl' type='text/xsl'?>\r\n<!-- issued -->\r\n${prefixed(plain).replaceAll('><', '>\r\n  <')}`;
  const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${plain}`, 'utf16le');
  const located = plain.replace(
    '<alert ',
    '<alert xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x cap.xsd" ',
  );
  for (const source of [plain, dressed, `\ufeff${plain}`, wide, located])
    expect(found(source)).toEqual({ read: true, rules: [] });
});

test('elements that are there and empty are pointed out and do no harm where the schema lets them', () => {
  const update = alert(
    block(
      'en',
      '<description/><parameter><valueName>HEADER</valueName><value></value></parameter><parameter><valueName>RESOURCES</valueName><value /></parameter>',
    ),
    {
      msgType: 'Update',
      head: '<scope>Public</scope><restriction/><addresses/><note></note><references>duty@aurelia.example,a-0,2026-07-21T06:30:00+08:00 x,y,2026-07-20T22:30:00-00:00</references>',
    },
  );
  expect(found(update)).toEqual({ read: true, rules: Array.from({ length: 4 }, () => 'element-blank') });
  const nothing = alert(block('en').replace('Expected', ''), {
    msgType: 'Update',
    head: '<scope>Public</scope><references/>',
  });
  expect(found(nothing)).toEqual({
    read: false,
    rules: expect.arrayContaining(['references-missing', 'value-unknown']),
  });
});

test('an enveloped signature, of one generator or of two, leaves the alert readable and is said to be unverified', () => {
  const signature =
    '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="s"><ds:SignedInfo><ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/></ds:Transforms></ds:Reference></ds:SignedInfo><ds:KeyInfo><ds:X509Data><ds:X509Certificate>AA==</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>';
  for (const many of [signature, signature + signature])
    expect(found(prefixed(alert(block('fr'))).replace('</cap:alert>', `${many}</cap:alert>`))).toEqual({
      read: true,
      rules: ['signature-unverified'],
    });
  expect(found(alert(signature + block('fr')))).toEqual({
    read: false,
    rules: ['signature-unverified', 'element-order'],
  });
});

test('alerts of 1.0 and 1.1 are held to their own schema and read as 1.2', () => {
  const first = alert(
    '<info><category>Safety</category><event>x</event><urgency>Unknown</urgency><severity>Unknown</severity><certainty>Very Likely</certainty><eventCode>EC=v1</eventCode><parameter>LEVEL=ORANGE</parameter><area><areaDesc>All</areaDesc><geocode>fips6=006077</geocode></area></info>',
    {
      version: '1.0',
      head: '<references>a-0/duty@aurelia.example b/c</references>',
    },
  );
  expect(found(first)).toEqual({ read: true, rules: ['version'] });
  const second = (type: string) =>
    alert(
      `<info><category>CBRNE</category><event>x</event><responseType>${type}</responseType><urgency>Unknown</urgency><severity>Unknown</severity><certainty>Likely</certainty><resource><resourceDesc>map</resourceDesc><uri>http://aurelia.example/map</uri></resource></info>`,
      { version: '1.1' },
    );
  expect(found(second('Assess'))).toEqual({ read: true, rules: ['version'] });
  expect(found(second('AllClear'))).toEqual({ read: false, rules: ['version', 'value-unknown'] });
});

test('what the schema asks and files often lack is named, each by its rule', () => {
  const spoiled: readonly (readonly [string, string])[] = [
    [alert(block('en')).replace('<sender>duty@aurelia.example</sender>', ''), 'element-missing'],
    [alert(block('en')).replace('<status>Actual</status>', ''), 'element-missing'],
    [alert(block('en'), { head: '' }), 'element-missing'],
    [alert(block('en'), { head: '<scoep>Public</scoep>' }), 'element-unknown'],
    [alert(block('en'), { head: '<scope>public</scope>' }), 'value-unknown'],
    [alert(`${block('en')}words`), 'text-stray'],
    [alert(block('en_US')), 'language-form'],
    [alert(block('en', AREA.replace('-117.4700', '-117.4700,'))), 'point-form'],
    [alert(block('en', '<expires>2026-07-21T06:30:00.000+08:00</expires>')), 'time-form'],
    [alert(block('en', '<expires>2026-07-22T06:30:00Z</expires>')), 'time-utc'],
    [alert(block('en', '<resource><resourceDesc>map</resourceDesc></resource>')), 'element-missing'],
    [
      alert(
        block('en').replace(
          '<category>Met</category><event>Storm</event>',
          '<event>Storm</event><category>Met</category>',
        ),
      ),
      'element-order',
    ],
  ];
  for (const [text, rule] of spoiled)
    expect(found(text)).toEqual({ read: false, rules: expect.arrayContaining([rule]) });
  expect(found(alert(block('en', '<expires>2026-07-21T24:00:00+08:00</expires>'))).rules).toEqual([]);
});

const entry = (inside: string) =>
  `<entry><id>e</id><title>t</title><updated>2026-07-21T00:00:00Z</updated>${inside}</entry>`;
const atom = (inside: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>Warnings</title><updated>2026-07-21T00:00:00Z</updated>${inside}</feed>`;

test('feeds of both kinds and distributions are read for their alerts, and each fault is named at its place', () => {
  const whole = alert(block('en'));
  const item = '<item><title>t</title><guid>g</guid><link>https://aurelia.example/cap/1</link></item>';
  const feeds: readonly (readonly [string, number, readonly string[]])[] = [
    [atom(entry(`<content type="text/xml">${whole}</content>`)), 1, []],
    [atom(''), 0, []],
    [
      atom(
        entry(
          '<link href="https://aurelia.example/cap/1"/><cap:urgency xmlns:cap="urn:oasis:names:tc:emergency:cap:1.1">Past</cap:urgency>',
        ),
      ),
      1,
      ['feed-index'],
    ],
    [`<rss version="2.0"><channel><title>x</title>${item}${item}</channel></rss>`, 2, ['feed-index']],
    [
      `<e:EDXLDistribution xmlns:e="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><e:contentObject><e:xmlContent><e:embeddedXMLContent>${prefixed(whole)}</e:embeddedXMLContent></e:xmlContent></e:contentObject></e:EDXLDistribution>`,
      1,
      [],
    ],
    [atom(entry('').replace('<id>e</id>', '')), 1, ['feed-part-missing', 'feed-entry-empty']],
    [atom('<foo/>'), 0, ['feed-part-unknown']],
    ['<rss version="2.0"><channel><item/></channel></rss>', 1, ['feed-part-missing', 'feed-entry-empty']],
    ['<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed/>', 0, ['xml-doctype']],
    ['<foo/>', 0, ['not-cap']],
  ];
  for (const [text, entries, rules] of feeds) {
    expect(readCapFeed(bytes(text)).entries).toHaveLength(entries);
    expect(checkCapFile(bytes(text)).map(({ rule }) => rule)).toEqual(rules);
  }
  const [fault] = checkCapFile(bytes(atom(`\n${entry(`<content>${whole.replace('Moderate', 'Heavy')}</content>`)}`)));
  expect(fault).toMatchObject({ rule: 'value-unknown', path: 'feed/entry[1]/content/alert/info[1]/severity', line: 2 });
  expect(acceptable(checkCapFile(bytes(whole)))).toBe(true);
});

/** Bends a file by its tags: one is left out, said twice, renamed, or trades its place with another. */
function bend(text: string, [kind, at, other]: readonly [number, number, number]): string {
  const parts = text.split(/(?=<)/);
  const [a, b] = [at % parts.length, other % parts.length];
  const [here = '', there = ''] = [parts[a], parts[b]];
  if (kind === 0) return parts.toSpliced(a, 1).join('');
  if (kind === 1) return parts.toSpliced(b, 0, here).join('');
  if (kind === 2) return parts.with(a, here.replace(/[A-Za-z]+/, 'other')).join('');
  return parts.with(a, there).with(b, here).join('');
}
const bends = fc.array(fc.tuple(fc.nat(3), fc.nat(500), fc.nat(500)), { minLength: 1, maxLength: 4 });

test('however its tags are bent, an alert is read and written back the same, or refused with a place', () => {
  const whole = alert(block('en', AREA) + block('vi', AREA));
  const feed = atom(entry(`<content>${whole}</content>`));
  fc.assert(
    fc.property(bends, (list) => {
      const bent = list.reduce(bend, whole);
      const { alert: read, findings } = readCap(bytes(bent));
      expect(read === null).toBe(!acceptable(findings));
      for (const { line, column, clause } of findings) expect(line > 0 && column > 0 && clause !== '').toBe(true);
      if (read) expect(readCap(bytes(writeCap(read))).alert).toEqual({ ...read, signatures: 0 });
      expect(checkCapFile(bytes(list.reduce(bend, feed)))).toBeInstanceOf(Array);
    }),
    { numRuns: 150 },
  );
});

test('a text made to be slow is refused like any other', () => {
  const digits = '1'.repeat(300_000);
  for (const area of [
    `<polygon>${digits} 1,1</polygon>`,
    `<circle>1,1 ${digits}x</circle>`,
    `<altitude>${digits}x</altitude>`,
  ])
    expect(found(alert(block('en', `<area><areaDesc>x</areaDesc>${area}</area>`))).read).toBe(false);
  expect(found('<a>'.repeat(200_000)).rules).toEqual(['xml-too-deep']);
});
