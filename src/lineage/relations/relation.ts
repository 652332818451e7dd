import type { LineageReason, LineageRule, LineageUnit, LineageWork, Relation } from '../model.ts';
import { cueAtStart, cueIn } from './cues.ts';
import type { Drift } from './drift.ts';
import { forceDrift } from './force.ts';

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

/** Shares of the object lost and added beyond which it is another one, narrower, or wider (which keeps the rest). */
const OTHER = 0.6;
const NARROWER = { lost: 0.45, outweighs: 0.15 };
const WIDER = { added: 0.5, lostAtMost: 0.3 };
const FULLER_STANCE = 0.45;
/** Where a cue says that it is more, it may lose as much more than it gains: the cue is believed. */
const STILL_MORE = 0.2;

function found(relation: Relation, rule: LineageRule, words: string): RelationFound {
  return { relation, why: { rule, words } };
}

const localised: Rule = (a, b) =>
  a.work.level === 'national' && b.work.level === 'local' ? found('localised', 'level', b.work.title) : null;

/** What can be done once and then is done; the rest goes on as long as it is wanted. */
function canBeDone({ strength, quote, language }: LineageUnit): boolean {
  return strength === 'deliver' || strength === 'study' || cueAtStart('create', quote, language) !== null;
}

/** A later text tells of the promise: done, or so far only in part. */
const told: Rule = ({ unit: a }, { unit: b }) => {
  if (a.kind === 'position' || a.kind === 'record' || b.kind === 'commitment') return null;
  const partly = cueIn('under-way', b.quote, b.language);
  if (partly !== null) return found('reported', 'under-way', partly);
  const done = cueIn('done', b.quote, b.language);
  if (done !== null) return found('fulfilled', 'reported-done', done);
  if (b.kind !== 'record') return null;
  return canBeDone(a) ? found('fulfilled', 'reported-done', b.action) : found('reported', 'ongoing', b.action);
};

/** A later text welcomes what came of the promise: the opening of a line, the first session of a committee. */
const welcomed: Rule = ({ unit: a }, { unit: b }) => {
  if (a.kind !== 'commitment' && a.kind !== 'support') return null;
  if (b.kind === 'commitment' || cueAtStart('welcome', a.quote, a.language) !== null) return null;
  const welcome = cueAtStart('welcome', b.quote, b.language);
  const event = cueIn('event', b.quote, b.language);
  if (welcome === null || event === null || !(a.kind === 'support' || canBeDone(a))) return null;
  return found('fulfilled', 'reported-done', `${welcome} … ${event}`);
};

/** What was to be made or tried is now used: it exists. */
const usedAsExisting: Rule = ({ unit: a }, { unit: b }) => {
  const uses = cueAtStart('use', b.quote, b.language);
  if (uses === null || b.strength === 'study' || b.strength === 'deliver') return null;
  const tried = cueIn('trial', a.quote, a.language);
  if (tried !== null && cueIn('trial', b.quote, b.language) === null) {
    return found('fulfilled', 'tried-then-used', `${tried} → ${uses}`);
  }
  const creates = cueAtStart('create', a.quote, a.language);
  if (creates === null || a.strength !== 'deliver' || cueAtStart('create', b.quote, b.language) !== null) return null;
  return found('fulfilled', 'used-as-existing', `${creates} → ${uses}`);
};

const force: Rule = ({ unit: a }, { unit: b }, drift) => {
  const moved = forceDrift(a, b, drift.sameAction);
  return moved === null ? null : found(moved.stronger ? 'strengthened' : 'weakened', moved.rule, moved.words);
};

/** What the object lost and gained. A stance that says more is a stronger one. */
const object: Rule = ({ unit: a }, { unit: b }, { lost, added, lostShare, addedShare }) => {
  const stance = a.kind === 'position' && b.kind === 'position';
  const more = cueIn('more', b.quote, b.language);
  if (!stance && more !== null && cueIn('more', a.quote, a.language) === null && addedShare > lostShare - STILL_MORE) {
    return found('broadened', 'wider', more);
  }
  if (lostShare > OTHER && addedShare > OTHER) {
    const [was, now] = [lost[0], added[0]];
    return found('new-form', 'other-object', was === undefined || now === undefined ? '' : `${was} → ${now}`);
  }
  if (addedShare > (stance ? FULLER_STANCE : WIDER.added) && lostShare < WIDER.lostAtMost) {
    return found(stance ? 'strengthened' : 'broadened', 'object-added', added.join(', '));
  }
  if (lostShare > NARROWER.lost && lostShare - addedShare > NARROWER.outweighs) {
    return found(stance ? 'weakened' : 'narrowed', 'object-lost', lost.join(', '));
  }
  return null;
};

const RULES: readonly Rule[] = [localised, told, welcomed, usedAsExisting, force, object];

/** How a unit goes on in another: the first rule that speaks, else `continued`. */
export function relationOf(a: UnitInWork, b: UnitInWork, drift: Drift): RelationFound {
  for (const rule of RULES) {
    const relation = rule(a, b, drift);
    if (relation !== null) return relation;
  }
  return found('continued', 'same-action', b.unit.action);
}
