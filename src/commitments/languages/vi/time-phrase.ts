import { frameOf, type Token, verbOf } from '../../lexicon/token.ts';
import { isManner } from './manner.ts';
import times from './times.json' with { type: 'json' };

const OPENS = new Set(times.opens);
const COUNTS = new Set(times.counts);
const UNITS = new Set(times.units);
const SYLLABLES = new Set([
  ...times.opens.flatMap((words) => words.split(' ')),
  ...times.counts,
  ...times.units,
  ...times.rest,
]);

/** The number of a quarter. */
const ROMAN = /^(?:i{1,3}|iv)(?:[/.-]\d{4})?$/u;

function ofTime(token: Token): boolean {
  if (token.type === 'number') return true;
  return token.type === 'word' && token.word.split(' ').every((part) => SYLLABLES.has(part) || ROMAN.test(part));
}

/** The words of a token that begin a phrase of time: `trước`, `trong năm`, `sáu` (where a frequency follows). */
function opens(token: Token | undefined): 'lead' | 'count' | null {
  if (token === undefined || token.enclosed) return null;
  const gap = token.word.indexOf(' ');
  const first = gap < 0 ? token.word : token.word.slice(0, gap);
  if (OPENS.has(token.word) || OPENS.has(first)) return 'lead';
  return token.type === 'number' || COUNTS.has(first) ? 'count' : null;
}

/** Joins two times: "tháng 6 và tháng 12 hằng năm", "sáu tháng, một năm". */
function joins(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return (token?.word === 'và' || token?.word === ',') && next !== undefined && opens(next) !== null && ofTime(next);
}

interface TimeWords {
  readonly end: number;
  readonly unit: boolean;
  readonly often: boolean;
}

function timeWords(tokens: readonly Token[], from: number): TimeWords {
  let at = from;
  let unit = false;
  let often = false;
  while (at < tokens.length && (ofTime(tokens[at] as Token) || (unit && joins(tokens, at)))) {
    const { word } = tokens[at] as Token;
    const syllables = word.split(' ');
    unit ||= syllables.some((syllable) => UNITS.has(syllable)) || /[/]/.test(word);
    often ||= syllables.includes('lần') || word === ',';
    at += 1;
  }
  return { end: at, unit, often };
}

/**
 * Where a phrase of time before a verb ends ("trước ngày 30 tháng 4 năm 2027 báo cáo …", "sáu tháng một lần rà soát …"),
 * or `from` where none stands there.
 */
export function skipTime(tokens: readonly Token[], from: number): number {
  const opening = opens(tokens[from]);
  if (opening === null) return from;
  const { end, unit, often } = timeWords(tokens, from);
  const acts = verbOf(tokens[end]) !== null || isManner(tokens[end]) || frameOf(tokens[end])?.complement === 'duty';
  return unit && acts && (opening === 'lead' || often) ? end : from;
}

/** Where a phrase of time after a verb ends ("hoàn thành trong quý IV"), or `from` where none stands there. */
export function timeEnd(tokens: readonly Token[], from: number): number {
  if (opens(tokens[from]) === null) return from;
  const { end, unit } = timeWords(tokens, from);
  return unit ? end : from;
}
