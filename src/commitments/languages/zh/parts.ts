import { frameOf, isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import type { SentencePlace } from '../../reading/unit.ts';
import type { PredicateMatch } from './predicate.ts';
import {
  ASSIGNS,
  BENEFITS,
  BENEFITS_BEGIN,
  DECREES,
  FOR,
  FORMULA,
  GROUND,
  HELPED,
  HELPS,
  HOLDS,
  HOLDS_TO,
  LONGEST_TIME,
  MEASURES_ALONE,
  OTHERS,
  STAGE_NAME,
  TIME_ALONE,
  WITH_RESPECT,
} from './sentence-signs.ts';
import { type VerbPhrase, verbPhraseAt } from './verb-phrase.ts';
import { isManner, partWords, skipManner } from './words.ts';

/** Told to those the paper speaks to, whom the sentence need not name ("要加强组织领导。"). */
const TOLD_TO = /^(?:要|必须|务必|务须|须)$/u;

/** "1.应设立值班电话", "要加强组织领导": a sentence that opens with the duty word, before manner or a sure verb. */
export function opensDuty(tokens: readonly Token[], at: number, place: SentencePlace): boolean {
  if (!place.opensItem && !TOLD_TO.test(tokens[at]?.word ?? '')) return false;
  const next = tokens[skipManner(tokens, at + 1)];
  return isManner(tokens[at + 1]) || verbOf(next)?.alsoNoun === false || isCue(next, 'preposition');
}

/** "双方认为，两国秘书处应…": what the parties think one of them or of their bodies should do, and not all the world. */
export function isOurs(part: string): boolean {
  return !OTHERS.test(part);
}

/** "由省商务厅牵头，组织…", "省商务厅牵头，省财政厅配合，组织…": who leads is said before the act. */
export function leadsOnly(text: string, tokens: readonly Token[], match: PredicateMatch, phrase: VerbPhrase): boolean {
  const end = tokens[phrase.last]?.end ?? 0;
  const by = tokens[match.first - 1]?.word === '由' || HELPED.test(text.slice(end));
  return by && phrase.senses[0]?.verb === '牵头' && isMark(tokens[phrase.last + 1], '，,');
}

/** "由省商务厅牵头，省财政厅配合，组织…": who leads goes on to act. */
export function onlyHelps(text: string, tokens: readonly Token[], match: PredicateMatch): boolean {
  if (!text.slice(0, tokens[match.first]?.start).endsWith('牵头，')) return false;
  const phrase = verbPhraseAt(tokens, match.at);
  return phrase !== null && HELPS.test(phrase.senses[0]?.verb ?? '') && isMark(tokens[phrase.last + 1], '，,');
}

/** "为推动…，": an act straight after 为 is what the next part is done for. */
export function saysWhatFor(tokens: readonly Token[], at: number): boolean {
  if (!FOR.test(tokens[at]?.word ?? '')) return false;
  const head = skipManner(tokens, at + 1);
  const verb = verbOf(tokens[head]);
  return verb !== null && (head > at + 1 || !verb.alsoNoun);
}

/** "采取有效措施，保障…": what the measures are for. `first` is the token of the act that is open, `end` where the part ends. */
export function takesMeasures(tokens: readonly Token[], first: number, end: number): boolean {
  return tokens[first]?.word === '采取' && MEASURES_ALONE.test(partWords(tokens.slice(0, end), first));
}

/** An object ends here; more of a list follows. */
const OF_LIST = /[等的]|^[^，。；]*、/u;

/**
 * "建设实验室、|积极开展示范项目": an act of its own behind a comma that lists, after an act with its own object.
 * @param at token of the comma
 * @param before last token of the verbs of the act that is open, or -1
 */
export function opensAct(tokens: readonly Token[], at: number, before: number): boolean {
  if (before < 0 || before >= at - 1 || tokens[at]?.enclosed) return false;
  const head = skipManner(tokens, at + 1);
  if (head === at + 1 || verbOf(tokens[head])?.alsoNoun !== false) return false;
  const object = partWords(tokens, head + 1);
  return object.length > 1 && !OF_LIST.test(object);
}

/** Whether a word introduces what is done, other than 将 and 负责, which stand inside what is introduced. */
export function introduces(token: Token): boolean {
  const frame = frameOf(token);
  return frame !== null && frame.id !== '将' && frame.id !== '负责';
}

const LONGEST_FORMULA = 80;

/** "…已经市政府同意，现印发给你们，请认真贯彻执行。": how a notice ends its opening. */
function isFormula(text: string): boolean {
  return text.length < LONGEST_FORMULA && (text.includes('请') || text.includes('望')) && FORMULA.test(text);
}

/** "…，增进两国人民福祉": what an act before it is good for, and none of its own. */
export function saysBenefit(tokens: readonly Token[], at: number): boolean {
  return BENEFITS_BEGIN.test(tokens[at]?.word ?? '') && BENEFITS.test(partWords(tokens, at));
}

/** "坚持互利共赢原则，|改造…": in which way the act of the next part is done. */
export function holdsTo(tokens: readonly Token[], at: number): boolean {
  return HOLDS.test(tokens[at]?.word ?? '') && HOLDS_TO.test(partWords(tokens, at));
}

/** A sentence that names a stage, closes an opening, tells what the paper does by itself or says whose the task before it is. */
export function statesNoAct(text: string): boolean {
  return STAGE_NAME.test(text) || isFormula(text) || DECREES.test(text) || ASSIGNS.test(text);
}

/** The part only says on what ground, or in which spirit, the act that follows is done. */
export function isGround(part: string): boolean {
  return GROUND.test(part) || WITH_RESPECT.test(part);
}

/** Whether all that stands before an offset is a time ("2026年6月底前"). */
export function isTimeAlone(text: string, end: number): boolean {
  return end < LONGEST_TIME && TIME_ALONE.test(text.slice(0, end));
}
