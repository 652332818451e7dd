import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommitments } from '../../src/commitments/index.ts';
import { parseText } from '../../src/documents/index.ts';
import { readEntities } from '../../src/entities/index.ts';
import { figuresOf, type GoldEntity, MEASURED, occurrences } from './measure.ts';

/** Names found in the texts of a folder against a list of entities: `run.ts FOLDER ENTITIES.jsonl [--errors]`. */
const [folder = '../shared/seeds', list = '../shared/gold/entities.jsonl', flag] = process.argv.slice(2);
const gold = readFileSync(list, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as GoldEntity);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const document = parseText(readFileSync(join(folder, name), 'utf8'), { name });
    const reading = readEntities(document, readCommitments(document));
    return { document, reading, gold: occurrences(document.text, name, gold) };
  });
const percent = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));

console.log('kind        gold  recall  mentions  precision');
for (const kind of MEASURED) {
  const { gold: wanted, found, proposed, right, missed, wrong } = figuresOf(kind, texts);
  const cells = [kind.padEnd(11), String(wanted).padStart(4), percent(found, wanted).padStart(7)];
  console.log(...cells, String(proposed).padStart(9), percent(right, proposed).padStart(9));
  if (flag !== '--errors') continue;
  for (const words of missed) console.log(`   missed  ${words}`);
  for (const words of wrong) console.log(`   wrong   ${words}`);
}
if (flag === '--facts') {
  for (const { document, reading } of texts) {
    for (const { value, status, quote, mention } of reading.facts) {
      const { name, entries } = reading.mentions[mention] ?? { name: '', entries: [] };
      console.log(document.name.slice(0, 3), entries[0] ?? `? ${name}`, status, JSON.stringify(value), '«', quote, '»');
    }
  }
}
