import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { PUT_FORWARD } from './sentence-signs.ts';

/** Ends a part of a sentence. */
export function isBreak(token: Token | undefined): boolean {
  return isMark(token, '，；：。,;:');
}

/** The words from a token to the end of its part, run together. */
export function partWords(tokens: readonly Token[], from: number): string {
  let words = '';
  for (let i = from; i < tokens.length && !isBreak(tokens[i]); i += 1) words += tokens[i]?.word ?? '';
  return words;
}

export function isManner(token: Token | undefined): boolean {
  return isCue(token, 'adverb') || isCue(token, 'aspect');
}

/** Where the words begin: behind the dashes of an item, behind the 是 that a label `一是` leaves, or behind a paper that says what both sides do ("《声明》提出，…"). */
export function beginsAt(text: string, tokens: readonly Token[]): number {
  const said = PUT_FORWARD.exec(text)?.[0].length ?? 0;
  const first = tokens.findIndex(({ start, word }) => start >= said && !/^[—–-]$/u.test(word));
  return Math.max(0, tokens[first]?.word === '是' ? first + 1 : first);
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
  '春',
  '夏',
  '秋',
  '冬',
  '春天',
  '夏天',
  '秋天',
  '冬天',
  '春季',
  '夏季',
  '秋季',
  '冬季',
]);

/** "第三": of a quarter. */
const NTH = new Set(['第一', '第二', '第三', '第四']);

function isTime(token: Token | undefined): boolean {
  return token !== undefined && (token.type === 'number' || NTH.has(token.word));
}

/** A part of a date; "在" and "于" only before one. */
function ofTime(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (word === '在' || word === '于' || word === '到' || word === '自') return isTime(tokens[at + 1]);
  return (
    TIME.has(word) ||
    (word.length > 1 && (word[0] === '年' || word[0] === '月') && (word[1] === '内' || word[1] === '底'))
  );
}

/** "2027年上半年": a time between manner and verb. */
function skipTime(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isTime(tokens[at]) || ofTime(tokens, at)) at += 1;
  return at > from + 1 ? at : from;
}

/** "第三季度": the quarter of a year named before it. */
function opensQuarter(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word.startsWith('第') !== true) return false;
  const words = [0, 1, 2, 3].map((step) => tokens[at + step]?.word ?? '').join('');
  return /^第[一二三四]季/.test(words);
}

function opensTime(tokens: readonly Token[], at: number): boolean {
  return isTime(tokens[at]) || (ofTime(tokens, at) && isTime(tokens[at + 1])) || opensQuarter(tokens, at);
}

const LONGEST_PERIOD = 8;

/** Where "“十五五”期间" ends, the name of a plan's years in quotation marks; `from` where none begins there. */
function skipPeriod(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.word !== '“') return from;
  for (let at = from + 1; at < from + LONGEST_PERIOD; at += 1) {
    if (tokens[at]?.word !== '”') continue;
    if (/^(?:期间|时期)$/.test(tokens[at + 1]?.word ?? '')) return at + 2;
    return verbOf(tokens[at + 1])?.alsoNoun === false ? at + 1 : from;
  }
  return from;
}

/** Skips words of manner and of time; the last stays where it is itself the only verb. */
export function skipManner(tokens: readonly Token[], from: number): number {
  let at = skipPeriod(tokens, from);
  for (let next = at; ; at = next) {
    next = isManner(tokens[at])
      ? at + (isMark(tokens[at + 1], '、') && isManner(tokens[at + 2]) ? 2 : 1)
      : opensTime(tokens, at)
        ? skipTime(tokens, at)
        : at;
    if (next === at + 1 && tokens[at]?.word.startsWith('每') && TIME.has(tokens[next]?.word ?? '')) next += 1;
    if (next === at) break;
  }
  if (at > from && verbOf(tokens[at]) === null && verbOf(tokens[at - 1]) !== null) return at - 1;
  return at;
}
