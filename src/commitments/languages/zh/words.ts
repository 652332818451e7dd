import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';

/** Ends a part of a sentence. */
export function isBreak(token: Token | undefined): boolean {
  return isMark(token, '，；：。,;:');
}

export function isManner(token: Token | undefined): boolean {
  return isCue(token, 'adverb') || isCue(token, 'aspect');
}

const TIME = new Set([
  '年',
  '天',
  '周',
  '个',
  '月',
  '日',
  '上',
  '下',
  '半',
  '底',
  '前',
  '末',
  '内',
  '初',
  '中',
  '之',
  '以',
  '季',
  '度',
  '第',
  '一',
  '二',
  '三',
  '四',
  '期',
  '间',
]);

function isTime(token: Token | undefined): boolean {
  return token?.type === 'number';
}

/** A part of a date; "在" and "于" only before one. */
function ofTime(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (word === '在' || word === '于' || word === '到' || word === '自') return isTime(tokens[at + 1]);
  return TIME.has(word) || /^[年月][内底]/.test(word);
}

/** "2027年上半年": a time between manner and verb. */
function skipTime(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isTime(tokens[at]) || ofTime(tokens, at)) at += 1;
  return at > from + 1 ? at : from;
}

function opensTime(tokens: readonly Token[], at: number): boolean {
  return isTime(tokens[at]) || (ofTime(tokens, at) && isTime(tokens[at + 1]));
}

/** Skips words of manner and of time; the last stays where it is itself the only verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let next = at; ; at = next) {
    next = isManner(tokens[at]) ? at + 1 : opensTime(tokens, at) ? skipTime(tokens, at) : at;
    if (next === at + 1 && tokens[at]?.word.startsWith('每') && TIME.has(tokens[next]?.word ?? '')) next += 1;
    if (next === at) break;
  }
  if (at > from && verbOf(tokens[at]) === null && verbOf(tokens[at - 1]) !== null) return at - 1;
  return at;
}
