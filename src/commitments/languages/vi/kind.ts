import type { Kind } from '../../../vocabulary/index.ts';
import type { FrameSense } from '../../lexicon/sense.ts';
import type { Token } from '../../lexicon/token.ts';
import { STANCE } from './lexicon.ts';
import { isOwn, OWN_BODIES, PRINCIPLE, STRIVES } from './sentence-signs.ts';
import type { VerbGroup } from './verb-group.ts';

/** The kind of an act by the introducing words that govern it (GUIDE, clarification 2). */
export function kindUnder(sense: FrameSense | null, tokens: readonly Token[], group: VerbGroup): Kind {
  const stance =
    STANCE.has(group.senses[0]?.verb ?? '') ||
    tokens.slice(group.start, group.first).some((token) => STANCE.has(token.word));
  if (sense?.complement === 'affirm' || sense?.complement === 'duty') return stance ? 'position' : 'commitment';
  if (sense?.kind === 'support' && STRIVES.test(tokens[group.start]?.word ?? '')) return 'commitment';
  return sense?.kind ?? 'commitment';
}

/** To support bodies is support, to encourage one's own an undertaking. */
const SUPPORTS = /^(?:ủng hộ|hoan nghênh)/u;

/** The kind of verbs of support by what is supported: `rest` is the text after them; null for other verbs. */
function supportKind(rest: string, group: VerbGroup): Kind | null {
  if (!group.senses.every((sense) => sense.strength === 'support')) return null;
  if (PRINCIPLE.test(rest)) return 'position';
  return OWN_BODIES.test(rest) && !SUPPORTS.test(group.senses[0]?.verb ?? '') ? 'commitment' : 'support';
}

/** The kind of an act by its verbs, else by the introducing words of its sentence; `sense` is null where none are. */
export function kindOfVerb(text: string, tokens: readonly Token[], group: VerbGroup, sense: FrameSense | null): Kind {
  const rest = text.slice(tokens[group.last]?.end ?? 0);
  const supported = supportKind(rest, group);
  // "nhất trí …; ủng hộ ứng cử của nhau": what sides agree to do for each other.
  if (supported === 'support' && sense?.kind === 'commitment' && isOwn(rest)) return 'commitment';
  if (supported !== null) return supported;
  if (sense === null || sense.complement === 'object') return 'commitment';
  return kindUnder(sense, tokens, group);
}
