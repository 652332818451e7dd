import type { Document } from '../model.ts';
import { noSuchDate } from './dates.ts';
import { openDuties } from './duties.ts';
import { debris, leftInOtherLanguage } from './leftovers.ts';
import { lettersComposed, lettersOfTwoScripts } from './letters.ts';
import { openMarks } from './marks.ts';
import type { Oddity, OddityReader, OddUnit } from './model.ts';
import { numbering } from './numbering.ts';
import { saidTwice } from './repeated.ts';
import { sameOrdinal } from './sessions.ts';

const READERS: readonly OddityReader[] = [
  ...[sameOrdinal, saidTwice, numbering, noSuchDate, openDuties],
  ...[openMarks, lettersComposed, lettersOfTwoScripts, leftInOtherLanguage, debris],
];

/**
 * What is odd in a source, for people to see and to take up with its authors; nothing is mended. `units` are the undertakings
 * read in it. Kinds in a fixed order, within a kind in the order of the text.
 */
export function findOddities(document: Document, units: readonly OddUnit[]): Oddity[] {
  return READERS.flatMap((read) => read(document, units));
}
