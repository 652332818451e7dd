import { compileWhatIsUsedMost } from '../src/cli/memory.ts';
import { readInTurn } from '../src/commitments/index.ts';
import { parseText } from '../src/documents/index.ts';
import { type BenchLanguage, LANGUAGES, wovenText } from './woven-texts.ts';

/** Megabytes of UTF-8 text a second of processor time that reading with all attributes takes, as `servanda extract` reads. */
interface Measured {
  readonly parse: number;
  readonly read: number;
  readonly candidates: number;
  readonly sentences: number;
  readonly different: number;
}

/** Processor time of this process, which counts no other process (but a neighbour on the same core slows it too). */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function read(text: string): Measured {
  const begun = seconds();
  const document = parseText(text, { name: 'bench.txt' });
  const parsed = seconds();
  let candidates = 0;
  for (const step of readInTurn(document)) candidates += step.candidates.length;
  const done = seconds();
  const { sentences } = document;
  const different = new Set(sentences.map(({ span }) => text.slice(span.start, span.end))).size;
  return { parse: parsed - begun, read: done - parsed, candidates, sentences: sentences.length, different };
}

/** A loop that needs no memory: how busy the machine is shows in how long it takes (some 40 million cycles). */
function busyness(): number {
  const begun = seconds();
  let sum = 0;
  for (let count = 0; count < 1e7; count++) sum = (Math.imul(sum, 31) + count) | 0;
  return sum === 1 ? 0 : (seconds() - begun) * 1e3;
}

function measure(language: BenchLanguage, megabytes: number): void {
  const text = wovenText(language, megabytes);
  const found = read(text);
  const rate = (taken: number) => `${(megabytes / taken).toFixed(2)} MB/s`;
  const share = Math.round((100 * found.different) / found.sentences);
  console.log(
    `${language} ${megabytes} MB: parse ${rate(found.parse)}, read ${rate(found.read)}, both ${rate(found.parse + found.read)}; ` +
      `${found.sentences} sentences (${share} % different), ${found.candidates} candidates, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1e3)} MB of memory at most, loop ${busyness().toFixed(0)} ms`,
  );
}

/** Sentence splitting and tagging by `compromise`, beside the whole reading of the same English text; a ratio holds on any machine. */
async function besidePeer(megabytes: number): Promise<void> {
  const { default: nlp } = await import('compromise');
  const text = wovenText('en', megabytes);
  const { parse, read: reading } = read(text);
  const begun = seconds();
  const sentences = nlp(text).sentences().length;
  const ratio = (seconds() - begun) / (parse + reading);
  console.log(
    `en ${megabytes} MB: compromise takes ${ratio.toFixed(2)} times as long (${sentences} sentences split and tagged)`,
  );
}

compileWhatIsUsedMost();
const LENGTHS = process.argv.includes('--long') ? [5, 10, 25, 50] : [1];
for (const language of LANGUAGES) {
  read(wovenText(language, 0.3, 2));
  for (const megabytes of LENGTHS) measure(language, megabytes);
}
if (!process.argv.includes('--long')) for (const megabytes of [1, 1]) await besidePeer(megabytes);
