import { Session } from 'node:inspector/promises';
import { parseArgs } from 'node:util';
import { readEnvelope } from '../src/exchange/index.ts';
import { Problem } from '../src/kernel/index.ts';
import { capModule, waterModule } from '../src/notices/index.ts';
import { seededNumbers } from './seeded-numbers.ts';

// A coverage-guided fuzzer of everything that reads what others send: `npm run fuzz -- --seconds 60 --seed 1 --target cap`.
// An input that reaches code no earlier one reached is kept and bent further. What breaks anything but its rules is written out.

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: '' },
  },
});
const random = seededNumbers(Number(values.seed));
const below = (limit: number) => Math.floor(random() * limit);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const { readCap, checkCapFile, writeCap } = await capModule();
const { readWater, sensorThings, writeWaterCsv, writeWaterMl } = await waterModule();

const ALERT =
  '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>b</sender><sent>2026-07-21T06:30:00+07:00</sent><status>Actual</status><msgType>Update</msgType><scope>Restricted</scope><restriction>r</restriction><addresses>"a b" c</addresses><references>b,a0,2026-07-21T05:30:00+07:00</references><info><language>vi</language><category>Met</category><event>e</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty><parameter><valueName>n</valueName><value>v</value></parameter><resource><resourceDesc>d</resourceDesc><mimeType>a/b</mimeType><size>1</size><derefUri>AAAA</derefUri></resource><area><areaDesc>x</areaDesc><polygon>1,1 1,2 2,2 1,1</polygon><circle>1,1 2</circle><altitude>1</altitude><ceiling>2</ceiling></area></info></alert>';
const CSV =
  'station,name,time,parameter,value,unit,quality,datum\nG1,"Upper, gate",2026-07-21T06:00:00+07:00,level,4.12,m,good,D\nG1,x,2026-07-21T07:00:00+07:00,level,,m,,D\n';
const { series } = readWater(bytesOf(CSV));
const ENVELOPE =
  '{"data":{"notice":{"id":"n"}},"datacontenttype":"application/json","dataschema":"x","id":"i","partner":"urn:servanda:b","sequence":"0000000001","sig":"s","source":"urn:servanda:a","specversion":"1.0","subject":"n","time":"2026-07-21T00:00:00Z","type":"servanda.notice"}';

/** What is read, and what it begins with. A `Problem` is an answer; anything else thrown is a fault. */
const TARGETS: Readonly<Record<string, { readonly seeds: readonly string[]; run(bytes: Uint8Array): void }>> = {
  cap: {
    seeds: [ALERT, ALERT.replace('cap:1.2', 'cap:1.1')],
    run: (bytes) => {
      const { alert } = readCap(bytes);
      if (alert && readCap(bytesOf(writeCap(alert))).alert === null) throw new Error('written alert is refused');
    },
  },
  feed: {
    seeds: [
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>t</title><updated>u</updated><entry><id>e</id><title>t</title><updated>u</updated><content>${ALERT}</content></entry></feed>`,
      '<rss version="2.0"><channel><item><title>t</title><link>https://aurelia.example/</link></item></channel></rss>',
    ],
    run: (bytes) => void checkCapFile(bytes),
  },
  water: {
    seeds: [CSV, JSON.stringify(sensorThings(series)), writeWaterMl(series, '2026-07-22T00:00:00Z')],
    run: (bytes) => {
      const { series: read, findings } = readWater(bytes);
      if (read.length === 0 && findings.length === 0) throw new Error('nothing read and nothing said');
      if (findings.every(({ severity }) => severity !== 'error')) writeWaterCsv(read);
    },
  },
  envelope: {
    seeds: [ENVELOPE],
    run: (bytes) => {
      try {
        readEnvelope(bytes);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    },
  },
};

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });

/** The blocks of our own code that ran since it was last asked. */
async function reached(): Promise<string[]> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  return result
    .filter(({ url }) => url.includes('/src/'))
    .flatMap(({ scriptId, functions }) =>
      functions.flatMap(({ ranges }) =>
        ranges.map(
          ({ startOffset, endOffset, count }) => `${scriptId}:${startOffset}-${endOffset}:${Math.min(count, 1)}`,
        ),
      ),
    );
}

const WORDS = [
  '<',
  '>',
  '/>',
  '&amp;',
  '&#x0;',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a>',
  '"',
  "'",
  ',',
  '\n',
  '\ufeff',
  '\u0000',
  '-1',
  '1e999',
  'NaN',
  'xsi:nil="true"',
  '{',
  ']',
  'null',
];

function bend(input: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const at = below(input.length + 1);
  const [head, tail] = [input.subarray(0, at), input.subarray(at)];
  const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const kinds: readonly (() => Uint8Array)[] = [
    () => joined(head, tail.subarray(1 + below(24))),
    () => joined(head, bytesOf(WORDS[below(WORDS.length)] ?? ''), tail),
    () => joined(head, Uint8Array.of(below(256)), tail.subarray(1)),
    () => joined(head, input.subarray(below(input.length), below(input.length) + below(200)), tail),
    () => {
      const other = others[below(others.length)] ?? input;
      return joined(head, other.subarray(below(other.length)));
    },
  ];
  const bent = kinds[below(kinds.length)]?.() ?? input;
  return random() < 0.4 ? bend(bent.subarray(0, 20_000), others) : bent.subarray(0, 20_000);
}

let faults = 0;
const chosen = Object.entries(TARGETS).filter(([name]) => values.target === '' || name === values.target);
for (const [name, { seeds, run }] of chosen) {
  const corpus: Uint8Array[] = seeds.map(bytesOf);
  const known = new Set<string>();
  const end = Date.now() + (Number(values.seconds) * 1000) / chosen.length;
  let runs = 0;
  await reached();
  while (Date.now() < end) {
    const input =
      runs < seeds.length ? (corpus[runs] as Uint8Array) : bend(corpus[below(corpus.length)] as Uint8Array, corpus);
    runs += 1;
    try {
      run(input);
    } catch (error) {
      faults += 1;
      process.stdout.write(`${name}: ${String(error)}\n${Buffer.from(input).toString('base64')}\n`);
    }
    const fresh = (await reached()).filter((block) => !known.has(block));
    for (const block of fresh) known.add(block);
    if (fresh.length > 0 && runs > seeds.length) corpus.push(input);
  }
  process.stdout.write(
    `${name}: ${runs} inputs, ${corpus.length} kept, ${known.size} blocks, ${faults} faults so far\n`,
  );
}
process.exitCode = faults > 0 ? 1 : 0;
