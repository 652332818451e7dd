import abbreviations from '../data/abbreviations.json' with { type: 'json' };

/** A sentence end may stand here: terminal marks with the quotes and brackets that close after them. */
const CANDIDATE = /[.!?…。！？؟۔]+["'”’»)\]）】』」*]*/g;
const ABBREVIATIONS = new Set(Object.values(abbreviations.words).flat());
const BEFORE_NUMBER = new Set(abbreviations.beforeNumber);
const BEFORE_NAME = new Set(abbreviations.beforeName);
const OPENERS = new Set(abbreviations.openers);
const FULL_STOP = 46;
const ELLIPSIS = 0x2026;

/**
 * Offsets at which the sentences of a passage end, the last one being its length. `text` is the passage as it stands,
 * line breaks included; sentence ends are `. ! ? … 。 ！ ？ ؟`, never semicolons. Linear in the text.
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
  // "“共商共建。”的原则": a quoted sentence that the sentence around it goes on from.
  if (first === 0x3002 || first === 0xff01 || first === 0xff1f) {
    return marks.length === 1 || !/^[的等之和与、，；]/.test(text.slice(end, end + 1));
  }
  if (!isSpace(text.charCodeAt(end))) return isEndWithoutSpace(text, at, first, end);
  const follower = nextWord(text, end);
  if (follower === '') return true;
  if (first === ELLIPSIS || marks.startsWith('..')) return startsSentence(follower);
  if (first !== FULL_STOP) return !/^\p{Ll}/u.test(follower);
  if (!startsSentence(follower)) return false;
  return marks.length > 1 || !isAbbreviation(text, at, follower);
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000;
}

/** Chinese needs no blank after a mark; elsewhere a blank was lost where a small word meets a capital one. */
function isEndWithoutSpace(text: string, at: number, first: number, end: number): boolean {
  if (first === ELLIPSIS) return false;
  const next = text.charCodeAt(end);
  const before = text.charCodeAt(at - 1);
  if (isHan(next)) return first !== FULL_STOP || isHan(before);
  if (isArabic(next)) return isArabic(before);
  if (end - at > 1) return false;
  return /\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 4), at)) && /^\p{Lu}\p{Ll}*\s/u.test(text.slice(end, end + 16));
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isArabic(code: number): boolean {
  return code >= 0x620 && code <= 0x6ff && !(code >= 0x660 && code <= 0x669) && !(code >= 0x6f0 && code <= 0x6f9);
}

function nextWord(text: string, from: number): string {
  let start = from;
  while (start < text.length && isSpace(text.charCodeAt(start))) start += 1;
  return text.slice(start, start + 24);
}

/** Capitals, figures, letters without case, quotes and brackets open sentences; small letters and commas do not. */
function startsSentence(follower: string): boolean {
  return !/^["'“‘«(*[]*[\p{Ll},;:،؛)\]]/u.test(follower);
}

function opensSentence(follower: string): boolean {
  return OPENERS.has((/^["'“‘«(*[]*([\p{L}\p{M}]+)/u.exec(follower)?.[1] ?? '').toLowerCase());
}

function isAbbreviation(text: string, at: number, follower: string): boolean {
  let start = at;
  while (start > 0 && at - start < 16 && !isSpace(text.charCodeAt(start - 1)) && text[start - 1] !== '(') start -= 1;
  const word = text.slice(start, at);
  if (word === '') return false;
  if (/^[\d۰-۹]{1,3}$/.test(word)) return isListNumber(text, start, word, follower);
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower) && /^[\dIVXLC۰-۹]/.test(follower)) return true;
  if (ABBREVIATIONS.has(lower) || ABBREVIATIONS.has(lower.slice(lower.lastIndexOf('.') + 1))) return true;
  if (BEFORE_NAME.has(lower)) return !opensSentence(follower);
  if (/(?:^|[-–/])(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !opensSentence(follower);
  return /^\p{Lu}$/u.test(word) && isInitial(text, start, follower);
}

/** "J. Smith", "Robert E. Lee"; but "giai đoạn I. Hai bên" ends: before an initial stands a name, a comma or nothing. */
function isInitial(text: string, start: number, follower: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  return !opensSentence(follower) && /(?:^|[,(«“"]\s*|(?:^|\s)\p{Lu}[\p{L}.]*\s+)$/u.test(before);
}

/** "1. The Parties" at the start of a line or after a full stop, and "18. 4. 2031". */
function isListNumber(text: string, start: number, word: string, follower: string): boolean {
  if (word.length < 3 && /^[\d۰-۹]/.test(follower)) return true;
  let before = start - 1;
  while (before >= 0 && text.charCodeAt(before) === 32) before -= 1;
  return before < 0 || /[\n\r.;:。；：]/.test(text[before] as string);
}
