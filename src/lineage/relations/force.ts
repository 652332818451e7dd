import type { Strength } from '../../vocabulary/index.ts';
import type { LineageRule, LineageUnit } from '../model.ts';
import { cueAtStart } from './cues.ts';
import { quantityDrift } from './quantity.ts';

/** How the force of an undertaking moved, and by which rule and words that is seen. */
export interface ForceDrift {
  readonly stronger: boolean;
  readonly rule: LineageRule;
  readonly words: string;
}

/**
 * The ladder as texts use it from one year to the next: `strengthen`, `carry out` and `maintain` are said of the same
 * undertaking in turn and are one step; support stands half a step below them.
 */
const STEPS: Readonly<Record<Strength, number>> = { study: 1, support: 1.5, promote: 2, implement: 2, deliver: 3 };

function lastDay({ due }: LineageUnit): string | null {
  return due === null ? null : (due.to ?? due.from);
}

/** A date that came, went or moved, of what is to be delivered. */
function dueDrift(a: LineageUnit, b: LineageUnit): ForceDrift | null {
  if (a.strength !== 'deliver' || b.strength !== 'deliver') return null;
  const [before, after] = [lastDay(a), lastDay(b)];
  if (before === after) return null;
  if (before === null) return { stronger: true, rule: 'due-set', words: b.due?.text ?? '' };
  const words = `${a.due?.text} → ${b.due?.text ?? '–'}`;
  if (after === null) return { stronger: false, rule: 'due-lost', words };
  // The next of a series of events comes later without being put off.
  if (after > before && cueAtStart('hold', b.quote, b.language) !== null) return null;
  return { stronger: after < before, rule: 'due-moved', words };
}

/** What was to be done is now only talked about. */
function isExchange({ quote, language }: LineageUnit): boolean {
  return cueAtStart('talk', quote, language) !== null;
}

/** Whether a later undertaking binds more or less than the earlier; null where neither, or where one is none. */
export function forceDrift(a: LineageUnit, b: LineageUnit, sameAction: boolean): ForceDrift | null {
  const undertaken = [a, b].every(({ kind }) => kind === 'commitment' || kind === 'support');
  if (!undertaken) return null;
  const amount = quantityDrift(a, b);
  if (amount !== null) return { stronger: amount.more, rule: amount.more ? 'raised' : 'lowered', words: amount.words };
  const raised = cueAtStart('raise', b.quote, b.language);
  if (raised !== null) return { stronger: true, rule: 'raised', words: raised };
  const step = STEPS[b.strength] - STEPS[a.strength];
  // An event that was to be held and is to be held well, or the same words with another reading, are no step.
  const held = a.strength === 'deliver' && b.strength === 'implement' && !isExchange(b);
  const still = held || (sameAction && b.strength !== 'study');
  if (Math.abs(step) < 1 || still) return dueDrift(a, b);
  return { stronger: step > 0, rule: 'strength', words: `${a.strength} → ${b.strength}` };
}
