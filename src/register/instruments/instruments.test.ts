import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, Problem } from '../../kernel/index.ts';
import { expiryAlarms, promisedPlaces, type QuotaAction, type QuotaActionBody, reduceQuota } from './index.ts';

const termed = (id: string, expires: string | null, successor: string | null = null) => ({
  ...{ id, expires, successor },
  parties: ['XL', 'XT'],
});

describe('an instrument with a term', () => {
  test('is brought up twelve, six and three months ahead, and asked about when it is over (M17)', () => {
    const months = (day: string) => expiryAlarms([termed('plan', '2026')], day)[0]?.months;
    expect(
      ['2025-12-30', '2025-12-31', '2026-06-30', '2026-07-01', '2026-11-21', '2026-12-31', '2027-01-01'].map(months),
    ).toEqual([undefined, 12, 12, 6, 3, 3, 0]);
  });

  test('is not brought up where it has none, or was renewed', () => {
    expect(expiryAlarms([termed('treaty', null), termed('old', '2025', 'new')], '2026-11-21')).toEqual([]);
  });

  test('is brought up from twelve months before its end on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 3 }), (offset) => {
        const day = addDays('2025-01-01', offset);
        expect(expiryAlarms([termed('plan', '2026-09')], day).length).toBe(day >= '2025-09-30' ? 1 : 0);
      }),
    );
  });
});

describe('the ledger of a quota', () => {
  const quota = { kind: 'scholarship', from: 'XT', to: 'hill-province', year: 2026, commitment: 'c1' };
  const log = (...bodies: QuotaActionBody[]): QuotaAction[] =>
    [{ type: 'open', quota } as const, ...bodies].map((body, index) => ({
      ...{ id: String(index), at: '2026-01-01T00:00:00Z', by: 'officer' },
      body,
    }));
  const entry = fc.record({
    type: fc.constantFrom('promise', 'grant', 'use'),
    places: fc.integer({ min: 1, max: 20 }),
    note: fc.constant(''),
  });

  test('adds up whatever is entered, and never uses more than was granted', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const kept: QuotaActionBody[] = [];
        for (const one of entries) {
          try {
            reduceQuota(log(...kept, one));
            kept.push(one);
          } catch (problem) {
            expect(problem).toBeInstanceOf(Problem);
            expect(one.type).toBe('use');
          }
        }
        const sum = (type: string) =>
          kept.reduce((total, one) => total + (one.type === type && 'places' in one ? one.places : 0), 0);
        const state = reduceQuota(log(...kept));
        expect([state.promised, state.granted, state.used]).toEqual([sum('promise'), sum('grant'), sum('use')]);
        expect(state.used + state.unused).toBe(state.granted);
        expect(state.granted + state.ungranted).toBeGreaterThanOrEqual(state.promised);
      }),
    );
  });

  test('takes back its latest entry only', () => {
    const before = reduceQuota(log({ type: 'promise', places: 5, note: '' }));
    const promise = { type: 'promise', places: 5, note: '' } as const;
    const grant = { type: 'grant', places: 3, note: '' } as const;
    expect(reduceQuota(log(promise, grant, { type: 'undo', undoes: '2' }))).toEqual(before);
    expect(() => reduceQuota(log(promise, grant, { type: 'undo', undoes: '1' }))).toThrow(Problem);
  });
});

describe('places that a text promises', () => {
  const target = (text: string, value: number, unit = 'suất') => ({ text, value, unit });
  const commitment = { id: 'c', language: 'vi', due: null, said: '2026-04-15' };

  test('are whole numbers whose words name scholarships, training or exchanges', () => {
    const read = promisedPlaces([
      { ...commitment, quote: 'cấp 30 suất học bổng', targets: [target('30 suất học bổng', 30)] },
      {
        ...commitment,
        quote: 'mời 20 cán bộ sang bồi dưỡng trước năm 2027',
        due: '2027-12-31',
        targets: [target('20 cán bộ', 20, 'cán bộ')],
      },
    ]);
    expect(read.map(({ kind, places, year }) => [kind, places, year])).toEqual([
      ['scholarship', 30, 2026],
      ['training', 20, 2027],
    ]);
  });

  test('are neither shares nor money, nor numbers of anything else', () => {
    const read = promisedPlaces([
      { ...commitment, quote: 'tăng 10% số học bổng', targets: [target('10%', 10, '%')] },
      { ...commitment, quote: 'mở 3 cửa khẩu', targets: [target('3 cửa khẩu', 3, 'cửa khẩu')] },
    ]);
    expect(read).toEqual([]);
  });
});
