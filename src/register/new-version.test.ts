import { expect, test } from 'vitest';
import type { Candidate } from '../commitments/index.ts';
import type { ActionBody, CommitmentState } from './actions.ts';
import { findQuote } from './find-quote.ts';
import { planVersion, type Standing } from './new-version.ts';
import { basisOf, fieldsOf } from './proposal.ts';

const BEFORE =
  'The two sides agreed to open the north gate. They agreed to hold an annual fair. They agreed to open the north gate.';

function candidate(text: string, quote: string, from = 0, changes: Partial<Candidate> = {}): Candidate {
  const start = text.indexOf(quote, from);
  return {
    ...{ kind: 'commitment', actors: ['both'], action: 'open', strength: 'deliver', due: null, sector: 'border-gates' },
    ...{ instruments: [], mechanisms: [], places: [], targets: [], lead: null, coordinators: [], report: null },
    ...{ span: { start, end: start + quote.length }, quote, language: 'en', path: '1', sentence: 0, confidence: 0.9 },
    ...{ why: [], evidence: { action: [{ start, end: start + 4 }] } },
    ...changes,
  } as Candidate;
}

function standing(id: string, from: Candidate, text: string, state: Partial<CommitmentState> = {}): Standing {
  const { span, quote } = from;
  return {
    id,
    prefix: text.slice(Math.max(0, span.start - 20), span.start),
    suffix: text.slice(span.end, span.end + 20),
    state: {
      ...{ decision: 'undecided', fields: fieldsOf(from), span, quote, anchored: true, retired: false },
      ...{
        basis: basisOf(from),
        version: 1,
        since: '2026-01-01T00:00:00.000Z',
        origin: 'rules',
        rejectReason: null,
        review: null,
        joinedTo: null,
        undoable: null,
      },
      ...state,
    },
  };
}

function plan(
  standings: readonly Standing[],
  candidates: readonly Candidate[],
  after: string,
): [Record<string, ActionBody>, string[]] {
  const { actions, fresh } = planVersion(standings, candidates, { before: BEFORE, after }, 'm2');
  return [Object.fromEntries(actions), fresh.map(({ quote }) => quote)];
}

const fair = candidate(BEFORE, 'hold an annual fair');
const gate = candidate(BEFORE, 'open the north gate');
const secondGate = candidate(BEFORE, 'open the north gate', 50);

test('the same text again changes nothing', () => {
  const all = [fair, gate, secondGate];
  const [actions, fresh] = plan(
    all.map((one, index) => standing(`c${index}`, one, BEFORE)),
    all,
    BEFORE,
  );
  expect(actions).toEqual({});
  expect(fresh).toEqual([]);
});

test('a confirmed commitment follows its words to their new place, whatever the rules now say', () => {
  const after = `Preamble. ${BEFORE}`;
  const confirmed = standing('c1', fair, BEFORE, { decision: 'confirmed' });
  const [actions, fresh] = plan([confirmed], [], after);
  const start = after.indexOf('hold');
  expect(actions.c1).toMatchObject({ type: 'reanchor', span: { start, end: start + 19 }, manifestation: 'm2' });
  expect(actions.c1).toMatchObject({ basis: { evidence: { action: [{ start, end: start + 4 }] } } });
  expect(fresh).toEqual([]);
});

test('a proposal in the words of a decided commitment is not proposed a second time', () => {
  const after = `Preamble. ${BEFORE}`;
  const [, fresh] = plan(
    [standing('c1', fair, BEFORE, { decision: 'rejected' })],
    [candidate(after, fair.quote)],
    after,
  );
  expect(fresh).toEqual([]);
});

test('a decided quote that is gone is reported lost; the changed words are a new proposal', () => {
  const after = BEFORE.replace('an annual fair', 'a fair every two years');
  const changed = candidate(after, 'hold a fair every two years');
  const [actions, fresh] = plan([standing('c1', fair, BEFORE, { decision: 'confirmed' })], [changed], after);
  expect(actions).toEqual({ c1: { type: 'lose', manifestation: 'm2' } });
  expect(fresh).toEqual(['hold a fair every two years']);
});

test('of words that stand twice each decision stays with its own surroundings', () => {
  const after = BEFORE.replace('The two sides', 'Meeting in spring, the two sides');
  const first = standing('c1', gate, BEFORE, { decision: 'confirmed' });
  const second = standing('c2', secondGate, BEFORE, { decision: 'confirmed' });
  const [actions] = plan([first, second], [], after);
  expect(actions.c1).toMatchObject({ span: { start: after.indexOf(gate.quote) } });
  expect(actions.c2).toMatchObject({ span: { start: after.lastIndexOf(gate.quote) } });
});

test('words that stand twice in new surroundings are lost, never moved by guess', () => {
  const after = 'Both will open the north gate, and again: open the north gate!';
  const [actions] = plan([standing('c1', gate, BEFORE, { decision: 'confirmed' })], [], after);
  expect(actions.c1).toEqual({ type: 'lose', manifestation: 'm2' });
});

test('an undecided proposal keeps its id where the rules give the same words, and retires where not', () => {
  const after = `Preamble. ${BEFORE}`;
  const again = candidate(after, fair.quote, 0, { sector: 'trade-customs' });
  const [actions, fresh] = plan([standing('c1', fair, BEFORE), standing('c2', gate, BEFORE)], [again], after);
  expect(actions.c1).toMatchObject({ type: 'propose', fields: { sector: 'trade-customs' }, span: again.span });
  expect(actions.c2).toEqual({ type: 'retire', manifestation: 'm2' });
  expect(fresh).toEqual([]);
});

test('what a person marked is never retired', () => {
  const [actions] = plan([standing('c1', fair, BEFORE, { origin: 'person', basis: null })], [], `Preamble. ${BEFORE}`);
  expect(actions.c1?.type).toBe('reanchor');
});

test('line breaks, blanks and composed letters are no change of words', () => {
  const text = 'Hai bên mở\n  cửa khẩu Bắc.'.normalize('NFD');
  const span = findQuote(text, { quote: 'mở cửa khẩu', prefix: '', suffix: '' });
  expect(span && text.slice(span.start, span.end)).toBe('mở\n  cửa khẩu'.normalize('NFD'));
});
