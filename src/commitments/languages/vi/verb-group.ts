import type { FrameSense, VerbSense } from '../../lexicon/sense.ts';
import { isCue, isMark, type Token, verbOf } from '../../lexicon/token.ts';
import { bodyEnds } from './body-name.ts';
import signs from './signs.json' with { type: 'json' };
import { followsVerb, isAnd, isManner, skipManner } from './words.ts';

/** Head verbs of an action with the manner before them. Token indices. */
export interface VerbGroup {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly next: number;
  readonly senses: readonly VerbSense[];
  /** Words of manner or aspect stand before the verb; "phối hợp" alone does not tell. */
  readonly manner: boolean;
}

/** Acts of an office that share the object of the next: "hướng dẫn, đôn đốc, kiểm tra việc thực hiện". */
const OFFICE_ACTS = new Set(signs['office-acts']);

/** Acts that make what the next one carries out. */
const MAKES = new Set(signs.makes);

const JOINTLY = 12;

/** "phối hợp với X đẩy mạnh …": the act is what is done together. */
function doneTogether(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.word ?? '';
  if (
    !word.startsWith('phối hợp') ||
    !(word.endsWith('với') || tokens[at + 1]?.word === 'với' || word.endsWith('cùng'))
  )
    return at;
  for (let i = at + 2; i < Math.min(at + JOINTLY, tokens.length); i += 1) {
    if (isMark(tokens[i], ',;.')) return at;
    const sense = verbOf(tokens[i]);
    if (sense === null || tokens[i]?.capital || (isManner(tokens[i]) && verbOf(tokens[i + 1]) !== null)) continue;
    if (
      sense.leading ||
      !sense.alsoNoun ||
      isManner(tokens[i - 1]) ||
      tokens[i - 1]?.capital ||
      bodyEnds(tokens).has(i)
    )
      return i;
  }
  return at;
}

/** A means ("thông qua cơ chế …") that looks like a verb. */
function isMeans(tokens: readonly Token[], at: number): boolean {
  return (
    isCue(tokens[at], 'means') &&
    !/^(?:nghị quyết|dự thảo|quy hoạch|đề án|danh mục|văn kiện|kế hoạch|tuyên bố|luật|hiệp định|chương|văn)/.test(
      wordsAt(tokens, at + 1),
    )
  );
}

/** Two words from a place on, as a text. */
function wordsAt(tokens: readonly Token[], at: number): string {
  return `${tokens[at]?.word ?? ''} ${tokens[at + 1]?.word ?? ''}`;
}

/** Talks before a comma whose outcome the next word names: "trao đổi, thống nhất dự thảo …". */
const TALKED = /^(?:trao đổi|bàn bạc|thảo luận|hiệp thương|rà soát|tham vấn)$/u;

/** Whether a frame of agreement after a comma only ends a list of verbs. */
export function settlesTogether(tokens: readonly Token[], at: number, frame: FrameSense): boolean {
  return frame.id === 'thống-nhất' && isMark(tokens[at - 1], ',') && TALKED.test(tokens[at - 2]?.word ?? '');
}

/** "xây dựng, triển khai …", "hướng dẫn, đôn đốc …": a verb without an object before a comma has that of the next. */
function sharesNext(sense: VerbSense | undefined): boolean {
  return sense !== undefined && (OFFICE_ACTS.has(sense.verb) || MAKES.has(sense.verb));
}

/** The verb group at `from`, or null. "kế thừa, bảo vệ và phát huy tốt …" is one group: its verbs share one object. */
export function verbGroupAt(tokens: readonly Token[], from: number): VerbGroup | null {
  const manner = skipManner(tokens, from);
  const head = verbOf(tokens[manner]);
  if (head === null || tokens[manner + 1]?.word === 'của' || isMeans(tokens, manner)) return null;
  if (head.verb === 'cho' && tokens[manner + 1]?.word === 'nhau') return null;
  if (head.verb === 'cùng với' && /^(?:các )?(?:đồng chí|ông|bà|phu nhân)/u.test(wordsAt(tokens, manner + 1)))
    return null;
  if (manner > 0 && head.verb === 'tuyên bố' && tokens[manner]?.capital && tokens[manner + 1]?.capital) return null;
  const first = doneTogether(tokens, manner);
  const told = manner > from && !(manner === from + 1 && tokens[from]?.word === 'phối hợp');
  if (first > manner)
    return { ...listed(tokens, first, verbOf(tokens[first]) as VerbSense), start: from, first, manner: told };
  return { ...listed(tokens, first, head), start: from, first, manner: told };
}

function listed(tokens: readonly Token[], first: number, head: VerbSense): Pick<VerbGroup, 'last' | 'next' | 'senses'> {
  const senses = [head];
  let last = first;
  for (let i = first + 1; i < tokens.length; ) {
    while (followsVerb(tokens[i])) i += 1;
    const comma = isMark(tokens[i], ',');
    if (!comma && !isAnd(tokens[i])) break;
    const verb = skipManner(tokens, i + 1);
    const sense = verbOf(tokens[verb]);
    if (
      sense === null ||
      isCue(tokens[i + 1], 'aspect') ||
      (comma && sense.leading && !isAnd(tokens[verb + 1]) && !sharesNext(senses.at(-1)))
    )
      break;
    senses.push(sense);
    last = verb;
    i = verb + 1;
  }
  return { last, next: last + 1, senses };
}

/** A verb that is no noun, with an object after it: it opens an act even after "cũng như". */
export function plainVerbAt(tokens: readonly Token[], from: number): boolean {
  const group = verbGroupAt(tokens, from);
  if (group === null || (group.senses[0]?.alsoNoun && !group.manner)) return false;
  return tokens[group.next]?.type === 'word';
}

/** "…, trong đó có việc khởi công tuyến đường sắt …": among what is undertaken, something done once, with its object. */
export function doneAmong(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== 'việc') return false;
  const group = verbGroupAt(tokens, at + 1);
  return group?.senses[0]?.strength === 'deliver' && tokens[group.next]?.type === 'word';
}
