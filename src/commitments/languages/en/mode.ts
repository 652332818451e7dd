import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { saysFor, subordinatesAt } from './asides.ts';
import { namesMeans } from './further.ts';

/** Where in the open unit the reading stands; `gerund` is an -ing clause within its object. */
export type Mode = 'object' | 'gerund' | 'adjunct' | 'means' | 'list';

/**
 * Where the reading stands once it has come to token `i`, from where it stood before.
 * @param open first token behind the head verbs of the open unit; null where none is open
 * @param objectAt the same of the unit read last
 */
export function modeAt(tokens: readonly Token[], i: number, mode: Mode, open: number | null, objectAt: number): Mode {
  const token = tokens[i];
  if (token === undefined) return mode;
  if (subordinatesAt(tokens, i) || (open !== null && i >= open && saysFor(tokens, i))) return 'adjunct';
  if (namesMeans(tokens, i)) return mode === 'adjunct' ? 'adjunct' : 'means';
  if (isCue(token, 'list')) return 'list';
  if (mode !== 'object' || i < objectAt || verbOf(token, 'ing') === null) return mode;
  const before = tokens[i - 1];
  return isMark(before, ',') || isCue(before, 'preposition') || before?.word === 'of' ? 'gerund' : mode;
}

const USES = /^(?:use|employ|deploy|utili[sz]e|mobili[sz]e|leverage)$/;
const MEANS = /^(?:tools|instruments|levers|means|resources|policies)$/;
const REACH = 8;

/** "use all available policy tools to …": what the act at whose object a token stands is for is its whole sense. */
export function usesMeans(tokens: readonly Token[], objectAt: number): boolean {
  if (!USES.test(tokens[objectAt - 1]?.word ?? '')) return false;
  for (let i = objectAt; i < objectAt + REACH && tokens[i]?.type === 'word'; i += 1)
    if (MEANS.test(tokens[i]?.word ?? '')) return tokens[i + 1]?.word === 'to';
  return false;
}
