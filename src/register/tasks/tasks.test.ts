import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import type { Role, Seat } from '../seats/index.ts';
import type { Assignment, TaskAction, TaskActionBody } from './actions.ts';
import { availableTaskActions, type FollowingType, mayAssign } from './available.ts';
import { checkAssignment, checkTaskAction, TASK_RULE_NAMES } from './check.ts';
import type { Evidence, ReportContent, TaskState } from './model.ts';
import { reduceTask, reduceTaskSteps } from './reduce.ts';
import { TIMELINESS, timelinessOf } from './timeliness.ts';
import { URGING_ACTIONS, urgingsIn } from './urgings.ts';

const GIVEN: Assignment = {
  party: 'XL',
  audience: 'own-side',
  title: 'Open the second gate',
  commitments: ['c1'],
  parent: null,
  lead: 'transport',
  coordinators: [{ unit: 'customs', due: null, part: 'the customs hall' }],
  unresolved: ['the agencies concerned'],
  due: { day: '2026-06-30', basis: 'text', source: 'in the first half of 2026' },
  every: null,
};

function seat(role: Role, unit: string | null, { party = 'XL', hand = `${role} of ${unit}` } = {}): Seat {
  return { hand, role, party, unit, units: unit === null ? [] : [unit] };
}

const SECRETARY = seat('secretariat', 'ministry');
const HEAD = seat('unit-head', 'transport');
const REPORTER = seat('reporter', 'transport');
const PARTNER = seat('unit-head', 'customs');
const OTHER = seat('secretariat', 'their-ministry', { party: 'XT' });
const PAPER: Evidence = { kind: 'document', title: 'Opening of the gate', number: '12/BC', date: '2026-06-20' };

function report(id: string, more: Partial<ReportContent> = {}): ReportContent {
  return { id, unit: 'transport', period: null, step: 5, done: true, text: 'Open.', evidence: [PAPER], ...more };
}

/** Plays actions as the server does: checked for the seat, then appended. */
class Play {
  readonly log: TaskAction[] = [];
  readonly facts = { strength: 'deliver' as const };

  constructor(given: Partial<Assignment> = {}) {
    this.append({ type: 'assign', ...GIVEN, ...given }, SECRETARY.hand);
  }

  get state(): TaskState {
    return reduceTask(this.log);
  }

  do(seat: Seat, ...bodies: Exclude<TaskActionBody, { type: 'assign' }>[]): this {
    for (const body of bodies) {
      checkTaskAction(this.state, body, seat, this.facts);
      this.append(body, seat.hand);
    }
    return this;
  }

  private append(body: TaskActionBody, by: string): void {
    const sequence = this.log.length + 1;
    this.log.push({
      id: `a${sequence}`,
      sequence,
      at: `2026-01-01T00:00:${String(sequence % 60).padStart(2, '0')}.000Z`,
      by,
      body,
    });
    reduceTask(this.log);
  }
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code === 'task-rule' ? String(error.details.rule) : error.code;
  }
  return 'none';
}

describe('a task', () => {
  test('goes from assignment to closing through the hands of unit, head and secretariat', () => {
    const play = new Play();
    play.do(HEAD, { type: 'accept' });
    play.do(REPORTER, { type: 'plan', plan: { objective: 'Traffic', product: 'A gate', milestones: [] } });
    play.do(PARTNER, { type: 'draft', report: report('p', { unit: 'customs' }) }, { type: 'forward', report: 'p' });
    play.do(HEAD, { type: 'take', report: 'p' });
    play.do(REPORTER, { type: 'draft', report: report('r') }, { type: 'submit', report: 'r' });
    play.do(HEAD, { type: 'forward', report: 'r' });
    play.do(SECRETARY, { type: 'take', report: 'r' });
    expect(play.state.lifecycle).toBe('reported-done');
    play.do(SECRETARY, { type: 'settle', outcome: 'done', day: '2026-06-20', reason: null, note: '', evidence: [] });
    play.do(SECRETARY, { type: 'close', note: '' });
    expect(play.state).toMatchObject({ lifecycle: 'closed', settlement: { outcome: 'done' } });
  });

  test('has exactly one lead, whoever is named beside it', () => {
    const twice = { ...GIVEN, coordinators: [{ unit: 'transport', due: null, part: '' }] };
    expect(refusal(() => checkAssignment(twice))).toBe('one-lead');
    expect(refusal(() => checkAssignment({ ...GIVEN, lead: '' }))).toBe('one-lead');
    const play = new Play().do(SECRETARY, { type: 'reroute', lead: 'customs', note: '' });
    expect(play.state).toMatchObject({ lead: 'customs', coordinators: [], lifecycle: 'assigned' });
  });

  test('keeps an open set of agencies until a person says who they are', () => {
    const play = new Play();
    expect(play.state.unresolved).toEqual(['the agencies concerned']);
    const coordinators = [{ unit: 'police', due: '2026-05-01', part: '' }];
    play.do(SECRETARY, { type: 'resolve', words: 'the agencies concerned', coordinators });
    expect(play.state.unresolved).toEqual([]);
    expect(play.state.coordinators.map(({ unit }) => unit)).toEqual(['customs', 'police']);
  });

  test('cannot be settled as done while a part is open, without a paper, or by who reported it', () => {
    const settle = {
      type: 'settle',
      outcome: 'done',
      day: '2026-06-20',
      reason: null,
      note: '',
      evidence: [],
    } as const;
    const play = new Play().do(HEAD, { type: 'accept' });
    expect(refusal(() => play.do(SECRETARY, settle))).toBe('part-open');
    play.do(SECRETARY, { type: 'coordinate', coordinators: [] });
    expect(refusal(() => play.do(SECRETARY, settle))).toBe('evidence-needed');
    play.do(
      SECRETARY,
      { type: 'draft', report: report('r') },
      { type: 'forward', report: 'r' },
      { type: 'take', report: 'r' },
    );
    expect(refusal(() => play.do(SECRETARY, settle))).toBe('own-verdict');
    play.do(seat('leader', 'ministry'), settle);
    expect(play.state.lifecycle).toBe('settled');
  });

  test('keeps both dates when it is given more time', () => {
    const play = new Play().do(HEAD, { type: 'accept' });
    const ask = { type: 'ask-extension', request: 'x', reason: 'rain' } as const;
    expect(refusal(() => play.do(HEAD, { ...ask, to: '2026-06-01' }))).toBe('later-than-due');
    play.do(HEAD, { ...ask, to: '2026-09-30' }).do(SECRETARY, { type: 'grant', request: 'x', to: '2026-08-31' });
    expect(play.state).toMatchObject({ required: { day: '2026-06-30' }, due: '2026-08-31' });
  });

  test('of one side is closed to the other until it is shared, and then open to dispute only', () => {
    expect(availableTaskActions(new Play().state, OTHER)).toEqual([]);
    const shared = new Play({ audience: 'shared', coordinators: [] }).do(HEAD, { type: 'accept' });
    shared.do(SECRETARY, {
      type: 'settle',
      outcome: 'done',
      day: '2026-06-20',
      reason: null,
      note: '',
      evidence: [PAPER],
    });
    expect(availableTaskActions(shared.state, OTHER)).toEqual(['rate', 'dispute']);
    shared.do(OTHER, { type: 'dispute', note: 'The road is not open.' });
    expect(shared.state.lifecycle).toBe('disputed');
    shared.do(SECRETARY, { type: 'reopen', note: '' });
    expect(shared.state).toMatchObject({ lifecycle: 'under-way', settlement: null });
  });

  test('is given down by a head only, and only to the units under it', () => {
    const head: Seat = { ...HEAD, units: ['transport', 'roads'] };
    expect(mayAssign(SECRETARY, 'XL', 'roads', null)).toBe(true);
    expect(mayAssign(SECRETARY, 'XT', 'roads', null)).toBe(false);
    expect(mayAssign(head, 'XL', 'roads', { lead: 'transport' })).toBe(true);
    expect(mayAssign(head, 'XL', 'customs', { lead: 'transport' })).toBe(false);
    expect(mayAssign(head, 'XL', 'roads', null)).toBe(false);
    expect(mayAssign(REPORTER, 'XL', 'transport', { lead: 'transport' })).toBe(false);
  });

  test('gives back the state before what its own hand takes back', () => {
    const play = new Play().do(HEAD, { type: 'accept' });
    expect(refusal(() => play.do(SECRETARY, { type: 'undo', undoes: 'a2' }))).toBe('action-not-allowed');
    play.do(HEAD, { type: 'undo', undoes: 'a2' });
    expect(play.state).toMatchObject({ lifecycle: 'assigned', version: 3 });
  });
});

describe('any legal order of actions', () => {
  const SEATS = [SECRETARY, HEAD, REPORTER, PARTNER, OTHER, seat('leader', 'ministry')];
  const units = fc.subarray(['customs', 'police', 'health']);
  const day = fc.constantFrom('2026-03-01', '2026-07-15', '2026-12-31', '2027-06-30');
  const choice = fc.record({ seat: fc.nat(), type: fc.nat(), item: fc.nat(), units, day, flag: fc.boolean() });
  type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;
  const pick = <Item>(items: readonly Item[], at: number) => items[at % Math.max(1, items.length)] as Item;

  /** A body of the type that names what the task has. */
  function bodyOf(
    type: FollowingType,
    state: TaskState,
    { item, units, day, flag }: Choice,
  ): Exclude<TaskActionBody, { type: 'assign' }> {
    const id = `n${state.version}`;
    const coordinators = units.map((unit) => ({ unit, due: null, part: '' }));
    const reportId = pick(state.reports, item)?.id ?? '';
    const obstacle = pick(state.obstacles, item)?.id ?? '';
    const request = state.requests.at(-1)?.id ?? '';
    const unit = pick([state.lead, ...state.coordinators.map((one) => one.unit)], item);
    const bodies: { readonly [Type in FollowingType]: Extract<TaskActionBody, { type: Type }> } = {
      accept: { type: 'accept' },
      'send-back': { type: 'send-back', reason: 'unclear', note: '' },
      reroute: { type: 'reroute', lead: pick(['transport', 'customs', 'roads'], item), note: '' },
      coordinate: { type: 'coordinate', coordinators },
      resolve: { type: 'resolve', words: state.unresolved[0] ?? '', coordinators },
      serve: { type: 'serve', commitments: flag ? ['c1', 'c2'] : [] },
      'set-due': { type: 'set-due', due: flag ? { day, basis: 'person', source: '' } : null },
      'set-period': { type: 'set-period', every: flag ? 'quarter' : null },
      plan: { type: 'plan', plan: { objective: '', product: '', milestones: [] } },
      reach: { type: 'reach', milestone: '', day },
      draft: { type: 'draft', report: report(flag && reportId !== '' ? reportId : id, { unit, done: flag }) },
      submit: { type: 'submit', report: reportId },
      forward: { type: 'forward', report: reportId },
      take: { type: 'take', report: reportId },
      return: { type: 'return', report: reportId, reason: 'unclear', note: '' },
      raise: { type: 'raise', obstacle: { id, kind: 'money', text: '', to: null, limit: null } },
      answer: { type: 'answer', obstacle, text: '' },
      clear: { type: 'clear', obstacle },
      'ask-extension': { type: 'ask-extension', request: id, to: day, reason: '' },
      grant: { type: 'grant', request, to: day },
      refuse: { type: 'refuse', request, note: '' },
      urge: { type: 'urge', urging: id, level: 1, to: [state.lead], text: '' },
      reply: { type: 'reply', urging: pick(state.urgings, item)?.id ?? '', text: '' },
      wait: { type: 'wait', on: 'condition', note: '' },
      resume: { type: 'resume' },
      rate: {
        type: 'rate',
        from: pick(['self', 'secretariat', 'other-side'] as const, item),
        scale: 'completion',
        value: '1',
        reason: null,
        note: '',
      },
      settle: { type: 'settle', outcome: flag ? 'done' : 'broken', day, reason: 'law', note: '', evidence: [PAPER] },
      dispute: { type: 'dispute', note: '' },
      reopen: { type: 'reopen', note: '' },
      close: { type: 'close', note: '' },
      share: { type: 'share', audience: flag ? 'shared' : 'own-side' },
      undo: { type: 'undo', undoes: state.last.id },
    };
    return bodies[type];
  }

  test('leads to a state with one lead, one timeliness, and nothing lost', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 40 }), (choices) => {
        const play = new Play();
        for (const one of choices) {
          const seat = pick(SEATS, one.seat);
          const open = availableTaskActions(play.state, seat);
          if (open.length === 0) continue;
          const before = play.log.length;
          const body = bodyOf(pick(open, one.type), play.state, one);
          const refused = refusal(() => play.do(seat, body));
          if (refused !== 'none') play.log.length = before;
          expect(['none', 'not-found', 'action-not-allowed', ...TASK_RULE_NAMES]).toContain(refused);
        }
        const { state, log } = play;
        const partners = state.coordinators.map(({ unit }) => unit);
        expect(state.lead).not.toBe('');
        expect([...partners, state.lead]).toHaveLength(new Set([...partners, state.lead]).size);
        expect(state.commitments.length).toBeGreaterThan(0);
        expect(state.version).toBe(log.length);
        expect(reduceTaskSteps(log)).toHaveLength(log.length);
        const aboutUrging: readonly string[] = URGING_ACTIONS;
        expect(urgingsIn(log.filter(({ body }) => aboutUrging.includes(body.type)))).toEqual(state.urgings);
        expect(TIMELINESS).toContain(timelinessOf({ ...state, owed: true }, '2026-11-22'));
      }),
    );
  });

  test('taken back step by step leads to the assignment again', () => {
    const play = new Play();
    play
      .do(HEAD, { type: 'accept' })
      .do(SECRETARY, { type: 'set-period', every: 'month' }, { type: 'wait', on: 'condition', note: '' });
    const first = reduceTaskSteps(play.log)[0] as TaskState;
    for (const by of [SECRETARY, SECRETARY, HEAD]) play.do(by, { type: 'undo', undoes: play.state.last.id });
    expect(play.state).toEqual({ ...first, version: 7 });
  });
});

describe('timeliness', () => {
  const open = { due: '2026-06-30', waiting: null, settlement: null, owed: true };
  const settled = (outcome: 'done' | 'broken' | 'dropped', day: string) => ({
    outcome,
    day,
    reason: null,
    note: '',
    by: '',
  });

  test.each([
    ['in-time', open, '2026-06-30'],
    ['overdue', open, '2026-07-01'],
    ['no-deadline', { ...open, due: null }, '2026-07-01'],
    ['waiting', { ...open, waiting: { on: 'condition', note: '' } }, '2026-07-01'],
    ['done-on-time', { ...open, settlement: settled('done', '2026-06-30') }, '2027-01-01'],
    ['done-late', { ...open, settlement: settled('done', '2026-07-01') }, '2027-01-01'],
    ['overdue', { ...open, settlement: settled('broken', '2026-05-01') }, '2026-05-02'],
    ['not-due', { ...open, settlement: settled('dropped', '2026-05-01') }, '2027-01-01'],
    ['not-due', { ...open, owed: false }, '2027-01-01'],
  ] as const)('is %s', (expected, task, day) => {
    expect(timelinessOf(task, day)).toBe(expected);
  });
});
