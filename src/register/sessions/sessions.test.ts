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
  missingYears,
  NO_FACTS,
  ordinalConflicts,
  proposedActions,
  reduceSeries,
  type SeriesContent,
  standingOf,
  toldSessions,
  WITHOUT_CONTENT,
  withTold,
} from './index.ts';

const SERIES = {
  names: { en: ['Joint committee of the two banks'] },
  parties: ['XL', 'XT'],
  level: 'provinces' as const,
  hosts: ['hill', 'shore', 'port'],
  members: ['hill', 'shore', 'port'],
  every: 'year' as const,
  standing: 'there' as const,
  keptOut: [],
};

/** Each action may say for which side it is done; without that it is a machine without accounts. */
type Step = SeriesActionBody & { readonly party?: string };

function log(bodies: readonly Step[], series: SeriesContent = SERIES): SeriesAction[] {
  return [{ type: 'begin', series } as const, ...bodies].map(({ party, ...body }: Step, index) => ({
    ...{ id: `a${index + 1}`, sequence: index + 1, at: '2026-01-01T00:00:00Z', by: 'officer', party: party ?? null },
    body: body as SeriesActionBody,
  }));
}

const play = (...bodies: Step[]) => reduceSeries(log(bodies));
const open = (session: string, ordinal: number | null = null) =>
  ({ type: 'open', session, facts: { ...NO_FACTS, ordinal } }) as const;
const item = (id: string, tasks: string[] = []) =>
  ({ type: 'add-item', item: { id, text: id, tasks, commitments: [], why: 'other' } }) as const;
const close = (id: string) => ({ type: 'close-item', item: id, note: '' }) as const;
const END = { type: 'end' } as const;

describe('a session', () => {
  test('opens with every unclosed item of the one before, none lost, none twice, whatever happened before (M10)', () => {
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
      { type: 'set-due', task: 't1', commitment: null, unit: null, day: '2026-12-31' },
      { type: 'urge', task: 't1', commitment: null, unit: 'transport', day: null },
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
    ...{
      id,
      title: id,
      lifecycle: 'under-way' as const,
      obstacles: [],
      commitments: [],
      timeliness: 'in-time' as const,
    },
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

test('the agenda stands in the order a person gives it, with every item once', () => {
  const items = [open('one'), item('x'), item('y'), item('z')];
  expect(play(...items, { type: 'order', agenda: ['z', 'x', 'y'] }).sessions[0]?.agenda).toEqual(['z', 'x', 'y']);
  for (const agenda of [
    ['x', 'y'],
    ['x', 'y', 'y'],
    ['x', 'y', 'w'],
  ]) {
    expect(() => play(...items, { type: 'order', agenda })).toThrow(Problem);
  }
});

describe('two sides', () => {
  test('agree on the words of an item; new words ask again', () => {
    const write = (text: string, party: string) => ({ type: 'write-minute', item: 'x', text, party }) as const;
    const agree = { type: 'agree-minute', item: 'x', party: 'XT' } as const;
    const agreed = (...steps: Step[]) => play(open('one'), item('x'), ...steps).items[0]?.minute?.agreed;
    expect(agreed(write('Done by May.', 'XL'))).toEqual(['XL']);
    expect(agreed(write('Done by May.', 'XL'), agree)).toEqual(['XL', 'XT']);
    expect(agreed(write('Done by May.', 'XL'), agree, write('Done by June.', 'XL'))).toEqual(['XL']);
  });

  test('agree on a day: it is the day of the session once the other side accepts, and nobody accepts their own', () => {
    const propose = {
      type: 'propose-date',
      session: 's',
      proposal: 'p',
      day: '2026-05-04',
      note: '',
      party: 'XL',
    } as const;
    const accept = (party: string) => ({ type: 'accept-date', session: 's', proposal: 'p', party }) as const;
    const record = { type: 'record', session: 's', facts: NO_FACTS } as const;
    expect(play(record, propose).sessions[0]?.date).toBeNull();
    expect(play(record, propose, accept('XT')).sessions[0]?.date).toBe('2026-05-04');
    expect(() => play(record, propose, accept('XL'))).toThrow(Problem);
    const decline = { type: 'decline-date', session: 's', proposal: 'p', note: 'Holidays.', party: 'XT' } as const;
    expect(() => play(record, propose, decline, accept('XT'))).toThrow(Problem);
  });
});

describe('sessions that texts tell of', () => {
  const fact = (
    key: string,
    ordinal: number | null,
    from: string,
    to: string,
    status: 'done' | 'planned' = 'done',
  ) => ({
    ...{ key, status, said: '2026-02-11', confidence: 1 },
    value: { type: 'session' as const, ordinal, from, to, host: null },
  });
  const [day, year, next] = [
    fact('a', 17, '2026-02-11', '2026-02-11'),
    fact('b', 17, '2026-01-01', '2026-12-31'),
    fact('c', 17, '2027-01-01', '2027-12-31', 'planned'),
  ];

  test('are one where two texts mean the same, and asked about once where one ordinal stands for two', () => {
    const told = toldSessions([day, year, next]);
    expect(told.map(({ date, facts }) => [date, facts])).toEqual([
      ['2026-02-11', ['a', 'b']],
      ['2027', ['c']],
    ]);
    const state = { ...play(), sessions: withTold(play(), told) };
    expect(ordinalConflicts(state)).toHaveLength(1);
    expect(lastAndNext(state, '2026-11-22').next?.date).toBe('2027');
  });

  test('are the one a person recorded or opened, not another beside it', () => {
    const told = toldSessions([day]);
    const recorded = play({
      type: 'record',
      session: 'fact-a',
      facts: { ordinal: 18, date: '2026-02-11', host: null },
    });
    expect(withTold(recorded, told)).toHaveLength(1);
    const entered = play({ type: 'record', session: 'own', facts: { ordinal: 17, date: '2026-02', host: null } });
    expect(withTold(entered, told).map(({ id, facts }) => [id, facts])).toEqual([['own', ['a']]]);
  });
});

test('a year without a session is missing once it is over, and only where a yearly rhythm is agreed', () => {
  const record = (date: string) => ({ type: 'record', session: date, facts: { ...NO_FACTS, date } }) as const;
  const state = play(record('2023-05'), record('2025-06-01'));
  expect(missingYears(state, '2026-12-30')).toEqual([2024]);
  expect(missingYears(state, '2026-12-31')).toEqual([2024, 2026]);
  expect(missingYears({ ...state, every: 'irregular' }, '2026-12-31')).toEqual([]);
});

test('a mechanism to be set up is there once a dated paper shows it', () => {
  const planned = { ...play(), standing: 'to-establish' as const };
  const evidence = { id: 'e', what: 'established', day: '2026-01-05', source: '12/QD', count: null } as const;
  expect(standingOf(planned)).toBe('to-establish');
  expect(standingOf({ ...planned, evidence: [{ ...evidence, by: 'officer' }] })).toBe('there');
});

test('what is kept out has no way in: nothing but that it is, that it met, what is published and how many (M22)', () => {
  const series = { ...SERIES, keptOut: ['positions' as const] };
  const lenient = reduceSeries(log([{ type: 'describe', series: SERIES }], series));
  expect(lenient.keptOut).toEqual(['positions']);
  expect(availableSeriesActions(lenient, OPEN_SEAT).filter((type) => !WITHOUT_CONTENT.includes(type))).toEqual([]);
  const refused: Step[] = [
    ...[open('one'), item('x'), END, { type: 'write-minutes', text: 'x' } as const],
    { type: 'propose-date', session: 's', proposal: 'p', day: '2026-05-04', note: 'x' },
  ];
  for (const step of refused) expect(() => reduceSeries(log([step], series))).toThrow(Problem);
});
