import { expect, test } from 'vitest';
import { type PlaceCandidate, placeOf, type Reference, referenceKey } from './place.ts';

const WORK = { title: 'Joint statement', date: '2025-03-12', parties: ['XL', 'XT'] };
const SAID: Reference = {
  ...{ quote: 'open the gate of Norrin', language: 'en', path: '1', start: 40, sha256: 'a'.repeat(64) },
  ...{ prefix: 'agreed to ', suffix: ' in 2026', work: WORK },
};
const ours = (id: string, more: Partial<PlaceCandidate> = {}): PlaceCandidate => ({
  ...{ id, entry: id, quote: SAID.quote, language: 'en', path: '1', start: 40, sha256: 'b'.repeat(64) },
  ...{ prefix: 'agreed to ', suffix: ' in 2026', ...WORK },
  ...more,
});

test('the same words of the same work are found, also where one file breaks its lines elsewhere', () => {
  expect(placeOf(SAID, [ours('c1', { quote: 'open the gate\nof Norrin' })])).toEqual({
    commitment: 'c1',
    found: 'words',
  });
  expect(placeOf(SAID, [ours('c1', { sha256: 'a'.repeat(64), date: null, title: 'x' })])).toEqual({
    commitment: 'c1',
    found: 'file',
  });
});

test('the same words in a statement of another day, between others or in another language are not the same commitment', () => {
  expect(placeOf(SAID, [ours('c1', { date: '2024-03-12' })])).toBeNull();
  expect(placeOf(SAID, [ours('c1', { parties: ['XL', 'XN'] })])).toBeNull();
  expect(placeOf(SAID, [ours('c1', { language: 'fa' })])).toBeNull();
});

test('words that stand twice are told apart by what stands around them and by their provision, else people say', () => {
  const twice = [ours('c1', { start: 9, path: '7', prefix: 'ready to ' }), ours('c2', { start: 90 })];
  expect(placeOf(SAID, twice)?.commitment).toBe('c2');
  const alike = [ours('c1', { start: 9 }), ours('c2', { start: 90 })];
  expect(placeOf(SAID, alike)).toBeNull();
  expect(placeOf({ ...SAID, start: 90 }, alike)?.commitment).toBe('c2');
});

test('a citation in another language version leads to the entry of the register it was joined to', () => {
  expect(
    placeOf(SAID, [ours('c1', { entry: 'c9' }), ours('c9', { language: 'vi', quote: 'mở cửa khẩu' })])?.commitment,
  ).toBe('c9');
});

test('a reference has one name, whatever blanks its file has', () => {
  expect(referenceKey({ ...SAID, quote: 'open the gate\nof  Norrin' })).toBe(referenceKey(SAID));
  expect(referenceKey({ ...SAID, work: { ...WORK, date: '2024-03-12' } })).not.toBe(referenceKey(SAID));
});
