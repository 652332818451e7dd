import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommitmentFields, readCommitments } from '../src/commitments/index.ts';
import { parseText } from '../src/documents/index.ts';
import { type DecidedUnit, suggestLessons } from '../src/register/index.ts';
import type { Lesson } from '../src/vocabulary/index.ts';

const HEAD = {
  en: 'JOINT STATEMENT\nbetween the Republic of Ilmara and the Republic of Tavoria\n\n',
  vi: 'TUYÊN BỐ CHUNG\ngiữa Cộng hòa Ilmara và Cộng hòa Tavoria\n\n',
};

/** What the rules propose in a text, as units nobody has decided. */
function units(text: string, language: 'en' | 'vi' = 'en'): DecidedUnit[] {
  const { candidates } = readCommitments(parseText(HEAD[language] + text, { name: 'a.txt' }));
  return candidates.map((candidate, index) => {
    const { span, quote, why, ...rest } = candidate;
    const fields: CommitmentFields = rest;
    return {
      ...{ id: `${language}${index}`, expressionId: language, title: 'A', language, quote, start: span.start },
      ...{ decision: 'undecided', rejectReason: null, fields, proposed: { fields, why } },
    };
  });
}

const correct = (unit: DecidedUnit, fields: Partial<CommitmentFields>): DecidedUnit => ({
  ...unit,
  decision: 'corrected',
  fields: { ...unit.fields, ...fields },
});
const reject = (unit: DecidedUnit): DecidedUnit => ({
  ...unit,
  decision: 'rejected',
  rejectReason: 'not-an-action',
});
const confirm = (unit: DecidedUnit): DecidedUnit => ({ ...unit, decision: 'confirmed' });

const knows = (_: unknown, words: string) => words !== 'sundrify';
const suggest = (decided: readonly DecidedUnit[], taught: readonly Lesson[] = []) =>
  suggestLessons(decided, taught, knows).map(({ key, evidence, against }) => [key, evidence.length, against]);

const FERRIES =
  '1. The two sides agreed to strengthen the ferries. They agreed to strengthen the harbours. They agreed to strengthen the lighthouses.\n';

describe('lessons that decisions speak for', () => {
  test('a verb given another strength twice is suggested with it, with what says otherwise', () => {
    const [a, b, c] = units(FERRIES) as [DecidedUnit, DecidedUnit, DecidedUnit];
    const twice = [correct(a, { strength: 'deliver' }), correct(b, { strength: 'deliver' })];
    expect(suggest(twice)).toEqual([['verb en strengthen deliver', 2, 0]]);
    expect(suggest([...twice, confirm(c)])).toEqual([['verb en strengthen deliver', 2, 1]]);
    expect(suggest([twice[0] as DecidedUnit, confirm(c)])).toEqual([]);
  });

  test('what is taught already, in force or not, is not suggested again', () => {
    const decided = units(FERRIES).map((unit) => correct(unit, { strength: 'deliver' }));
    const taught: Lesson = { type: 'verb', language: 'en', words: 'Strengthen', strength: 'study' };
    expect(suggest(decided, [taught])).toEqual([]);
  });

  test('acts rejected as none are suggested by the words they share, and never by words of an accepted one', () => {
    const [a, b, c] = units(
      '1. The two sides agreed to strengthen the calendar of ferries. They agreed to strengthen the calendar of lamps. They agreed to strengthen the calendar of boats.\n',
    ) as [DecidedUnit, DecidedUnit, DecidedUnit];
    expect(suggest([reject(a), reject(b)])).toEqual([['not-an-act en strengthen the calendar', 2, 0]]);
    expect(suggest([reject(a), reject(b), confirm(c)])).toEqual([]);
  });

  test('introducing words under which different acts are rejected are suggested as a position', () => {
    const decided = units('1. The two sides agreed to open a ferry line. They agreed to build a lighthouse.\n').map(
      reject,
    );
    expect(suggest(decided)).toEqual([['frame en agreed to position', 2, 0]]);
  });

  test('introducing words whose acts are called a support are suggested as that', () => {
    const decided = units(FERRIES).map((unit) => correct(unit, { kind: 'support' }));
    expect(suggest(decided)).toEqual([['frame en agreed to support', 3, 0]]);
  });

  test('the head word of an added commitment is suggested where no rule knows it', () => {
    const [unit] = units(FERRIES) as [DecidedUnit];
    const added = (action: string, strength: 'study' | 'deliver'): DecidedUnit => ({
      ...unit,
      id: `${action}${strength}`,
      ...{ decision: 'confirmed', proposed: null, fields: { ...unit.fields, action, strength } },
    });
    expect(suggest([added('sundrify', 'deliver'), added('open', 'study')])).toEqual([
      ['verb en sundrify deliver', 1, 0],
    ]);
  });

  test('a name corrected to the same body is suggested as its name', () => {
    const decided = units(
      '1. The Ministry of Lamps of Ilmara will build a lighthouse. The Ministry of Lamps of Ilmara will send teachers.\n',
    ).map((unit) => correct(unit, { actors: ['lamp-ministry'] }));
    expect(suggest(decided)).toEqual([['name  ministry of lamps of ilmara lamp-ministry', 2, 0]]);
  });

  test('a word whose sector is corrected to the same one is suggested for it, in Vietnamese too', () => {
    const decided = units(
      '1. Hai bên nhất trí thúc đẩy hợp tác đèn lồng giấy. Hai bên nhất trí mở rộng thị trường đèn lồng giấy.\n',
      'vi',
    ).map((unit) => correct(unit, { sector: 'culture-media' }));
    expect(suggest(decided).map(([key]) => key)).toEqual(['sector vi đèn lồng giấy culture-media']);
  });

  test('the order in which decisions come does not matter', () => {
    const [a, b, c] = units(FERRIES) as [DecidedUnit, DecidedUnit, DecidedUnit];
    const decided = [
      correct(a, { strength: 'deliver' }),
      correct(b, { strength: 'deliver', sector: 'energy-minerals' }),
      correct(c, { strength: 'deliver', sector: 'energy-minerals' }),
    ];
    const once = suggestLessons(decided, [], knows);
    fc.assert(
      fc.property(fc.shuffledSubarray(decided, { minLength: 3 }), (shuffled) => {
        expect(suggestLessons(shuffled, [], knows)).toEqual(once);
      }),
      { numRuns: 6 },
    );
  });
});
