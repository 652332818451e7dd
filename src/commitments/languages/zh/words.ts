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
  '于',
  '在',
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

/** "2027年上半年": a time between manner and verb. */
function skipTime(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isTime(tokens[at]) || TIME.has(tokens[at]?.word ?? '')) at += 1;
  return at;
}

/** Skips words of manner; the last stays where it is itself the only verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isManner(tokens[at])) at += 1;
  if (at > from && isTime(tokens[at])) at = skipTime(tokens, at);
  if (at > from && verbOf(tokens[at]) === null && verbOf(tokens[at - 1]) !== null) return at - 1;
  return at;
}
