import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import type { UnitFrame } from '../../reading/unit.ts';
import { attitudeAt, type FrameMatch, frameAt } from './frame.ts';
import type { Boundary } from './opening.ts';
import { POSSESSIVE } from './sentence-words.ts';
import { skipAdverbs } from './words.ts';

const OBLIGED = /^(?:attitude-|.*committed-to$|commit$|agree-to$|recommit$)/;

/**
 * Introducing words that go on after "and": "reaffirmed our resolve to A and our determination to B", "committed to the
 * Accord and to keeping …". Null where none do.
 */
export function furtherFrame(tokens: readonly Token[], at: number, running: UnitFrame | null): FrameMatch | null {
  if (running === null || !OBLIGED.test(running.id)) return null;
  const felt = running.id.startsWith('attitude-') ? attitudeAt(tokens, at) : null;
  if (running.kind !== 'commitment') return felt;
  if (felt !== null || running.complement !== 'object' || tokens[at]?.word !== 'to') return felt;
  const verb = skipAdverbs(tokens, at + 1);
  if (verbOf(tokens[verb], 'ing') === null) return null;
  const told = { plain: false, directs: false, duty: false } as const;
  return { ...told, id: running.id, kind: 'commitment', complement: 'ing', first: at, next: at + 1, verb };
}

/** "…, and reiterate our support for …": what is felt, said by a verb of its own; null where it is not. */
export function statedAttitude(tokens: readonly Token[], at: number): FrameMatch | null {
  const frame = frameAt(tokens, skipAdverbs(tokens, at));
  if (frame === null || !frame.id.startsWith('attitude')) return null;
  return POSSESSIVE.has(tokens[frame.first + 1]?.word ?? '') ? frame : null;
}

/** How far before a comma a clause like "; where necessary," may begin. */
const REACH = 8;
const CONDITIONS = /^(?:where|when|if|as|once|whenever|wherever)$/;

/** "…; where necessary, we will …": the unit before ends at the semicolon, not at the comma. */
export function endBefore(tokens: readonly Token[], comma: number, objectAt: number): number {
  for (let i = comma - 1; i > Math.max(objectAt, comma - REACH); i -= 1)
    if (isMark(tokens[i], ';')) return CONDITIONS.test(tokens[i + 1]?.word ?? '') ? i : comma;
  return comma;
}

/** "on the basis of …", "by building …"; "by 2030" is no means. */
export function namesMeans(tokens: readonly Token[], at: number): boolean {
  return isCue(tokens[at], 'means') && !(tokens[at]?.word === 'by' && tokens[at + 1]?.type === 'number');
}

/** "work to make …, to build …": words of striving govern further acts after "to"; "continue to" does not. */
export function strivesAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  return word !== 'continue to' && isCue(tokens[at], 'aspect') && word.endsWith(' to');
}

/** "We stand ready to act, and ask the Forum to report", "… and plan to announce …": a finite verb of those who speak. */
export function saysAnew(frame: FrameMatch, boundary: Boundary): boolean {
  if (frame.kind === 'commitment' && frame.complement === 'action') return ANEW.test(frame.id);
  return boundary === 'comma-and' && (frame.directs || TELLS.test(frame.id));
}
const ANEW = /^(?:plan|intend|pledge|commit|resolve|undertake|vow)$/;
const TELLS = /^(?:call on|call upon|call for|urge|encourage)$/;
