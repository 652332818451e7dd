import { expect, test } from 'vitest';
import type { NamedEntry } from './actions.ts';
import { findDuplicates } from './duplicates.ts';

const entry = (id: string, ...names: string[]): NamedEntry =>
  ({ id, kind: 'body', names: { en: names } }) as NamedEntry;
const pairs = (...entries: NamedEntry[]) => findDuplicates(entries).map(({ a, b }) => `${a} ${b}`);

test('a longer form of a name may be the same, and one form under two entries surely is', () => {
  expect(pairs(entry('a', 'Ilmara Culture Centre'), entry('b', 'The Ilmara Culture Centre'))).toEqual(['a b']);
  expect(findDuplicates([entry('a', 'Ports Board'), entry('b', 'PORTS BOARD')])).toEqual([
    { a: 'a', b: 'b', score: 1 },
  ]);
});

test('one word in the place of another tells two apart, and so does another number', () => {
  expect(pairs(entry('a', 'Consulate General of Ilmara'), entry('b', 'Consulate General of Tavoria'))).toEqual([]);
  expect(pairs(entry('a', 'Board of Sea Ports'), entry('b', 'Board for Sea Ports'))).toEqual(['a b']);
  expect(pairs(entry('a', 'Plan for Ports 2031'), entry('b', 'Plan for Ports 2032'))).toEqual([]);
});
