import { expect, test } from 'vitest';
import { linesOf, wordAt, wordsIn, wordsOf, wordUnder } from './scan-words.ts';

const WORDS = wordsOf({
  pages: [
    {
      number: 1,
      width: 1000,
      height: 1400,
      words: [
        [0, 3, 100, 100, 60, 20, 0.95, 0],
        [4, 9, 170, 102, 90, 20, 0.4, 1],
        [10, 14, 100, 140, 80, 20, 1, 2],
      ],
    },
    { number: 2, width: 1000, height: 1400, words: [[15, 20, 100, 100, 90, 20, 0.9, 0]] },
  ],
});

test('words are found by where they stand in the text', () => {
  expect(WORDS.map(({ state }) => state)).toEqual(['sure', 'doubtful', 'checked', 'sure']);
  expect(wordAt(WORDS, 5)?.index).toBe(1);
  expect(wordAt(WORDS, 9)?.index).toBe(1);
  expect(wordAt([], 3)).toBeNull();
  expect(wordsIn(WORDS, { start: 5, end: 12 }).map(({ index }) => index)).toEqual([1, 2]);
  expect(wordsIn(WORDS, { start: 3, end: 4 })).toEqual([]);
});

test('words are found by where they stand on their page, also a little beside them', () => {
  const page = WORDS.filter((word) => word.page === 1);
  expect(wordUnder(page, 180, 110, 12)?.index).toBe(1);
  expect(wordUnder(page, 166, 110, 12)?.index).toBe(1);
  expect(wordUnder(page, 500, 110, 12)).toBeNull();
});

test('a passage is lit line by line, page by page', () => {
  expect(linesOf(WORDS)).toEqual([
    { page: 1, left: 100, top: 100, width: 160, height: 22 },
    { page: 1, left: 100, top: 140, width: 80, height: 20 },
    { page: 2, left: 100, top: 100, width: 90, height: 20 },
  ]);
});
