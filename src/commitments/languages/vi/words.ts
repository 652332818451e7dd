import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { isAnd, isManner } from './manner.ts';
import { skipTime } from './time-phrase.ts';

export { isAnd, isManner } from './manner.ts';

/** "tích cực phối hợp, thúc đẩy thủ tục …": acting together, of which what follows the comma says what is done. */
function isTogether(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.word.endsWith('phối hợp') === true &&
    isMark(tokens[at + 1], ',') &&
    verbOf(tokens[at + 2])?.leading === true
  );
}

/** Skips words of manner and of time that a verb follows; `phối hợp` before a verb is manner, alone it is the verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = from;
  for (let next = at; ; at = next) {
    next = isManner(tokens[at]) ? at + 1 : skipTime(tokens, at);
    if (next > at && isTogether(tokens, at)) next += 1;
    if (next === at) break;
  }
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
  'thỏa đáng',
  'thoả đáng',
  'ổn thỏa',
  'nghiêm minh',
  'thành công',
  'quyết liệt',
  'linh hoạt',
  'sát',
  'có kết quả',
]);

/** Words of manner after a verb show that it is one. */
export function followsVerb(token: Token | undefined): boolean {
  return AFTER_VERB.has(token?.word ?? '');
}

/** Skips words that only join a sentence or clause to what stands before ("đồng thời", "thứ hai,"). */
export function skipConnectives(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isCue(tokens[at], 'connective')) at += isMark(tokens[at + 1], ',') ? 2 : 1;
  return at;
}

/** A word after which a clause still belongs to what stands before it: its purpose, result or list. */
export function goesOn(token: Token | undefined): boolean {
  return isCue(token, 'purpose') || isCue(token, 'result') || isCue(token, 'list');
}

/** Steps over "và" and the label of an inline item ("; và (iv) cùng nghiên cứu …"). */
export function skipLabel(tokens: readonly Token[], from: number): number {
  let at = isAnd(tokens[from]) && tokens[from + 1]?.enclosed ? from + 1 : from;
  while (at < from + 4 && tokens[at]?.enclosed) at += 1;
  return tokens[at]?.enclosed ? from : at;
}
