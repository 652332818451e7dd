import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';

export function isManner(token: Token | undefined): boolean {
  return isCue(token, 'adverb') || isCue(token, 'aspect') || isCue(token, 'negation');
}

export function isAnd(token: Token | undefined): boolean {
  return token?.word === 'và';
}

/** Skips words of manner that a verb follows; `phối hợp` before a verb is manner, alone it is the verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isManner(tokens[at])) at += 1;
  if (at > from && verbOf(tokens[at]) === null && verbOf(tokens[at - 1]) !== null) return at - 1;
  return at;
}

/** A colon, semicolon or full stop. */
export function isStop(token: Token | undefined): boolean {
  return isMark(token, ';:.');
}

const AFTER_VERB = new Set([
  'tốt',
  'hiệu quả',
  'có hiệu quả',
  'hơn nữa',
  'mạnh mẽ',
  'sâu sắc',
  'hơn',
  'thêm',
  'chặt chẽ',
  'kịp thời',
  'nghiêm túc',
  'rõ',
  'nghiêm',
  'vững chắc',
  'triệt để',
  'đầy đủ',
  'toàn diện',
  'đồng bộ',
  'rộng rãi',
]);

/** Words of manner after a verb show that it is one. */
export function followsVerb(token: Token | undefined): boolean {
  return AFTER_VERB.has(token?.word ?? '');
}
