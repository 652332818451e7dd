import type { WorkType } from '../../vocabulary/index.ts';
import CUES from '../data/level-cues.json' with { type: 'json' };
import type { Level } from '../model.ts';

/** Where a work says whose it is: its title and first sentences. UTF-16 units. */
const OPENING = 900;

/** Lower case in one Unicode form; accents stay, they tell `tỉnh` from `tình`. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function flat(words: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(words).flatMap((list) => list.map(plain));
}

const LOCAL = flat(CUES.local);
const NATIONAL = flat(CUES.national);

/** Times the cues stand in the text as words; in Chinese, which has no blanks, as characters. */
function countOf(text: string, cues: readonly string[]): number {
  return cues.reduce((sum, cue) => {
    const word = /\p{Script=Han}/u.test(cue) ? cue : `(?<= )${cue}(?= )`;
    return sum + (text.match(new RegExp(word, 'gu'))?.length ?? 0);
  }, 0);
}

/**
 * Whether a work binds states or bodies below them: a directive or plan carries out what others agreed; else the
 * opening's words decide.
 */
export function levelOf(text: string, type: WorkType): Level {
  if (type === 'directive' || type === 'plan') return 'local';
  const opening = ` ${plain(text.slice(0, OPENING)).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  return countOf(opening, LOCAL) > countOf(opening, NATIONAL) ? 'local' : 'national';
}
