import { expect, test } from 'vitest';
import { addDays } from '../../kernel/index.ts';
import { relationCalendar } from '../working-days/index.ts';
import { escalationsComing } from './coming.ts';
import { digestsOf } from './digest.ts';
import { ladderOf } from './ladder.ts';
import { type UrgedTask, urgingsDue } from './urgings-due.ts';

const RULES = {
  ladder: ladderOf('demonstration'),
  calendar: relationCalendar('demonstration', 'XL'),
  above: (unit: string) => (unit === 'transport' ? 'government' : null),
};
const TASK: UrgedTask = {
  ...{ id: 't1', party: 'XL', lead: 'transport', coordinators: [], due: '2026-06-30', lifecycle: 'under-way' },
  ...{ waiting: null, settlement: null, urgings: [], strength: 'deliver', owed: true },
};
const days = (from: string, to: string) => {
  const all: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  return all;
};

/** On which days something is told of a task, with the level and the day it comes. */
const told = (task: UrgedTask, from: string, to: string) =>
  days(from, to).flatMap((day) =>
    escalationsComing(task, RULES, day).map(({ urging, first }) => [day, urging.level, urging.day, first] as const),
  );

test('its unit is told of an escalation from a week before on, on working days, until the day it is sent', () => {
  const sentOn = days('2026-07-01', '2026-07-31').find((day) =>
    urgingsDue([TASK], RULES, day).some(({ level }) => level === 4),
  );
  expect(sentOn).toBe('2026-07-14');
  const seen = told(TASK, '2026-06-01', '2026-07-14');
  expect(seen.map(([day, ...what]) => [day, ...what])).toEqual([
    ...['2026-07-07', '2026-07-08', '2026-07-09', '2026-07-10', '2026-07-13'].map((day) => [
      ...[day, 4, '2026-07-14', day === '2026-07-07'],
    ]),
  ]);
  const [one] = escalationsComing(TASK, RULES, '2026-07-07');
  expect(one?.told.map(({ unit, role }) => [unit, role])).toEqual([
    ['transport', 'reporter'],
    ['transport', 'unit-head'],
  ]);
  expect(one?.urging.to.map(({ unit, role }) => [unit, role])).toEqual([
    ['government', 'unit-head'],
    [null, 'secretariat'],
  ]);
});

test('nothing is told of what waits, is done, has no day, or goes to nobody above', () => {
  const never = [
    { waiting: { on: 'other-side', note: '', at: '2026-07-01T00:00:00Z' } as unknown as UrgedTask['waiting'] },
    { lifecycle: 'reported-done' },
    { due: null },
    { owed: false },
    { strength: 'study' },
  ] as const satisfies readonly Partial<UrgedTask>[];
  for (const one of never) expect(told({ ...TASK, ...one }, '2026-07-01', '2026-07-14')).toEqual([]);
});

test('a digest tells it after what is pressing; without anything pressing on its first day alone', () => {
  const coming = (day: string) => escalationsComing(TASK, RULES, day);
  const items = (day: string, urgings: Parameters<typeof digestsOf>[0]) =>
    digestsOf(urgings, ({ role }) => (role === 'unit-head' ? ['mai'] : []), coming(day)).digests.map(
      ({ person, items: listed }) => [person, ...listed.map(({ level, day: sent }) => `${level} ${sent}`)],
    );
  expect(items('2026-07-07', [])).toEqual([['mai', '4 2026-07-14']]);
  expect(items('2026-07-08', [])).toEqual([]);
  const other = urgingsDue([{ ...TASK, id: 't2', due: '2026-07-07' }], RULES, '2026-07-08');
  expect(items('2026-07-08', other)).toEqual([['mai', '3 2026-07-08', '4 2026-07-14']]);
});
