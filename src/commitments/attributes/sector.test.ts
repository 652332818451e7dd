import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../kernel/index.ts';
import { type Sector, sectorScanner } from '../../vocabulary/index.ts';
import { NO_TALLY, readSector, type Tally, tally } from './sector.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const nothing = { sentence: NO_TALLY, provision: NO_TALLY, heading: NO_TALLY };

function own(text: string, language: Language): Tally {
  return tally(text, sectorScanner(language)(text), { start: 0, end: text.length }, null, 'diplomacy');
}

describe('a clause by itself shows its sector', () => {
  const files = readdirSync(FIXTURES).filter((name) => name.startsWith('sectors.'));
  test.each(files)('at least 95 in 100 of %s', (file) => {
    const language = file.split('.')[1] as Language;
    const lines = readFileSync(join(FIXTURES, file), 'utf8').trim().split('\n');
    const wrong = lines
      .map((line) => line.split('\t') as [Sector, string])
      .filter(([sector, text]) => readSector(own(text, language), nothing, 'diplomacy') !== sector);
    expect(wrong.length / lines.length, wrong.map(([, text]) => text).join('\n')).toBeLessThanOrEqual(0.05);
  });
});

test('what stands in a purpose or means counts less than the object', () => {
  const text = 'build two schools in order to raise trade, exports and customs revenue';
  expect(readSector(own(text, 'en'), nothing, 'diplomacy')).toBe('education');
});

test('a clause that says nothing takes the sector of its surroundings, one that says much does not', () => {
  const heading = { ...nothing, heading: own('Tourism', 'en') };
  expect(readSector(own('strengthen cooperation', 'en'), heading, 'diplomacy')).toBe('tourism');
  expect(readSector(own('expand railway freight and port logistics', 'en'), heading, 'diplomacy')).toBe('transport');
});
