import { isCue, isUnknown, type Token } from '../../lexicon/token.ts';
import type { SentencePlace } from '../../reading/unit.ts';
import { frameAt } from './frame.ts';
import { hasMainClause } from './main-clause.ts';
import type { Boundary } from './opening.ts';

/** "Noting the threat, we call for …", "Recognising the urgency, we:": a participle before the clause it belongs to. */
function leadsToClause(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word.endsWith('ing') === true && hasMainClause(tokens, at + 1);
}

/**
 * Whether a verb the lexicon does not know yet opens an action: "…, and to <word> the …", or the first word of an item
 * under introducing words ("the Parties will: (a) <word> the …").
 * @param mayJoin a further action may follow the open one in plain form
 */
export function opensUnknownVerb(
  tokens: readonly Token[],
  at: number,
  boundary: Boundary,
  mayJoin: boolean,
  place: SentencePlace,
): boolean {
  const token = tokens[at];
  if (token?.type !== 'word' || !isUnknown(token) || !isCue(tokens[at + 1], 'determiner')) return false;
  if (boundary === 'start')
    return (
      !leadsToClause(tokens, at) &&
      place.opensItem &&
      place.governor?.complement === 'action' &&
      frameAt(tokens, at) === null
    );
  return mayJoin && !token.capital && (boundary === 'comma-and' || boundary === 'semicolon' || boundary === 'and');
}
