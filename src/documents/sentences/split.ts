import abbreviations from '../data/abbreviations.json' with { type: 'json' };

/** A sentence end may stand here: terminal marks with the quotes and brackets that close after them. */
const CANDIDATE = /[.!?…。！？؟۔]+["'”’»)\]）】』」*]*/g;
const ABBREVIATIONS = new Set(Object.values(abbreviations.words).flat());
const BEFORE_NUMBER = new Set(abbreviations.beforeNumber);

/**
 * Offsets at which the sentences of a passage end, the last one being its length. `text` is the passage as it stands,
 * line breaks included; sentence ends are `. ! ? … 。 ！ ？ ؟`, never semicolons.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= text.length) break;
    if (isEnd(text, match.index, match[0], end)) ends.push(end);
  }
  ends.push(text.length);
  return ends;
}

function isEnd(text: string, at: number, marks: string, end: number): boolean {
  const first = marks.charCodeAt(0);
  if (first === 0x3002 || first === 0xff01 || first === 0xff1f) return true;
  const next = text.charCodeAt(end);
  const spaced = next === 32 || next === 10 || next === 13 || next === 9 || next === 0xa0;
  if (!spaced) return isHan(next) && first !== 46 && first !== 0x2026;
  const follower = nextWord(text, end);
  if (follower === '') return true;
  if (first === 0x2026 || marks.startsWith('..')) return startsSentence(follower);
  if (first !== 46) return !/^\p{Ll}/u.test(follower);
  if (!startsSentence(follower)) return false;
  return marks.length > 1 || !isAbbreviation(text, at, follower);
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function nextWord(text: string, from: number): string {
  let start = from;
  while (start < text.length && text.charCodeAt(start) <= 32) start += 1;
  return text.slice(start, start + 24).trimStart();
}

/** Capitals, figures, letters without case, quotes and brackets open sentences; small letters and commas do not. */
function startsSentence(follower: string): boolean {
  return !/^["'“‘«(*[]*[\p{Ll},;:،؛)\]]/u.test(follower);
}

function isAbbreviation(text: string, at: number, follower: string): boolean {
  let start = at;
  while (start > 0 && at - start < 16 && text.charCodeAt(start - 1) > 32 && text[start - 1] !== '(') start -= 1;
  const word = text.slice(start, at);
  if (word === '') return false;
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower)) return /^[\dIVXLC۰-۹]/.test(follower);
  if (ABBREVIATIONS.has(lower)) return true;
  // Initials: "J. Smith", "Robert E. Lee", but "giai đoạn I." ends: a name stands before an initial.
  if (/^\p{Lu}$/u.test(word)) return /(?:^|[\p{Lu}.][\p{L}.]*\s+)$/u.test(text.slice(Math.max(0, start - 20), start));
  // A figure alone at the start of its line is a list marker: "1. The Parties".
  return /^[\d۰-۹]{1,3}$/.test(word) && (start === 0 || text.charCodeAt(start - 1) === 10);
}
