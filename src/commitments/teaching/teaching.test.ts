import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseText } from '../../documents/index.ts';
import { type Lesson, SECTORS, VERB_STRENGTHS } from '../../vocabulary/index.ts';
import { readCommitments } from '../read-commitments.ts';
import { compareReadings } from './compare-readings.ts';

const HEAD = {
  en: 'JOINT STATEMENT\nbetween the Republic of Ilmara and the Republic of Tavoria\n\n',
  vi: 'TUYÊN BỐ CHUNG\ngiữa Cộng hòa Ilmara và Cộng hòa Tavoria\n\n',
};
const RELATION = 'demonstration';

function read(text: string, ...lessons: Lesson[]) {
  return readCommitments(parseText(text, { name: 'a.txt' }), { [RELATION]: lessons }).candidates;
}

const EN = `${HEAD.en}1. The two sides agreed to strengthen trade; respect the choices of each side; and sundrify the ledgers of both harbours.\n2. The two sides pencil in to open a ferry line in 2027.`;
const VI = `${HEAD.vi}1. Hai bên nhất trí tăng cường hợp tác về đường sắt; lan tỏa tinh thần hữu nghị giữa các bản làng.\n2. Ủy ban Sông Lặng sẽ họp định kỳ mỗi năm.`;

describe('a lesson', () => {
  test('of a verb opens an act in any of its forms, with the strength taught, whatever its object', () => {
    const taught: Lesson = { type: 'verb', language: 'en', words: 'sundrify', strength: 'deliver' };
    expect(read(EN).map(({ action }) => action)).not.toContain('sundrify');
    const found = read(EN, taught).find(({ action }) => action === 'sundrify');
    expect(found).toMatchObject({ strength: 'deliver', quote: 'sundrify the ledgers of both harbours' });
    const known: Lesson = { type: 'verb', language: 'en', words: 'strengthen', strength: 'study' };
    expect(read(EN, known).find(({ action }) => action === 'strengthen')?.strength).toBe('study');
    const vi: Lesson = { type: 'verb', language: 'vi', words: 'lan tỏa', strength: 'promote' };
    expect(read(VI, vi).map(({ action }) => action)).toContain('lan tỏa');
  });

  test('of words that are no act takes their unit out and leaves the others', () => {
    const actions = (...lessons: Lesson[]) => read(EN, ...lessons).map(({ action }) => action);
    expect(actions()).toContain('respect');
    const taught: Lesson = { type: 'not-an-act', language: 'en', words: 'respect … choices' };
    expect(actions(taught)).toEqual(actions().filter((action) => action !== 'respect'));
  });

  test('of introducing words makes what they govern an undertaking', () => {
    const taught: Lesson = { type: 'frame', language: 'en', words: 'pencil in', kind: 'commitment' };
    const found = read(EN, taught).find(({ action }) => action === 'open');
    expect(found).toMatchObject({ kind: 'commitment' });
    expect(found?.why.some(({ rule }) => rule === 'frame:en/pencil-in')).toBe(true);
  });

  test('of a name says who acts', () => {
    const taught: Lesson = { type: 'name', words: 'Ủy ban Sông Lặng', id: 'quiet-river-committee', party: null };
    expect(read(VI, taught).find(({ action }) => action === 'họp')?.actors).toEqual(['quiet-river-committee']);
  });

  test('of a sector word decides what an act is about', () => {
    const taught: Lesson = { type: 'sector', language: 'en', words: 'ferry line', sector: 'tourism' };
    const frame: Lesson = { type: 'frame', language: 'en', words: 'pencil in', kind: 'commitment' };
    expect(read(EN, frame).find(({ action }) => action === 'open')?.sector).not.toBe('tourism');
    expect(read(EN, frame, taught).find(({ action }) => action === 'open')?.sector).toBe('tourism');
  });

  test('counts for the documents of its relation only', () => {
    const taught: Lesson = { type: 'not-an-act', language: 'en', words: 'respect' };
    const document = parseText(EN, { name: 'a.txt' });
    expect(readCommitments(document, { 'vietnam-china': [taught] })).toEqual(readCommitments(document));
  });
});

const word = fc.stringMatching(/^[q][a-z]{6,9}$/);
const lesson: fc.Arbitrary<Lesson> = fc.oneof(
  fc.record({
    type: fc.constant('verb' as const),
    language: fc.constantFrom('vi' as const, 'en' as const, 'fa' as const),
    words: word,
    strength: fc.constantFrom(...VERB_STRENGTHS),
  }),
  fc.record({
    type: fc.constant('not-an-act' as const),
    language: fc.constantFrom('vi' as const, 'en' as const),
    words: word,
  }),
  fc.record({
    type: fc.constant('frame' as const),
    language: fc.constantFrom('vi' as const, 'en' as const),
    words: word,
    kind: fc.constantFrom('commitment' as const, 'support' as const, 'position' as const),
  }),
  fc.record({
    type: fc.constant('name' as const),
    words: word.map((one) => `Q${one}`),
    id: word,
    party: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('sector' as const),
    language: fc.constantFrom('vi' as const, 'en' as const),
    words: word,
    sector: fc.constantFrom(...SECTORS),
  }),
);

test('lessons never change the reading of a document that lacks their words', () => {
  const plain = [EN, VI].map((text) => readCommitments(parseText(text, { name: 'a.txt' })));
  fc.assert(
    fc.property(fc.array(lesson, { minLength: 1, maxLength: 3 }), (lessons) => {
      for (const [index, text] of [EN, VI].entries()) {
        const document = parseText(text, { name: 'a.txt' });
        expect(readCommitments(document, { [RELATION]: lessons })).toEqual(plain[index]);
      }
    }),
    { numRuns: 8 },
  );
});

test('readings are compared unit by unit: what appears, disappears, changes and in which fields', () => {
  const before = read(EN);
  expect(compareReadings(before, before)).toEqual([]);
  const without = compareReadings(before, read(EN, { type: 'not-an-act', language: 'en', words: 'respect' }));
  expect(without).toMatchObject([{ change: 'disappears', before: { action: 'respect' } }]);
  const stronger = compareReadings(
    before,
    read(EN, { type: 'verb', language: 'en', words: 'strengthen', strength: 'deliver' }),
  );
  expect(stronger).toMatchObject([{ change: 'changes', fields: ['strength'], after: { strength: 'deliver' } }]);
});
