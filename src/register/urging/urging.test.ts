import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../kernel/index.ts';
import { STRENGTHS } from '../../vocabulary/index.ts';
import type { Urging } from '../tasks/index.ts';
import { relationCalendar } from '../working-days/index.ts';
import ladders from './data/ladders.json' with { type: 'json' };
import { digestsOf, isSendingDay, ladderOf, replyTimes, type UrgedTask, urgingsAhead, urgingsDue } from './index.ts';
import { laddersFileSchema } from './schema.ts';

const RULES = {
  ladder: ladderOf('demonstration'),
  calendar: relationCalendar('demonstration', 'XL'),
  above: (unit: string) => (unit === 'transport' ? 'government' : null),
};

function task(more: Partial<UrgedTask> = {}): UrgedTask {
  return {
    id: 't1',
    party: 'XL',
    lead: 'transport',
    coordinators: [{ unit: 'customs', due: null, part: '', given: false }],
    due: '2026-06-30',
    lifecycle: 'under-way',
    waiting: null,
    settlement: null,
    urgings: [],
    strength: 'deliver',
    owed: true,
    ...more,
  };
}

function sent(level: number, day: string, unit = 'transport'): Urging {
  return { id: `${level} ${day}`, level, to: [unit], text: '', by: 'rules', at: `${day}T06:00:00Z`, reply: null };
}

/** Runs the ladder day by day, sending what is due, and gives what was sent. */
function run(start: UrgedTask, from: string, days: number) {
  let now = start;
  const log: { readonly day: string; readonly level: number; readonly unit: string }[] = [];
  for (let day = from; day < addDays(from, days); day = addDays(day, 1)) {
    for (const { level, unit } of urgingsDue([now], RULES, day)) {
      log.push({ day, level, unit });
      now = { ...now, urgings: [...now.urgings, sent(level, day, unit)] };
    }
  }
  return log;
}

test('the ladders keep to their schema; levels follow one by one, and days with them', () => {
  expect(laddersFileSchema.safeParse(ladders).error?.issues ?? []).toEqual([]);
  expect(RULES.ladder.steps.map(({ level }) => level)).toEqual(RULES.ladder.steps.map((_, index) => index + 1));
  const days = RULES.ladder.steps.map((step) => step.days);
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

describe('urging', () => {
  test('climbs the ladder step by step around the due day, and repeats only the last', () => {
    expect(run(task(), '2026-06-01', 100)).toEqual([
      { day: '2026-06-16', level: 1, unit: 'transport' },
      { day: '2026-06-25', level: 2, unit: 'transport' },
      { day: '2026-07-01', level: 3, unit: 'transport' },
      { day: '2026-07-14', level: 4, unit: 'transport' },
      { day: '2026-07-30', level: 5, unit: 'transport' },
      { day: '2026-08-31', level: 5, unit: 'transport' },
    ]);
  });

  test('goes to the head, the coordinators, the unit above and the secretariat as its step says', () => {
    const posts = (day: string) => urgingsDue([task()], RULES, day)[0]?.to.map(({ unit, role }) => `${role} ${unit}`);
    expect(posts('2026-07-01')).toEqual(['unit-head transport', 'unit-head customs']);
    expect(posts('2026-07-14')).toEqual(['unit-head transport', 'unit-head government', 'secretariat null']);
  });

  test('passes over what waits, is settled, reported done, has no day, or is no debt', () => {
    const over = [
      task({ waiting: { on: 'condition', note: '' } }),
      task({
        settlement: { outcome: 'done', day: '2026-06-01', reason: null, note: '', by: '' },
        lifecycle: 'settled',
      }),
      task({ lifecycle: 'reported-done' }),
      task({ due: null }),
      task({ owed: false }),
    ];
    expect(urgingsDue(over, RULES, '2026-07-14')).toEqual([]);
  });

  test('begins anew with a later day', () => {
    const extended = task({ due: '2026-09-30', urgings: [sent(1, '2026-06-16'), sent(3, '2026-07-01')] });
    expect(urgingsDue([extended], RULES, '2026-07-14')).toEqual([]);
    expect(urgingsDue([extended], RULES, '2026-09-16')[0]?.level).toBe(1);
  });

  test('makes up for no step that was missed: the highest reached is sent, once', () => {
    expect(run(task(), '2026-07-20', 5)).toEqual([{ day: '2026-07-20', level: 4, unit: 'transport' }]);
  });

  test('reaches a coordinator over its own day, and leaves it alone once it has given its part', () => {
    const own = (given: boolean) =>
      task({ due: null, coordinators: [{ unit: 'customs', due: '2026-05-29', part: '', given }] });
    expect(urgingsDue([own(false)], RULES, '2026-06-01')[0]).toMatchObject({ unit: 'customs', level: 3 });
    expect(urgingsDue([own(true)], RULES, '2026-06-01')).toEqual([]);
  });

  test('is seen coming: what is announced is what is sent on that day, and nothing before it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 80 }),
        fc.constantFrom(...STRENGTHS),
        fc.boolean(),
        (offset, strength, urged) => {
          const day = addDays('2026-05-28', offset);
          const one = task({ strength, urgings: urged && day >= '2026-06-25' ? [sent(2, '2026-06-25')] : [] });
          const [ahead] = urgingsAhead(one, RULES, day);
          for (let at = day; at < (ahead?.day ?? day); at = addDays(at, 1)) {
            expect(urgingsDue([one], RULES, at)).toEqual([]);
          }
          if (ahead !== undefined) expect(urgingsDue([one], RULES, ahead.day)).toEqual([ahead]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('never comes twice for one step, nor on a quiet or free day', () => {
    const quiet = {
      ...RULES,
      ladder: { ...RULES.ladder, quiet: [{ from: '2026-06-20', to: '2026-07-02', why: 'x' }] },
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (offset) => {
        const day = addDays('2026-06-10', offset);
        const due = urgingsDue([task()], quiet, day);
        if (!isSendingDay(quiet.ladder, quiet.calendar, day)) expect(due).toEqual([]);
        const after = task({ urgings: due.map(({ level }) => sent(level, day)) });
        expect(urgingsDue([after], quiet, day)).toEqual([]);
      }),
    );
    expect(urgingsAhead(task({ urgings: [sent(1, '2026-06-16')] }), quiet, '2026-06-17')[0]).toMatchObject({
      level: 2,
      day: '2026-06-19',
    });
  });
});

test('a person gets one digest with each item once, the gravest first; what reaches nobody is said', () => {
  const late = task({ id: 'late', due: '2026-06-15' });
  const other = task({ id: 'other', lead: 'health', coordinators: [] });
  const urgings = urgingsDue([task({ due: '2026-06-30' }), late, other], RULES, '2026-07-01');
  const { digests, unreached } = digestsOf(urgings, ({ unit }) => (unit === 'health' ? [] : ['mai']));
  expect(digests.map(({ person }) => person)).toEqual(['mai']);
  expect(digests[0]?.items.map((item) => [item.task, item.level])).toEqual([
    ['late', 4],
    ['t1', 3],
  ]);
  expect(unreached.map((item) => item.task)).toEqual(['other']);
});

test('the time to a reply counts in working days, and goes on where there is none', () => {
  const answered = { ...sent(1, '2026-06-12'), reply: { text: '', by: '', at: '2026-06-16T02:00:00Z' } };
  const times = replyTimes([answered, sent(2, '2026-06-19'), sent(3, '2026-07-30')], RULES.calendar, '2026-06-26');
  expect(times.map(({ days, answered: yes }) => [days, yes])).toEqual([
    [2, true],
    [5, false],
  ]);
});
