import { detectLanguage } from '../language/detect.ts';
import type { Provision, Sentence } from '../model.ts';
import type { Draft } from '../structure/draft.ts';
import { sentenceEnds } from './split.ts';

/** Shortest sentence whose own letters outvote its passage's language. */
const TELLING = 24;

/**
 * The sentences of all provisions in order. The marker in front is no part of the first sentence's words but of its
 * span where nothing else follows; furniture is one sentence each.
 */
export function readSentences(text: string, drafts: readonly Draft[], provisions: readonly Provision[]): Sentence[] {
  const furniture = drafts.filter((draft) => draft.role === 'furniture');
  const sentences: Sentence[] = [];
  for (const provision of provisions) {
    const start =
      provision.marker && provision.marker.end < provision.span.end ? provision.marker.end : provision.span.start;
    const raw = text.slice(start, provision.span.end);
    const holes = provision.lines.length > 1 ? holesIn(furniture, start, provision.span.end) : [];
    const ends = provision.role === 'furniture' ? [raw.length] : sentenceEnds(raw);
    let from = start;
    for (const end of ends) {
      const to = start + end;
      if (holes.some((hole) => hole.start < to && to <= hole.end)) continue;
      const span = trim(text, from, to, holes);
      if (span)
        sentences.push({ index: sentences.length, provision: provision.index, span, language: provision.language });
      from = to;
    }
  }
  return sentences.map((sentence) => withLanguage(text, sentence));
}

function withLanguage(text: string, sentence: Sentence): Sentence {
  if (sentence.span.end - sentence.span.start < TELLING) return sentence;
  const own = detectLanguage(text, sentence.span.start, sentence.span.end);
  return own === 'und' || own === sentence.language ? sentence : { ...sentence, language: own };
}

function holesIn(furniture: readonly Draft[], start: number, end: number): readonly Draft[] {
  let low = 0;
  let high = furniture.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((furniture[middle] as Draft).end <= start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < furniture.length && (furniture[to] as Draft).start < end) to += 1;
  return furniture.slice(low, to);
}

/** Blanks, and furniture that stands at the very start, taken off. */
function trim(text: string, from: number, to: number, holes: readonly Draft[]): { start: number; end: number } | null {
  let start = from;
  let end = to;
  for (let moved = true; moved; ) {
    moved = false;
    while (start < end && /\s/.test(text[start] as string)) start += 1;
    for (const hole of holes) {
      if (start >= hole.start && start < hole.end) {
        start = hole.end;
        moved = true;
      }
    }
  }
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  return start < end ? { start, end } : null;
}
