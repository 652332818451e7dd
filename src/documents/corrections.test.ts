import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, hintsOf, invertChanges, movedBy } from './corrections.ts';
import { parseText } from './parse-text.ts';

const TEXT = 'The two sldes agreed\nto open a brldge';
const CHANGES = [
  { span: { start: 33, end: 39 }, words: 'bridges' },
  { span: { start: 8, end: 13 }, words: 'sides' },
];

test('words are put in the place of others, and what stands around them moves along', () => {
  const after = applyChanges(TEXT, CHANGES.slice(1));
  expect(after).toBe('The two sides agreed\nto open a brldge');
  const move = movedBy([{ span: { start: 8, end: 13 }, words: 'X' }]);
  expect(move({ start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
  expect(move({ start: 14, end: 20 })).toEqual({ start: 10, end: 16 });
  expect(move({ start: 4, end: 20 })).toEqual({ start: 4, end: 16 });
  expect(move({ start: 8, end: 13 })).toEqual({ start: 8, end: 9 });
  expect(movedBy([{ span: { start: 8, end: 13 }, words: '' }])({ start: 8, end: 13 })).toBeNull();
});

test('changes can be taken back, whatever they were', () => {
  const cuts = fc.uniqueArray(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.string({ minLength: 41, maxLength: 60 }), cuts, fc.array(fc.string()), (raw, places, given) => {
      const text = raw
        .replace(/[\r\n]/g, ' ')
        .toWellFormed()
        .replace(/[\ud800-\udfff]/g, 'a');
      const sorted = places.toSorted((a, b) => a - b);
      const changes = sorted.flatMap((start, i) => {
        const end = sorted[i + 1];
        if (i % 2 === 1 || end === undefined) return [];
        return [{ span: { start, end }, words: (given[i] ?? 'x').replace(/[\r\n]/g, '').toWellFormed() }];
      });
      expect(applyChanges(applyChanges(text, changes), invertChanges(text, changes))).toBe(text);
    }),
  );
});

test('a word that comes back belongs to what stood around it, not to what stood beside it', () => {
  const move = movedBy([{ span: { start: 4, end: 4 }, words: 'two ' }]);
  expect(move({ start: 0, end: 9 })).toEqual({ start: 0, end: 13 });
  expect(move({ start: 4, end: 9 })).toEqual({ start: 8, end: 13 });
  expect(move({ start: 0, end: 4 })).toEqual({ start: 0, end: 4 });
});

test('changes that overlap, cut lines or lie outside are refused', () => {
  const refused = (start: number, end: number, words: string) => () =>
    applyChanges(TEXT, [
      { span: { start: 0, end: 3 }, words: 'The' },
      { span: { start, end }, words },
    ]);
  for (const change of [refused(2, 7, 'a'), refused(14, 30, 'a'), refused(30, 99, 'a'), refused(8, 13, 'a\nb')]) {
    expect(change).toThrow(/input-invalid/);
  }
});

test('what the pages said of the lines is known when the text is read again', () => {
  const text = 'JOINT STATEMENT\nof Avaria\n\nThe two sides will open a port.\n\n- 2 -\n';
  const pages = [
    { line: 1, page: 1 },
    { line: 4, page: 2 },
  ];
  const hints = { headings: new Set([1]), asides: new Set([6]) };
  const document = parseText(text, { name: 'a', hints: { ...hints, pages } });
  expect(document.pages.map(({ start }) => text.slice(start, start + 3))).toEqual(['JOI', 'The']);
  expect(hintsOf({ ...document, scan: { pages: [], pictures: [], hints } })).toEqual({ ...hints, pages });
});
