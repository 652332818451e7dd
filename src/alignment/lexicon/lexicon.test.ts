import { expect, test } from 'vitest';
import { z } from 'zod';
import { termIndex, termStems } from './lexicon.ts';
import { COLUMNS, SOURCES } from './sources.ts';

const OWN = SOURCES.filter(({ name }) => name !== 'registers');
const row = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1), z.string().min(1)]);
const SCRIPTS = {
  en: /\p{Script=Latin}|[$€£%]/u,
  vi: /\p{Script=Latin}|[$€£%]/u,
  zh: /\p{Script=Han}|\p{Script=Latin}|%/u,
  fa: /\p{Script=Arabic}|%/u,
};

test('every row of the word lists has a term in each of the four languages', () => {
  for (const { name, rows } of OWN)
    for (const cells of rows) expect(row.safeParse(cells).success, `${name}: ${cells}`).toBe(true);
});

test('a term is in the script of its column', () => {
  const wrong = OWN.filter(({ name }) => name !== 'cldr').flatMap(({ name, rows }) =>
    rows.flatMap((cells) =>
      COLUMNS.flatMap((language, column) =>
        (cells[column] ?? '')
          .split(';')
          .filter((term) => !SCRIPTS[language].test(term))
          .map((term) => `${name} ${language}: ${term}`),
      ),
    ),
  );
  expect(wrong).toEqual([]);
});

test('the same concept is reached from its forms in two languages', () => {
  const shared = (en: string, zh: string) => {
    const english = termIndex('en').terms.get(termStems(en, 'en').join(' ')) ?? [];
    const chinese = termIndex('zh').terms.get(zh) ?? [];
    return english.some((key) => chinese.includes(key));
  };
  expect(shared('prisoners', '囚犯')).toBe(true);
  expect(shared('Ministry of Foreign Affairs', '外交部')).toBe(true);
  expect(shared('prisoners', '外交部')).toBe(false);
});
