import type { VerbSense } from '../../lexicon/sense.ts';
import { frameOf, isCue, isMark, isUnknown, type Token, verbOf } from '../../lexicon/token.ts';
import { GROUND, JUDGED } from './sentence-signs.ts';
import { isBreak, isManner, partWords, skipManner } from './words.ts';

/** A verb phrase of one part of a sentence. Token indices. */
export interface VerbPhrase {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly senses: readonly VerbSense[];
  /** Words before the verb: manner, place, means or the object set before it. */
  readonly led: boolean;
}

/** "把…视为…": what is thought of something is no act. */
const CONSIDERS = new Set(['把', '将']);

function considers(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < tokens.length && !isBreak(tokens[i]); i += 1)
    if (/^视为?$|^看作$|^视作$/.test(tokens[i]?.word ?? '')) return true;
  return false;
}

/** "将|建设跨境铁路": an object follows the verb that is also a noun, and no other verb, whose object the words could be. */
function isObjectsVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next?.type !== 'word' || /^[的等和与及为到至成作]/u.test(next.word)) return false;
  for (let i = at + 1; i < tokens.length && !isBreak(tokens[i]); i += 1)
    if (verbOf(tokens[i])?.alsoNoun === false || /^[为到至成作]/u.test(tokens[i]?.word ?? '')) return false;
  return true;
}

/** "将在三年内完成…", "将合作解决…": 将 promises where no object of its own follows. */
function promises(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const sense = verbOf(next);
  const acts =
    sense !== null && (!sense.alsoNoun || verbOf(tokens[at + 2])?.alsoNoun === false || isObjectsVerb(tokens, at + 1));
  return (
    tokens[at]?.word === '将' &&
    (acts ||
      isManner(next) ||
      /^(?:在|于|对|向|就|同|与|通过|按照|根据|本着|依托|围绕|结合|利用)$/u.test(next?.word ?? ''))
  );
}

/** "予以积极考虑": the act is the verb after it. */
const EMPTY = new Set(['予以', '加以']);

/** Verbs joined by 、 or 和 that share one object ("巩固和发展…"). */
function grouped(tokens: readonly Token[], start: number, first: number, led: boolean): VerbPhrase {
  const senses = [verbOf(tokens[first]) as VerbSense];
  let last = first;
  for (let i = first + 1; i + 1 < tokens.length; ) {
    const joined = isMark(tokens[i], '、') || tokens[i]?.word === '和' || tokens[i]?.word === '并';
    const head = joined ? skipManner(tokens, i + 1) : i;
    const sense = joined ? verbOf(tokens[head]) : null;
    if (sense === null || (sense.alsoNoun && !senses[0]?.alsoNoun)) break;
    senses.push(sense);
    last = head;
    i = head + 1;
  }
  return { start, first, last, senses, led };
}

/** "向领导人报告": the verb stands at the end. */
const TELLS = new Set(['报告', '汇报', '通报', '反馈', '报送', '反映', '说明']);
/** "向磐方|援助…": after whom it reaches, a verb that is also a noun is the act. */
const REACHED = /^(?:.*方|国|省|市)$/u;
/** "会同市财政局|完善…": with whom a body acts. */
const TOGETHER = /^(?:会同|联合|配合|同|与)$/u;
const BODY_LAST = /(?:部门|单位|机构|政府|[厅局委署办部院会行])$/u;
const REACHES = new Set(['在', '对', '向', '将', '把', '就', '面向', '针对', '由', '于']);
/** For or with whom, after manner: "继续为乡镇|培训|各类人才". */
const SERVES = new Set(['为', '同', '与']);
/** "对玉州公民|试行入境免签": a verb that is also a noun, with a word after it that no name of a field goes on with. */
function isObject(sense: VerbSense, next: Token | undefined): boolean {
  if (TELLS.has(sense.verb) && isCue(next, 'party')) return true;
  return next?.type === 'word' && (isUnknown(next) || isCue(next, 'noun')) && !/^[的等和与及、]$/.test(next.word);
}

/** What is talked about may hold verbs of its own ("就和平利用核能开展研究"): the last verb is the act. */
const ABOUT = new Set(['就', '围绕', '针对']);

/**
 * The verb phrase of the part of a sentence that begins at `from`: a verb after words of manner, or after a
 * prepositional phrase ("在数字经济领域加强合作", "将两国关系提升为…"). Null where the part has none.
 */
export function verbPhraseAt(tokens: readonly Token[], from: number): VerbPhrase | null {
  if (promises(tokens, from)) return verbPhraseAt(tokens, from + 1);
  const head = skipManner(tokens, from);
  if (isCue(tokens[head], 'purpose')) return null;
  const direct = verbOf(tokens[head]);
  const prepositional = isCue(tokens[head], 'preposition') && (direct === null || direct.alsoNoun);
  if (direct?.strength === 'support' && tokens[head - 1]?.word === '不') return null;
  if (direct !== null && !prepositional) {
    const act = EMPTY.has(direct.verb) ? skipManner(tokens, head + 1) : head;
    return grouped(tokens, from, verbOf(tokens[act]) === null ? head : act, head > from);
  }
  if (!prepositional) return null;
  if (CONSIDERS.has(tokens[head]?.word ?? '') && considers(tokens, head)) return null;
  const part = partWords(tokens, head);
  if (GROUND.test(part) || JUDGED.test(part)) return null;
  const word = tokens[head]?.word ?? '';
  const reaches = REACHES.has(word) || (head > from && SERVES.has(word));
  let closed = false;
  let found: VerbPhrase | null = null;
  let faint: VerbPhrase | null = null;
  for (let i = head + 1; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (isBreak(token)) return found ?? faint;
    if (token.enclosed) continue;
    if (isCue(token, 'closer')) closed = true;
    if (isCue(token, 'purpose') || token.word === '作') return found ?? faint;
    const at = skipManner(tokens, i);
    const sense = verbOf(tokens[at]);
    if (sense === null) continue;
    const ended = isBreak(tokens[at + 1]) || tokens[at + 1] === undefined;
    const tells = tokens[head]?.word === '向' && (TELLS.has(sense.verb) || !sense.alsoNoun);
    const noun = tokens[at + 1]?.word === '的' || (ended && !tells && at === i && sense.verb.length < 4);
    if (
      !noun &&
      i > head + 1 &&
      (!sense.alsoNoun ||
        isManner(token) ||
        closed ||
        tells ||
        REACHED.test(tokens[i - 1]?.word ?? '') ||
        (TOGETHER.test(word) && BODY_LAST.test(tokens[i - 1]?.word ?? '') && isObject(sense, tokens[at + 1])) ||
        tokens[at + 1]?.type === 'number')
    ) {
      found = grouped(tokens, from, at, true);
      if (!ABOUT.has(tokens[head]?.word ?? '')) return found;
    } else if (!noun && i > head + 1 && reaches && isObject(sense, tokens[at + 1]))
      faint ??= grouped(tokens, from, at, true);
  }
  return found ?? faint;
}

/** A support or position word at the head of a part, after manner. */
export function frameHead(tokens: readonly Token[], from: number): number {
  const head = skipManner(tokens, from);
  return frameOf(tokens[head]) === null ? -1 : head;
}

/** "将两国关系提升为…": the object stands before the verb. */
export function objectFirstAt(tokens: readonly Token[], from: number): VerbPhrase | null {
  if (isBreak(tokens[from]) || GROUND.test(partWords(tokens, from))) return null;
  for (let i = from + 1; i < tokens.length; i += 1) {
    if (isBreak(tokens[i])) return null;
    const sense = tokens[i]?.enclosed ? null : verbOf(tokens[i]);
    if (sense !== null && !sense.alsoNoun && tokens[i + 1]?.word !== '的')
      return { start: from, first: i, last: i, senses: [sense], led: true };
  }
  return null;
}

/** What elsewhere says what an act is done for is the act itself straight behind what introduces ("将确保…", "同意避免…"). */
const SECURES = /^(?:确保|避免)$/u;

function securedAt(tokens: readonly Token[], from: number): VerbPhrase | null {
  const head = skipManner(tokens, from);
  const verb = tokens[head]?.word ?? '';
  if (!SECURES.test(verb) || isBreak(tokens[head + 1])) return null;
  const sense: VerbSense = {
    class: 'verb',
    verb,
    strength: 'implement',
    forms: ['base'],
    alsoNoun: false,
    leading: false,
  };
  return { start: from, first: head, last: head, senses: [sense], led: head > from };
}

/** The verb phrase at the beginning of what is introduced, or null. */
export function governedPhraseAt(tokens: readonly Token[], from: number): VerbPhrase | null {
  return verbPhraseAt(tokens, from) ?? securedAt(tokens, from);
}
