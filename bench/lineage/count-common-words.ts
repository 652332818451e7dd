/**
 * Writes src/lineage/data/common-words.json: the words that stand in many units of any statement, with the share of
 * units that have them, as read in the demonstration's texts in four languages. Names are left out. Run it again when
 * the word lists have changed: `node bench/lineage/count-common-words.ts`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/kernel/index.ts';
import { conceptMarks } from '../../src/lineage/concepts/marks.ts';
import type { LineageUnit } from '../../src/lineage/index.ts';
import { readSample } from './gold.ts';

const LEAST_SHARE = 0.025;
const LEAST_UNITS = 3;
const FILES = [
  ...['joint-statement-2023.vi.txt', 'joint-statement-2024.vi.txt', 'joint-statement-2026.vi.txt'],
  ...['joint-statement-2023.en.txt', 'joint-statement-2026.en.txt'],
  ...['joint-statement-2024.zh.txt', 'joint-statement-2024.fa.txt', 'communique-2025.vi.txt'],
];

const units: LineageUnit[] = [];
for (const file of FILES) {
  const { works } = await readSample([join('examples', file)], 'examples/gold/lineage.jsonl');
  units.push(...works.flatMap((work) => work.units));
}

function commonOf(language: Language): Record<string, number> {
  const own = units.filter((unit) => unit.language === language);
  const counts = new Map<string, number>();
  for (const unit of own) {
    const marks = conceptMarks(unit.quote, language).filter(
      ({ kind, keys }) => (kind === 'term' || kind === 'word') && !keys.some((key) => key.startsWith('registers:')),
    );
    for (const words of new Set(marks.map((mark) => mark.words.toLowerCase()))) {
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  const shares = [...counts].map(([words, count]) => [words, Number((count / own.length).toFixed(3))] as const);
  return Object.fromEntries(
    shares
      .filter(([words, share]) => share >= LEAST_SHARE && (counts.get(words) ?? 0) >= LEAST_UNITS)
      .sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0])),
  );
}

const table = Object.fromEntries((['en', 'vi', 'zh', 'fa'] as const).map((language) => [language, commonOf(language)]));
writeFileSync('src/lineage/data/common-words.json', `${JSON.stringify(table, null, 2)}\n`);
