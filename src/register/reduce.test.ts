import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommitmentFields } from '../commitments/index.ts';
import { SECTORS } from '../vocabulary/index.ts';
import type { Action, ActionBody, CommitmentState } from './actions.ts';
import { availableActions } from './available.ts';
import { history } from './history.ts';
import { reduce } from './reduce.ts';

const FIELDS: CommitmentFields = {
  ...{ kind: 'commitment', actors: ['both'], action: 'open', strength: 'deliver', due: null, sector: 'border-gates' },
  ...{ instruments: [], mechanisms: [], places: [], targets: [], lead: null, coordinators: [], report: null },
};
const BASIS = { confidence: 0.8, why: [], evidence: { sector: [{ start: 0, end: 4 }] } };
const PROPOSE: ActionBody = {
  type: 'propose',
  fields: FIELDS,
  span: { start: 0, end: 13 },
  quote: 'open the gate',
  basis: BASIS,
};

/** A log of the bodies given, in order; the latest decision is what an `undo` takes back. */
function log(...bodies: (ActionBody | 'undo')[]): Action[] {
  const actions: Action[] = [];
  for (const given of bodies) {
    const undoes = actions.length > 0 ? reduce(actions).undoable : null;
    const body: ActionBody = given === 'undo' ? { type: 'undo', undoes: undoes ?? 'nothing' } : given;
    const sequence = actions.length + 1;
    actions.push({
      id: `a${sequence}`,
      sequence,
      at: '2026-03-01T08:00:00Z',
      by: body.type === 'propose' ? 'rules' : 'lan',
      body,
    });
  }
  return actions;
}

const reject: ActionBody = { type: 'reject', reason: 'duplicate', note: 'see 4.2' };
const correct = (sector: (typeof SECTORS)[number]): ActionBody => ({ type: 'correct', fields: { sector } });
const meaning = ({ version: _, ...state }: CommitmentState) => state;

test('a proposal is undecided until somebody decides', () => {
  expect(reduce(log(PROPOSE)).decision).toBe('undecided');
  expect(reduce(log(PROPOSE, { type: 'confirm' })).decision).toBe('confirmed');
  expect(reduce(log(PROPOSE, reject))).toMatchObject({ decision: 'rejected', rejectReason: 'duplicate' });
});

test('a corrected field loses the words it was read from, and undo gives both back', () => {
  const corrected = reduce(log(PROPOSE, correct('transport')));
  expect(corrected).toMatchObject({ decision: 'corrected', fields: { sector: 'transport' }, basis: { evidence: {} } });
  expect(reduce(log(PROPOSE, correct('transport'), 'undo'))).toMatchObject({
    decision: 'undecided',
    fields: FIELDS,
    basis: BASIS,
  });
});

test('confirming what was corrected and then rejected keeps the correction', () => {
  const state = reduce(log(PROPOSE, correct('transport'), reject, { type: 'confirm' }));
  expect(state).toMatchObject({ decision: 'corrected', fields: { sector: 'transport' }, rejectReason: null });
});

test('a day to look at it again stands beside the fields, vouches for them, and can be taken back', () => {
  const review = (on: string | null): ActionBody => ({ type: 'review', on });
  const chosen = reduce(log(PROPOSE, review('2027-03-01')));
  expect(chosen).toMatchObject({ decision: 'confirmed', review: '2027-03-01', fields: FIELDS });
  expect(reduce(log(PROPOSE, review('2027-03-01'), correct('transport'))).review).toBe('2027-03-01');
  expect(reduce(log(PROPOSE, review('2027-03-01'), review(null))).review).toBeNull();
  expect(reduce(log(PROPOSE, review('2027-03-01'), 'undo'))).toMatchObject({ decision: 'undecided', review: null });
});

test('what has a last day of its own is given no other to look at it again', () => {
  const dated = { ...FIELDS, due: { text: 'by 2027', from: null, to: '2027-12-31' } };
  expect(availableActions(reduce(log(PROPOSE)))).toContain('review');
  expect(availableActions(reduce(log({ ...PROPOSE, fields: dated } as ActionBody)))).not.toContain('review');
});

test('actions of a release that knew no targets have none', () => {
  const { targets: _, ...fields } = FIELDS;
  expect(reduce(log({ ...PROPOSE, fields } as ActionBody)).fields.targets).toEqual([]);
});

test('the rules never change what a person decided', () => {
  for (const decided of [[{ type: 'confirm' }], [reject], [correct('transport')]] as ActionBody[][]) {
    expect(() => reduce(log(PROPOSE, ...decided, PROPOSE))).toThrow('action-not-allowed');
    expect(() => reduce(log(PROPOSE, ...decided, { type: 'retire', manifestation: 'm2' }))).toThrow(
      'action-not-allowed',
    );
  }
});

test('words that are not in the text any more cannot be confirmed, but can be given a place', () => {
  const lost = log(PROPOSE, { type: 'confirm' }, { type: 'lose', manifestation: 'm2' });
  expect(reduce(lost)).toMatchObject({ anchored: false, decision: 'confirmed' });
  expect(availableActions(reduce(log(PROPOSE, reject, { type: 'lose', manifestation: 'm2' })))).not.toContain(
    'confirm',
  );
  const placed = { type: 'correct', span: { start: 5, end: 9 }, quote: 'gate' } as const;
  expect(reduce(log(PROPOSE, { type: 'confirm' }, { type: 'lose', manifestation: 'm2' }, placed)).anchored).toBe(true);
});

test('undo after the text moved keeps the new place of the same words', () => {
  const moved = {
    type: 'reanchor',
    span: { start: 100, end: 113 },
    quote: 'open the gate',
    manifestation: 'm2',
    basis: BASIS,
  } as const;
  expect(reduce(log(PROPOSE, { type: 'confirm' }, moved, 'undo')).span).toEqual({ start: 100, end: 113 });
});

test('a gap in the sequence, a first action that is no proposal, and undo of nothing are refused', () => {
  const [first, second] = log(PROPOSE, { type: 'confirm' }) as [Action, Action];
  expect(() => reduce([first, { ...second, sequence: 3 }])).toThrow('action-not-allowed');
  expect(() => reduce([{ ...second, sequence: 1 }])).toThrow('action-not-allowed');
  expect(() => reduce(log(PROPOSE, 'undo'))).toThrow('action-not-allowed');
  expect(() => reduce([])).toThrow('action-not-allowed');
});

test('history tells field by field what became different, and what was taken back', () => {
  const entries = history(log(PROPOSE, correct('transport'), 'undo', reject));
  expect(entries.map(({ type, undone }) => [type, undone])).toEqual([
    ['propose', false],
    ['correct', true],
    ['undo', false],
    ['reject', false],
  ]);
  expect(entries[1]?.changes).toEqual([
    { field: 'decision', before: 'undecided', after: 'corrected' },
    { field: 'sector', before: 'border-gates', after: 'transport' },
  ]);
  expect(entries[2]?.changes).toEqual([
    { field: 'decision', before: 'corrected', after: 'undecided' },
    { field: 'sector', before: 'transport', after: 'border-gates' },
  ]);
  expect(entries[3]).toMatchObject({ reason: 'duplicate', note: 'see 4.2' });
});

test('words joined to a commitment are its citation, vouched for by whoever joined them, until they are separated', () => {
  const joined = reduce(log(PROPOSE, { type: 'join', to: 'c2' }));
  expect(joined).toMatchObject({ joinedTo: 'c2', decision: 'confirmed' });
  expect(reduce(log(PROPOSE, { type: 'join', to: 'c2' }, { type: 'separate' }))).toMatchObject({
    joinedTo: null,
    decision: 'confirmed',
  });
  expect(reduce(log(PROPOSE, { type: 'join', to: 'c2' }, reject))).toMatchObject({ joinedTo: null });
  expect(() => reduce(log(PROPOSE, reject, { type: 'join', to: 'c2' }))).toThrow('action-not-allowed');
  expect(() => reduce(log(PROPOSE, { type: 'separate' }))).toThrow('action-not-allowed');
});

test('where the entry has gone the rules separate its citation, and undo still takes back what a person did', () => {
  const actions = log(PROPOSE, correct('transport'), { type: 'join', to: 'c2' });
  const by = { id: 'r', sequence: 4, at: '2026-03-01T08:00:00Z', by: 'rules', body: { type: 'separate' } } as const;
  const parted = reduce([...actions, by]);
  expect(parted).toMatchObject({ joinedTo: null, decision: 'corrected', undoable: actions[2]?.id });
});

/** Any order of steps; those that are not legal where they come are passed over. */
const steps = fc.array(
  fc.oneof(
    fc.constant<ActionBody | 'undo'>({ type: 'confirm' }),
    fc.constant<ActionBody | 'undo'>(reject),
    fc.constantFrom(...SECTORS).map((sector): ActionBody | 'undo' => correct(sector)),
    fc.constantFrom('c2', 'c3').map((to): ActionBody | 'undo' => ({ type: 'join', to })),
    fc.constant<ActionBody | 'undo'>({ type: 'separate' }),
    fc.constant<ActionBody | 'undo'>('undo'),
  ),
  { maxLength: 20 },
);

function legal(wanted: readonly (ActionBody | 'undo')[]): (ActionBody | 'undo')[] {
  const taken: (ActionBody | 'undo')[] = [PROPOSE];
  for (const step of wanted) {
    const type = step === 'undo' ? 'undo' : step.type;
    if ((availableActions(reduce(log(...taken))) as readonly string[]).includes(type)) taken.push(step);
  }
  return taken;
}

test('in any legal order the version counts the actions and every action is in the history', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      const actions = log(...legal(wanted));
      expect(reduce(actions).version).toBe(actions.length);
      expect(history(actions).map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
    }),
  );
});

test('in any legal order undo gives back exactly what was before the decision', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...SECTORS), (wanted, sector) => {
      const before = legal(wanted);
      expect(meaning(reduce(log(...before, correct(sector), 'undo')))).toEqual(meaning(reduce(log(...before))));
    }),
  );
});

test('in any legal order only what is not rejected is a citation of another commitment', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      const { joinedTo, decision } = reduce(log(...legal(wanted)));
      expect(joinedTo === null || decision === 'confirmed' || decision === 'corrected').toBe(true);
    }),
  );
});

test('undoing as often as possible leads back to the proposal', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      let taken = legal(wanted);
      while (reduce(log(...taken)).undoable !== null) taken = [...taken, 'undo'];
      expect(meaning(reduce(log(...taken)))).toEqual(meaning(reduce(log(PROPOSE))));
    }),
  );
});
