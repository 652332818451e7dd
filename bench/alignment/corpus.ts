import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Passage, type PlainBead, readGold } from '../../src/alignment/index.ts';
import type { Language } from '../../src/kernel/index.ts';

/** One pair of files of the development set with its gold. */
export interface Sample {
  readonly pair: string;
  readonly file: string;
  readonly a: readonly Passage[];
  readonly b: readonly Passage[];
  readonly gold: readonly PlainBead[];
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').replace(/\n$/u, '').split('\n');
}

/** Reads `<pair>/<file>.{src,tgt}.txt` and `.gold.tsv` (0-based line numbers) below a folder. */
export function readSamples(folder: string, pairs: readonly string[]): Sample[] {
  return pairs.flatMap((pair) => {
    const [from, to] = pair.split('-') as [Language, Language];
    const files = readdirSync(join(folder, pair))
      .filter((name) => name.endsWith('.gold.tsv'))
      .sort();
    return files.map((name) => {
      const file = name.slice(0, -'.gold.tsv'.length);
      const read = (side: string, language: Language): Passage[] =>
        linesOf(join(folder, pair, `${file}.${side}.txt`)).map((text) => ({ text, language }));
      const gold = readGold(readFileSync(join(folder, pair, name), 'utf8'));
      return { pair, file, a: read('src', from), b: read('tgt', to), gold };
    });
  });
}
