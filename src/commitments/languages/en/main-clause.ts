import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { subjectAt } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** "Open markets have lifted …", "keeping them open will require …": what looks like an action is the subject. */
export function isSubjectNoun(tokens: readonly Token[], group: VerbGroup): boolean {
  const verb = group.senses[0];
  if (!verb?.alsoNoun && !verb?.forms.includes('ing')) return false;
  for (let i = group.next; i < Math.min(group.next + 8, tokens.length); i += 1) {
    const token = tokens[i];
    if (isMark(token, ',;:.') || token?.word === 'that' || token?.word === 'which') return false;
    if (isCue(token, 'auxiliary') || token?.word === 'will' || token?.word === 'shall') return true;
  }
  return false;
}

/** "…, the first of which will be …" */
function opensRelative(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 5; i += 1)
    if (tokens[i]?.word.endsWith('of which') || (tokens[i]?.word === 'which' && tokens[i - 1]?.word === 'of'))
      return true;
  return false;
}

/** "Entering a new era, relations …", "Recognising its urgency, we:": a participle before a clause of its own subject. */
export function hasMainClause(tokens: readonly Token[], from: number): boolean {
  if (isMark(tokens.at(-1), ':')) return true;
  for (let i = from; i + 1 < tokens.length; i += 1) {
    if (!isMark(tokens[i], ',') || tokens[i]?.enclosed || opensRelative(tokens, i + 1)) continue;
    if (subjectAt(tokens, i + 1, 30, false) !== null) return true;
    const named =
      tokens[i + 1]?.capital ||
      isCue(tokens[i + 1], 'party') ||
      isCue(tokens[i + 1], 'thing') ||
      tokens[i + 1]?.word === 'the';
    for (let k = i + 2; named && k < Math.min(i + 14, tokens.length) && !isMark(tokens[k], ',;'); k += 1) {
      if (isCue(tokens[k], 'auxiliary') || isCue(tokens[k], 'aspect') || verbOf(tokens[k], 'past') !== null)
        return true;
    }
  }
  return false;
}
