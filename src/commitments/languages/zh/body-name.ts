import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import bodies from './bodies.json' with { type: 'json' };
import { isManner } from './words.ts';

const ENDINGS = bodies.endings;
const NOUNS = bodies.nouns;
/** The endings by their last character. */
const ENDING_BY_LAST = Map.groupBy(ENDINGS, (ending) => ending.at(-1));
const NOUN_BY_LAST = Map.groupBy(NOUNS, (noun) => noun.at(-1));
const LONGEST = 24;
const JOINS = new Set(['和', '与', '及', '以及', '等']);

/** "省委|宣传|部": the name goes on over a verb. */
const OFFICE_END = new Set('部厅局署委处室');
/** Verbs that are nouns as well, but say what a body does where more follows ("教育部门|研究|互派教师"). */
/** How often, or with whom a body acts ("省商务厅|每半年|会同省统计局…"). */
const HOW = /^(?:每|定期|会同|联合|共同|分别|各自)/u;
const WEIGHS = /^(?:研究|探讨|协商|评估|磋商)$/u;

/** "各村（社区）要…": where what stands in brackets behind a name ends. */
function behindBrackets(tokens: readonly Token[], at: number): number {
  if (!isMark(tokens[at], '（(')) return at;
  for (let i = at + 1; i < at + 8; i += 1) if (isMark(tokens[i], '）)')) return i + 1;
  return at;
}

/** A word after a name that shows the name to be a subject: duty, introducing words, manner, a place or a sure verb. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.type === 'mark') return false;
  if (isCue(token, 'duty') || frameOf(token) !== null || isManner(token)) return true;
  if (HOW.test(token.word)) return true;
  if (WEIGHS.test(token.word) && tokens[at + 1]?.type === 'word' && tokens[at + 1]?.word !== '的') return true;
  return verbOf(token)?.alsoNoun === false || (isCue(token, 'preposition') && !JOINS.has(token.word));
}

/** "协调|小组", "指导|委员会": a verb that begins the name of a body. */
const NAMES_BODY = new Set(['协调', '领导', '指导', '管理', '推进', '检查', '监督', '执行', '筹备']);
const GROUP = /^(?:小组|委员会|办公室|组)/u;

function wordsUpTo(tokens: readonly Token[], from: number, last: number): string {
  let text = '';
  for (let i = Math.max(from, last - 3); i <= last; i += 1) text += tokens[i]?.word ?? '';
  return text;
}

/** Whether the words up to a token end as a common noun whose last character also ends names of bodies ("变局"). */
export function endsCommonNoun(tokens: readonly Token[], from: number, last: number): boolean {
  const nouns = NOUN_BY_LAST.get(tokens[last]?.word.at(-1));
  if (nouns === undefined) return false;
  const text = wordsUpTo(tokens, from, last);
  return nouns.some((noun) => text.endsWith(noun));
}

/** Whether the words up to a token end as names of bodies do (`…厅`, `…部门`, `…集团`). */
function endsName(tokens: readonly Token[], from: number, last: number): boolean {
  const endings = last <= from ? undefined : ENDING_BY_LAST.get(tokens[last]?.word.at(-1));
  if (endings === undefined) return false;
  const text = wordsUpTo(tokens, from, last);
  return endings.some((ending) => text.endsWith(ending)) && !endsCommonNoun(tokens, from, last);
}

/**
 * Where the names of bodies that begin at `from` end ("省生态环境厅、省水利厅|按职责分工做好…"), by the last characters of
 * such names and what follows them; -1 where no body is named there.
 */
export function bodyNameEnd(tokens: readonly Token[], from: number): number {
  const first = tokens[from];
  if (first === undefined || first.type !== 'word' || first.enclosed) return -1;
  const named = NAMES_BODY.has(first.word) && GROUP.test(`${tokens[from + 1]?.word}${tokens[from + 2]?.word}`);
  if (
    (verbOf(first)?.alsoNoun === false && !named) ||
    frameOf(first) !== null ||
    isCue(first, 'preposition') ||
    isManner(first)
  )
    return -1;
  if (isCue(first, 'party') && isPredicate(tokens, from + 1) && !endsName(tokens, from, from + 2)) return -1;
  for (let i = from; i < Math.min(tokens.length, from + LONGEST); i += 1) {
    const token = tokens[i] as Token;
    if (token.type === 'mark' && !isMark(token, '、') && !token.enclosed) return -1;
    if (token.word === '的' || isCue(token, 'past') || frameOf(token) !== null) return -1;
    if (isCue(token, 'preposition') && !JOINS.has(token.word) && !token.enclosed) return -1;
    if (OFFICE_END.has(tokens[i + 2]?.word ?? '')) continue;
    const behind = behindBrackets(tokens, i + 1);
    if (endsName(tokens, from, i) && isPredicate(tokens, behind)) return behind;
  }
  return -1;
}
