/**
 * Feeds the readers of strangers' bytes with inputs that are changed again and again; what makes V8 run code that no input before ran
 * (block coverage by the inspector) is kept and changed further. Prints what each reader got through; exits with 1 where one broke or
 * took longer than two seconds, and writes the input to FOLDER.
 *
 * node bench/fuzz/fuzz.ts [seconds a reader] [seed] [FOLDER] [reader]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededNumbers } from '../../scripts/seeded-numbers.ts';
import { mutate } from './mutate.ts';
import { type Target, targets } from './targets.ts';

const [SECONDS, SEED] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 1)];
const FOLDER = process.argv[4] ?? join(tmpdir(), 'servanda-fuzz');
const SLOW_MS = 2_000;
/** Inputs run between two looks at the coverage: a look costs more than a run. */
const BATCH = 8;
const CORPUS = 2_000;

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Blocks of our own code that ran since the last look, and roughly how often. */
function blocksRun(): string[] {
  const found: string[] = [];
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { url, functions } of result) {
      if (!/\/src\/(?:exchange|notices|kernel)\//.test(url)) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0)
            found.push(`${url.slice(-40)}:${startOffset}-${endOffset}:${Math.min(6, Math.floor(Math.log2(count)))}`);
        }
      }
    }
  });
  return found;
}

interface Broken {
  readonly input: Uint8Array;
  readonly why: string;
}

function tried({ run }: Target, input: Uint8Array): Broken | null {
  const begun = performance.now();
  try {
    run(input);
  } catch (error) {
    return { input, why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  const took = performance.now() - begun;
  return took > SLOW_MS ? { input, why: `took ${Math.round(took)} ms` } : null;
}

function fuzz(target: Target): number {
  const random = seededNumbers(SEED);
  const corpus = [...target.seeds];
  const seen = new Set<string>();
  const broken = new Map<string, Broken>();
  const pick = () => corpus[Math.floor(random() * corpus.length)] as Uint8Array;
  const learn = (inputs: readonly Uint8Array[]) => {
    const fresh = blocksRun().filter((block) => !seen.has(block));
    for (const block of fresh) seen.add(block);
    if (fresh.length > 0 && corpus.length < CORPUS) corpus.push(...inputs);
  };
  const attempt = (input: Uint8Array) => {
    const found = tried(target, input);
    if (found !== null) broken.set(found.why.split('\n').slice(0, 2).join(' '), found);
  };
  for (const input of corpus) attempt(input);
  learn([]);
  let runs = 0;
  for (const until = performance.now() + SECONDS * 1_000; performance.now() < until; ) {
    const inputs = Array.from({ length: BATCH }, () => mutate(pick(), pick(), random));
    for (const input of inputs) attempt(input);
    runs += BATCH;
    learn(inputs);
  }
  console.log(`${target.name}: ${runs} inputs, ${corpus.length} kept, ${seen.size} blocks, ${broken.size} broken`);
  for (const [index, { input, why }] of [...broken.values()].entries()) {
    const file = join(FOLDER, `${target.name}-${index}`);
    writeFileSync(file, input);
    console.log(`  ${file}\n  ${why.split('\n').slice(0, 4).join('\n  ')}`);
  }
  return broken.size;
}

mkdirSync(FOLDER, { recursive: true });
let broke = 0;
for (const target of await targets()) if ((process.argv[5] ?? target.name) === target.name) broke += fuzz(target);
process.exit(broke > 0 ? 1 : 0);
