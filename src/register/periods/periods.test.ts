import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/index.ts';
import { relationCalendar } from '../working-days/index.ts';
import rules from './data/rules.json' with { type: 'json' };
import {
  dutyStandings,
  nextReport,
  PERIOD_NAMES,
  periodOf,
  periodRulesOf,
  type ReportingTask,
  reportDuties,
  reportsOwed,
} from './index.ts';
import { periodRulesFileSchema } from './schema.ts';

const RULES = periodRulesOf('vietnam-china');
const OWN = periodRulesOf('demonstration');
const CALENDAR = relationCalendar('demonstration', 'XL');
const day = fc.integer({ min: 0, max: 5000 }).map((count) => addDays('2020-01-01', count));

test('the rule table keeps to its schema and names its source; the ends stand in the order of the year', () => {
  expect(periodRulesFileSchema.safeParse(rules).error?.issues ?? []).toEqual([]);
  for (const { periods } of [RULES, OWN]) {
    for (const name of PERIOD_NAMES) {
      const { ends } = periods[name];
      const order = ends.map(({ month, day }) => month * 100 + day);
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    }
  }
});

describe('report duties', () => {
  test('n periods give n duties that follow each other without gap or overlap, over the ends of years (M07)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(RULES, OWN),
        fc.constantFrom(...PERIOD_NAMES),
        day,
        fc.integer({ min: 0, max: 30 }),
        (table, every, from, count) => {
          const duties = reportDuties(table, every, from, count, CALENDAR);
          expect(duties).toHaveLength(count);
          for (const [index, { period, submit }] of duties.entries()) {
            expect(period.from <= period.to).toBe(true);
            expect(submit === null || submit >= period.to).toBe(true);
            const before = duties[index - 1];
            if (before === undefined) expect(period.from <= from && from <= period.to).toBe(true);
            else expect(period.from).toBe(addDays(before.period.to, 1));
          }
        },
      ),
    );
  });

  test('every day lies in the one period that it is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIOD_NAMES), day, (every, any) => {
        const period = periodOf(RULES, every, any);
        expect(periodOf(RULES, every, period.from)).toEqual(period);
        expect(periodOf(RULES, every, period.to)).toEqual(period);
      }),
    );
  });

  test('are none until a person has set a period (M07)', () => {
    expect(reportDuties(RULES, null, '2026-11-22', 12, CALENDAR)).toEqual([]);
  });

  test('have the cut-offs of the rule table', () => {
    const spans = (every: (typeof PERIOD_NAMES)[number], from: string) =>
      reportDuties(RULES, every, from, 2, CALENDAR).map(({ period }) => [period.from, period.to]);
    expect(spans('month', '2026-12-01')).toEqual([
      ['2026-11-15', '2026-12-14'],
      ['2026-12-15', '2027-01-14'],
    ]);
    expect(spans('half-year', '2026-12-20')).toEqual([
      ['2026-12-15', '2027-06-14'],
      ['2027-06-15', '2027-12-14'],
    ]);
    expect(spans('year', '2026-12-14')[0]).toEqual(['2025-12-15', '2026-12-14']);
    expect(spans('quarter', '2027-03-14')[0]).toEqual(['2026-12-15', '2027-03-14']);
  });

  test('have no submission day where none is set, else one counted in the days the relation agreed on', () => {
    expect(reportDuties(RULES, 'month', '2026-11-22', 1, CALENDAR)[0]?.submit).toBeNull();
    expect(reportDuties(OWN, 'month', '2026-10-22', 1, CALENDAR)[0]?.submit).toBe('2026-11-04');
    expect(reportDuties(OWN, 'year', '2026-10-22', 1, CALENDAR)[0]?.submit).toBe('2027-01-15');
  });
});

describe('a duty', () => {
  const [duty] = reportDuties(OWN, 'month', '2026-10-22', 1, CALENDAR);
  const standing = (on: string, submitted: string[] = []) =>
    dutyStandings(
      duty === undefined ? [] : [duty],
      submitted.map((one) => ({ period: duty?.period ?? null, day: one })),
      on,
    )[0]?.standing;

  test.each([
    ['running', '2026-10-31', []],
    ['to-submit', '2026-11-04', []],
    ['late', '2026-11-05', []],
    ['in-time', '2026-11-30', ['2026-11-04']],
    ['in-late', '2026-11-30', ['2026-11-05']],
    ['late', '2026-11-05', ['2026-11-06']],
  ])('is %s on %s', (expected, on, submitted) => {
    expect(standing(on, submitted)).toBe(expected);
  });

  test('is answered only by a report of its own period', () => {
    const [first, second] = reportDuties(RULES, 'quarter', '2026-11-22', 2, CALENDAR);
    const standings = dutyStandings(
      [first, second].filter((one) => one !== undefined),
      [{ period: second?.period ?? null, day: '2027-03-10' }],
      '2027-03-12',
    );
    expect(standings.map((one) => one.standing)).toEqual(['day-not-set', 'in-time']);
  });
});

describe('the reports of a task', () => {
  const period = (to: string) => periodOf(OWN, 'quarter', to);
  const report = (to: string, stage: 'draft' | 'forwarded' | 'taken' | 'returned', handedIn: string | null) => ({
    ...{ id: to, unit: 'roads', period: period(to), step: 2, done: false, text: '', evidence: [] },
    ...{ stage, by: 'x', at: '2026-01-01T00:00:00Z', returned: null, handedIn },
  });
  const task = (...reports: ReturnType<typeof report>[]): ReportingTask =>
    ({ lead: 'roads', every: 'quarter', owedFrom: '2025-08-10', reports, settlement: null }) as ReportingTask;

  test('are owed from the day the period was set, and stand late until they have left the unit', () => {
    const given = task(
      report('2025-09-30', 'taken', '2025-10-02T01:00:00Z'),
      report('2025-12-31', 'forwarded', '2026-02-20T01:00:00Z'),
      report('2026-03-31', 'returned', '2026-04-02T01:00:00Z'),
    );
    const owed = reportsOwed(given, OWN, CALENDAR, '2026-07-02');
    expect(owed.map(({ period: { to }, standing }) => [to, standing])).toEqual([
      ['2025-09-30', 'in-time'],
      ['2025-12-31', 'in-late'],
      ['2026-03-31', 'late'],
      ['2026-06-30', 'to-submit'],
      ['2026-09-30', 'running'],
    ]);
    expect(nextReport(given, OWN, CALENDAR)?.period.to).toBe('2026-03-31');
  });

  test('are owed for no period that was running when the task was settled or came later, and not at all without a period', () => {
    const settlement = { outcome: 'done', day: '2026-01-10', reason: null, note: '', by: 'x' } as const;
    const ends = (...reports: ReturnType<typeof report>[]) =>
      reportsOwed({ ...task(...reports), settlement }, OWN, CALENDAR, '2026-02-01').map(({ period: { to } }) => to);
    expect(ends()).toEqual(['2025-09-30', '2025-12-31']);
    expect(ends(report('2026-03-31', 'draft', null))).toEqual(['2025-09-30', '2025-12-31']);
    expect(ends(report('2026-03-31', 'taken', '2026-01-09T01:00:00Z')).at(-1)).toBe('2026-03-31');
    expect(nextReport({ ...task(), settlement }, OWN, CALENDAR)).toBeNull();
    expect(reportsOwed({ ...task(), every: null, owedFrom: null }, OWN, CALENDAR, '2027-01-01')).toEqual([]);
  });

  test('without a submission day are never late: the day is not set', () => {
    const owed = reportsOwed(task(), RULES, CALENDAR, '2026-01-02');
    expect(owed.map(({ standing }) => standing)).toEqual(['day-not-set', 'day-not-set', 'running']);
  });
});
