import type { Kind } from '../../../vocabulary/index.ts';
import type { VerbSense } from '../../lexicon/sense.ts';
import outsiders from './outsiders.json' with { type: 'json' };

const OUTSIDERS = new RegExp(`^(?:\\s+[\\w'’,-]+){0,6}?\\s+(?:${outsiders.words.join('|')})\\b`, 'i');

/**
 * The kind of an action under an undertaking: what is agreed is a commitment even where the verb is mild, but
 * encouraging or supporting firms, schools or citizens stays support (GUIDE, clarification 2).
 */
export function supportKind(verbs: readonly VerbSense[], rest: string, governed: boolean): Kind {
  if (!verbs.every((verb) => verb.strength === 'support')) return 'commitment';
  const mild = /^(?:welcome|look forward to|call on|call upon|call for|urge|applaud|commend)$/.test(
    verbs[0]?.verb ?? '',
  );
  if (mild || governed || verbs[0]?.verb === 'encourage')
    return /^encourage$/.test(verbs[0]?.verb ?? '') && OWN_BODIES.test(rest) ? 'commitment' : 'support';
  return OUTSIDERS.test(rest) ? 'support' : 'commitment';
}

const OWN_BODIES = new RegExp(`^(?:\\s+[\\w'’,-]+){0,5}?\\s+(?:${outsiders['own-bodies'].join('|')})\\b`, 'i');
