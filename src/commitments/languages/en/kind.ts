import type { Kind } from '../../../vocabulary/index.ts';
import type { VerbSense } from '../../lexicon/sense.ts';
import type { UnitFrame } from '../../reading/unit.ts';
import outsiders from './outsiders.json' with { type: 'json' };

/** Some words of the object may stand before the one that tells. */
const BEFORE = "^(?:\\s+[\\w'’,-]+){0,6}?\\s+";
const OUTSIDERS = new RegExp(`${BEFORE}(?:${outsiders.words.join('|')})\\b`, 'i');
const OWN_BODIES = new RegExp(`${BEFORE}(?:${outsiders['own-bodies'].join('|')})\\b`, 'i');
/** To agree to back somebody is an undertaking. */
const BACKING = new Set(['support', 'back', 'endorse']);
const STANCES = new Set(outsiders.stances);

/**
 * The kind of an action. What is agreed is a commitment even where the verb is mild; encouraging or supporting firms,
 * schools or citizens stays support, encouraging one's own bodies does not (GUIDE, clarification 2). A stance within
 * an affirmed commitment ("commitment to …, recognizing …") is a position.
 * @param rest the text after the verbs
 * @param frame the introducing words in the same sentence, or null where an earlier sentence governs
 */
export function kindOf(verbs: readonly VerbSense[], rest: string, frame: UnitFrame | null): Kind {
  if (frame !== null && frame.kind !== 'commitment') return frame.kind;
  const head = verbs[0]?.verb ?? '';
  if (frame?.id.startsWith('attitude') && (STANCES.has(head) || /^ the principle/.test(rest))) return 'position';
  if (!verbs.every((verb) => verb.strength === 'support')) return 'commitment';
  if (head === 'encourage') return OWN_BODIES.test(rest) ? 'commitment' : 'support';
  if (!BACKING.has(head) || frame === null) return 'support';
  return OUTSIDERS.test(rest) ? 'support' : 'commitment';
}
