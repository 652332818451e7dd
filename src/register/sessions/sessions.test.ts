import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { OPEN_SEAT } from '../seats/index.ts';
import type { SeriesAction, SeriesActionBody } from './actions.ts';
import {
  agendaProposals,
  availableSeriesActions,
  hostAfter,
  lastAndNext,
  NO_FACTS,
  ordinalConflicts,
  proposedActions,
  reduceSeries,
} from './index.ts';

const SERIES = {
  names: { en: ['Joint committee of the two banks'] },
  parties: ['hill', 'shore', 'port'],
  level: 'provinces' as const,
  hosts: ['hill', 'shore', 'port'],
};

function log(bodies: readonly SeriesActionBody[]): SeriesAction[] {
  return [{ type: 'begin', series: SERIES } as const, ...bodies].map((body, index) => ({
    ...{ id: `a${index + 1}`, sequence: index + 1, at: '2026-01-01T00:00:00Z', by: 'officer' },
    body,
  }));
}

const play = (...bodies: SeriesActionBody[]) => reduceSeries(log(bodies));
const open = (session: string, ordinal: number | null = null) =>
  ({ type: 'open', session, facts: { ...NO_FACTS, ordinal } }) as const;
const item = (id: string, tasks: string[] = []) =>
  ({ type: 'add-item', item: { id, text: id, tasks, why: 'other' } }) as const;
const close = (id: string) => ({ type: 'close-item', item: id, note: '' }) as const;
const END = { type: 'end' } as const;

describe('a session', () => {
  test('opens with every unclosed item of the one before, none lost, none twice, whatever happened before', () => {
    const step = fc.record({ what: fc.constantFrom('add', 'close', 'end', 'open', 'undo'), at: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const kept: SeriesActionBody[] = [open('s')];
        for (const [index, { what, at }] of steps.entries()) {
          const body: SeriesActionBody = {
            ...{ add: item(`i${index}`), close: close(`i${at}`), end: END, open: open(`s${index}`) },
            undo: { type: 'undo' as const, undoes: play(...kept).last.id },
          }[what];
          const before = play(...kept);
          try {
            const after = play(...kept, body);
            kept.push(body);
            if (body.type !== 'open') continue;
            const unclosed = before.items.filter(({ closed }) => closed === null).map(({ id }) => id);
            expect(after.sessions.at(-1)?.agenda).toEqual(unclosed);
          } catch (problem) {
            expect(problem).toBeInstanceOf(Problem);
          }
        }
        for (const { agenda } of play(...kept).sessions) expect(new Set(agenda).size).toBe(agenda.length);
      }),
    );
  });

  test('keeps what it was about: an item closed later stays on its agenda, and is not on the next', () => {
    const state = play(open('one'), item('x'), item('y'), END, close('x'), open('two'));
    expect(state.sessions.map(({ agenda }) => agenda)).toEqual([['x', 'y'], ['y']]);
  });

  test('takes nothing more once it was held, and no other opens beside it', () => {
    expect(() => play(open('one'), END, item('x'))).toThrow(Problem);
    expect(() => play(open('one'), open('two'))).toThrow(Problem);
    expect(() => play(open('one'), END, open('one'))).toThrow(Problem);
  });

  test('decides on what is on its agenda; the decisions become proposed actions until they are taken up', () => {
    const proposes = [
      { type: 'set-due', task: 't1', unit: null, day: '2026-12-31' },
      { type: 'urge', task: 't1', unit: 'transport', day: null },
    ] as const;
    const decide = { type: 'decide', decision: 'd', item: 'x', text: 'By the end of the year.', proposes } as const;
    const take = { type: 'take-up', decision: 'd', proposal: 0 } as const;
    expect(proposedActions(play(open('one'), item('x'), decide))).toHaveLength(2);
    expect(proposedActions(play(open('one'), item('x'), decide, take)).map(({ action }) => action.type)).toEqual([
      'urge',
    ]);
    expect(() => play(open('one'), item('x'), decide, take, take)).toThrow(Problem);
    expect(() => play(open('one'), decide)).toThrow(Problem);
  });
});

describe('the ordinal of a session', () => {
  const record = (session: string, ordinal: number, date: string) =>
    ({ type: 'record', session, facts: { ordinal, date, host: null } }) as const;
  const both = [record('this-year', 17, '2026-02-05'), record('next-year', 17, '2027')];

  test('borne by two sessions is asked about once and corrected by nobody', () => {
    const state = play(...both);
    expect(ordinalConflicts(state)).toEqual([{ ordinal: 17, sessions: ['this-year', 'next-year'] }]);
    expect(state.sessions.map(({ ordinal }) => ordinal)).toEqual([17, 17]);
    expect(ordinalConflicts(play(...both, record('third', 17, '2028')))).toHaveLength(1);
  });

  test('is no question any more once a person says it is so, or says which is right', () => {
    expect(ordinalConflicts(play(...both, { type: 'settle-ordinal', ordinal: 17 }))).toEqual([]);
    const facts = { ordinal: 18, date: '2027', host: null };
    expect(ordinalConflicts(play(...both, { type: 'set-facts', session: 'next-year', facts }))).toEqual([]);
  });

  test('says nothing of when it is: last and next go by the dates', () => {
    const { last, next } = lastAndNext(play(...both), '2026-11-22');
    expect([last?.id, next?.id]).toEqual(['this-year', 'next-year']);
  });
});

test('the host rotates as agreed, and is asked for where no turn is known', () => {
  expect([
    hostAfter(SERIES, 'hill'),
    hostAfter(SERIES, 'port'),
    hostAfter(SERIES, 'elsewhere'),
    hostAfter(SERIES, null),
  ]).toEqual(['shore', 'hill', null, null]);
});

test('the agenda is proposed from what is disputed, stuck or overdue and not on it yet', () => {
  const task = (id: string, more: object = {}) => ({
    ...{ id, title: id, lifecycle: 'under-way' as const, obstacles: [], timeliness: 'in-time' as const },
    ...more,
  });
  const obstacle = {
    id: 'o',
    kind: 'law',
    text: '',
    to: null,
    limit: '2026-11-01',
    by: '',
    at: '',
    answer: null,
    cleared: false,
  };
  const tasks = [
    task('late', { timeliness: 'overdue' }),
    task('stuck', { obstacles: [obstacle] }),
    task('disputed', { lifecycle: 'disputed' }),
    task('fine'),
    task('there', { timeliness: 'overdue' }),
  ];
  const state = play(open('one'), item('x', ['there']));
  expect(agendaProposals(state, tasks, '2026-11-22').map(({ tasks: [id], why }) => [id, why])).toEqual([
    ['disputed', 'disputed'],
    ['stuck', 'stuck'],
    ['late', 'overdue'],
  ]);
});

test('only secretariats and leaders keep a series, and what is offered can be done', () => {
  const state = play(open('one'), item('x'));
  expect(availableSeriesActions(state, { ...OPEN_SEAT, party: 'XL', unit: 'hill', role: 'reporter' })).toEqual([]);
  expect(availableSeriesActions(state, OPEN_SEAT)).toContain('end');
  expect(availableSeriesActions(state, OPEN_SEAT)).not.toContain('open');
  expect(availableSeriesActions(play(open('one'), END), OPEN_SEAT)).toContain('open');
});
