import { STRENGTHS } from '../../vocabulary/index.ts';
import type { LineageReason, LineageUnit, LineageWork, Relation } from '../model.ts';
import { cueAtStart, cueIn } from './cues.ts';
import type { Drift } from './drift.ts';

export interface RelationFound {
  readonly relation: Relation;
  readonly why: LineageReason;
}

/** A unit with the work it stands in. */
export interface UnitInWork {
  readonly unit: LineageUnit;
  readonly work: LineageWork;
}

type Rule = (a: UnitInWork, b: UnitInWork, drift: Drift) => RelationFound | null;

/** Shares of what is lost or added beyond which an object is another, narrower or wider one. */
const MUCH = 0.55;
const LITTLE = 0.3;

function found(relation: Relation, rule: string, words: string): RelationFound {
  return { relation, why: { rule, words } };
}

const localised: Rule = (a, b) =>
  a.work.level === 'national' && b.work.level === 'local' ? found('localised', 'level', b.work.title) : null;

/** A later text reports as done what was undertaken, or uses what was to be created. */
const fulfilled: Rule = ({ unit: a }, { unit: b }) => {
  if (a.kind === 'position' || a.kind === 'record') return null;
  const done = cueIn('done', b.quote, b.language);
  if (b.kind === 'record') return found('fulfilled', 'reported-done', done ?? b.action);
  if (done !== null && b.kind !== 'commitment') return found('fulfilled', 'reported-done', done);
  const creates = cueAtStart('create', a.quote, a.language);
  const uses = cueAtStart('use', b.quote, b.language);
  const again = cueAtStart('create', b.quote, b.language);
  if (creates !== null && uses !== null && again === null && a.strength !== 'study') {
    return found('fulfilled', 'used-as-existing', `${creates} → ${uses}`);
  }
  return null;
};

function rank(unit: LineageUnit): number {
  return STRENGTHS.indexOf(unit.strength);
}

function datedBy({ due }: LineageUnit): string | null {
  return due === null ? null : (due.to ?? due.from);
}

/** A step on the ladder of strength, else a date that came, went or moved. */
const force: Rule = ({ unit: a }, { unit: b }) => {
  const undertaken = a.kind === 'commitment' || a.kind === 'support';
  if (!undertaken || (b.kind !== 'commitment' && b.kind !== 'support')) return null;
  const step = rank(b) - rank(a);
  if (step !== 0) {
    return found(step > 0 ? 'strengthened' : 'weakened', 'strength', `${a.strength} → ${b.strength}`);
  }
  const [before, after] = [datedBy(a), datedBy(b)];
  if (before === after || a.strength !== 'deliver') return null;
  if (before === null) return found('strengthened', 'due-set', b.due?.text ?? '');
  if (after === null) return found('weakened', 'due-lost', a.due?.text ?? '');
  return null;
};

/** What the object lost and gained. */
const object: Rule = (_a, { unit: b }, { lost, added, lostShare, addedShare }) => {
  if (lostShare > MUCH && addedShare > MUCH) return found('new-form', 'other-object', `${lost[0]} → ${added[0]}`);
  const more = cueIn('more', b.quote, b.language);
  if (addedShare > MUCH || (more !== null && addedShare > LITTLE && lostShare < LITTLE)) {
    return found('broadened', 'object-added', added.join(', '));
  }
  if (lostShare > MUCH) return found('narrowed', 'object-lost', lost.join(', '));
  return null;
};

const RULES: readonly Rule[] = [localised, fulfilled, force, object];

/** How a unit goes on in another: the first rule that speaks, else `continued`. */
export function relationOf(a: UnitInWork, b: UnitInWork, drift: Drift): RelationFound {
  for (const rule of RULES) {
    const relation = rule(a, b, drift);
    if (relation !== null) return relation;
  }
  return found('continued', 'same-action', b.unit.action);
}
