import type { WorkType } from '../../vocabulary/index.ts';
import type { Document } from '../model.ts';
import type { Described } from './model.ts';
import { spanIn, type TextLine } from './text-lines.ts';
import { endingCue, TYPE_CUES, WORDS } from './words.ts';

/** The opening of a document: where it says what it is. UTF-16 units. */
const OPENING = 4_000;

/** A registry number says what an office issues: `Số 12-CV/TU`, `14/KH-UBND`. */
const NUMBERED: readonly (readonly [RegExp, WorkType])[] = [
  [/\d+\s*[-/]\s*(?:CV|CT|QĐ|KL|TB|UBHC|UBND)\b/u, 'directive'],
  [/\d+\s*[-/]\s*KH\b/u, 'plan'],
  [/\d+\s*[-/]\s*BB\b/u, 'minutes'],
];

interface Mention {
  readonly line: TextLine;
  readonly type: WorkType;
  readonly length: number;
}

/** Of which type a work is: by its number, by how a line opens, else by what its opening mentions. */
export function typeOf(document: Document, lines: readonly TextLine[]): Described<WorkType> {
  const at = (line: TextLine, words: string, value: WorkType, confidence: number, why: string) => {
    const span = spanIn(document, line, words);
    return { value, span, words: document.text.slice(span.start, span.end), confidence, why };
  };
  for (const line of lines.filter(({ words }) => words.length < 80)) {
    const numbered = NUMBERED.find(([form]) => form.test(line.words));
    if (numbered) return at(line, line.words, numbered[1], 0.95, 'type-number');
  }
  const last = lines.slice(0, TITLE_LINES).find(({ words }) => endingCue(words) !== undefined);
  const ending = last && endingCue(last.words);
  if (last && ending) return at(last, last.words, ending.type, 0.95, 'type-title');
  const opening = lines.find(({ folded }) => TYPE_CUES.some(({ words }) => folded.startsWith(words)));
  const cue = opening && TYPE_CUES.find(({ words }) => opening.folded.startsWith(words));
  if (opening && cue) {
    const alone = opening.words.length < 260 && !/[.;。；؛]$/u.test(opening.words);
    return at(opening, opening.words, cue.type, alone ? 0.95 : 0.75, 'type-title');
  }
  const titled = lines.slice(0, TITLE_LINES).find(({ words, folded }) => isTitleOfOrder(words, folded));
  if (titled) return at(titled, titled.words, 'directive', 0.85, 'type-title');
  const mentions = mentionsIn(lines);
  const talk = mentions.find(({ type }) => type === 'interview');
  if (talk) return at(talk.line, talk.line.words, 'interview', 0.8, 'type-interview');
  const first = mentions.find(({ type }) => type !== 'directive');
  if (first && isNewsPage(lines)) return at(first.line, first.line.words, 'article', 0.55, 'type-page');
  if (first) return at(first.line, first.line.words, first.type, 0.6, 'type-mention');
  return { value: 'other', span: null, words: '', confidence: 0.3, why: 'nothing-says' };
}

/** The first lines, in which a letterhead may stand before the title. */
const TITLE_LINES = 8;

/** "PRIME MINISTERIAL DIRECTIVE": a short line with a capital that ends with the word for an order. */
function isTitleOfOrder(words: string, folded: string): boolean {
  if (words.length > 80 || !/^\p{Lu}/u.test(words)) return false;
  return TYPE_CUES.some(({ type, words: cue }) => type === 'directive' && folded.endsWith(` ${cue}`));
}

/** A page with the hour of its publication that speaks of a work and does not announce its full text. */
function isNewsPage(lines: readonly TextLine[]): boolean {
  const hour = lines.some(({ words }) => words.length < 60 && /(?<!\d)\d{1,2}:\d{2}(?!\d)/.test(words));
  return hour && !lines.some(({ folded }) => WORDS.annexed.fullText.some((words) => folded.includes(words)));
}

/** Types of works the opening mentions, the first first. */
function mentionsIn(lines: readonly TextLine[]): Mention[] {
  const found: Mention[] = [];
  let read = 0;
  for (const line of lines) {
    const here = TYPE_CUES.map(({ type, words }) => ({ type, length: words.length, at: line.folded.indexOf(words) }))
      .filter(({ at }) => at >= 0 && read + at < OPENING)
      .sort((a, b) => a.at - b.at);
    found.push(...here.map(({ type, length }) => ({ line, type, length })));
    read += line.folded.length + 1;
  }
  return found;
}
