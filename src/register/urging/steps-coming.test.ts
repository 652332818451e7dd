import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../kernel/index.ts';
import { STRENGTHS } from '../../vocabulary/index.ts';
import { relationCalendar } from '../working-days/index.ts';
import { ladderClasses, ladderOf, stepsComing, type UrgedTask, urgedDebts, urgingsAhead, urgingsDue } from './index.ts';

const LIFECYCLES = ['assigned', 'accepted', 'under-way', 'reported-done'] as const;
const RULES = {
  ladder: ladderOf('demonstration'),
  calendar: relationCalendar('demonstration', 'XL'),
  above: () => 'government',
};

const tasks = fc.record({
  strength: fc.constantFrom(...STRENGTHS),
  lifecycle: fc.constantFrom(...LIFECYCLES),
  due: fc.integer({ min: -120, max: 60 }).map((days) => addDays('2026-06-15', days)),
  sent: fc.array(fc.record({ level: fc.integer({ min: 1, max: 5 }), ago: fc.integer({ min: 0, max: 90 }) })),
});

/** A task seen on 15 June 2026, with urgings of before. */
function taskOf({ strength, lifecycle, due, sent }: typeof tasks extends fc.Arbitrary<infer T> ? T : never): UrgedTask {
  const urgings = sent.map(({ level, ago }, index) => ({
    ...{ id: String(index), level, to: ['roads'], text: '', by: 'rules', reply: null },
    at: `${addDays('2026-06-15', -ago)}T06:00:00Z`,
  }));
  const part = { unit: 'customs', due, part: '', given: false };
  return {
    ...{ id: 't', party: 'XL', lead: 'roads', coordinators: [part], due, lifecycle, waiting: null, settlement: null },
    ...{ urgings, strength, owed: true },
  };
}

/** The steps that come for a debt, after what was sent over it. */
function comingOver(task: UrgedTask, { due, urged }: ReturnType<typeof urgedDebts>[number], day: string) {
  const { steps = [] } =
    ladderClasses(RULES.ladder).find(({ of }) =>
      of.some(([strength, lifecycle]) => strength === task.strength && lifecycle === task.lifecycle),
    ) ?? {};
  return stepsComing(RULES, steps, due, day)
    .filter(({ step, missedSince }) => missedSince === null || (urged[step.level - 1] ?? '') < missedSince)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

test('the first step to come over a debt is what its task announces', () => {
  fc.assert(
    fc.property(tasks, fc.integer({ min: 0, max: 20 }), (made, later) => {
      const [task, day] = [taskOf(made), addDays('2026-06-15', later)];
      const announced = urgingsAhead(task, RULES, day).map(({ unit, level, day: sent }) => [unit, level, sent]);
      const first = urgedDebts(task).flatMap((debt) => {
        const [next] = comingOver(task, debt, day);
        return next === undefined ? [] : [[debt.unit, next.step.level, next.day]];
      });
      expect(first).toEqual(announced);
    }),
  );
});

test('every step is sent on its day where nothing changes, and no other', () => {
  fc.assert(
    fc.property(tasks, (made) => {
      let task: UrgedTask = { ...taskOf(made), coordinators: [] };
      const coming = urgedDebts(task).flatMap((debt) => comingOver(task, debt, '2026-06-15'));
      const repeated = coming.filter(({ step }) => step.again !== null).map(({ day }) => day);
      // A repeated step is told of with its next day alone.
      const until = repeated.reduce((first, day) => (day < first ? day : first), '2026-10-01');
      const sent: unknown[] = [];
      for (let day = '2026-06-15'; day <= until; day = addDays(day, 1)) {
        for (const { level, unit } of urgingsDue([task], RULES, day)) {
          sent.push([level, day]);
          const one = { id: day, level, to: [unit], text: '', by: 'rules', at: `${day}T06:00:00Z`, reply: null };
          task = { ...task, urgings: [...task.urgings, one] };
        }
      }
      expect(sent).toEqual(coming.filter(({ day }) => day <= until).map(({ step, day }) => [step.level, day]));
    }),
    { numRuns: 40 },
  );
});

test('what waits, is settled, or is reported done by its lead owes nothing; a unit knows its last urging level by level', () => {
  const open = taskOf({ strength: 'deliver', lifecycle: 'under-way', due: '2026-06-01', sent: [] });
  const sent = (level: number, day: string) => ({
    ...{ id: day, level, to: ['roads'], text: '', by: 'rules', reply: null, at: `${day}T06:00:00Z` },
  });
  const urged = { ...open, coordinators: [], urgings: [sent(3, '2026-06-02'), sent(1, '2026-06-05')] };
  expect(urgedDebts(urged)).toEqual([
    { unit: 'roads', due: '2026-06-01', urged: ['2026-06-05', '2026-06-02', '2026-06-02'] },
  ]);
  expect(urgedDebts({ ...urged, waiting: { on: 'condition', note: '' } })).toEqual([]);
  expect(urgedDebts({ ...urged, owed: false })).toEqual([]);
  expect(urgedDebts({ ...urged, lifecycle: 'reported-done' })).toEqual([]);
});
