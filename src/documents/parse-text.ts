import type { Language } from '../kernel/index.ts';
import { inheritLanguages, mainLanguage } from './language/inherit.ts';
import type { Document, Format, LineHints, PageStart } from './model.ts';
import { readSentences } from './sentences/read.ts';
import { readLines } from './structure/lines.ts';
import { gatherProvisions, toLines } from './structure/provisions.ts';
import { structureDrafts } from './structure/structure.ts';

/** What a reader knows of the file its text came from. */
export interface TextSource {
  readonly name: string;
  readonly format?: Format;
  readonly encoding?: string | null;
  /** Lower-case hex; empty where there are no bytes. */
  readonly sha256?: string;
  readonly hints?: LineHints;
}

/**
 * The pure pipeline every reader ends in: lines, structure, provisions, languages, sentences. The text is kept as it
 * is; all offsets are UTF-16 units into it. Never throws on any text.
 */
export function parseText(text: string, source: TextSource): Document {
  const drafts = readLines(text, source.hints);
  const places = structureDrafts(drafts);
  const found = gatherProvisions(text, drafts, places);
  const language: Language = mainLanguage(found);
  const provisions = inheritLanguages(found, language);
  const sentences = readSentences(text, drafts, provisions);
  return {
    name: source.name,
    format: source.format ?? 'txt',
    encoding: source.encoding ?? null,
    sha256: source.sha256 ?? '',
    text,
    lines: toLines(text, drafts, provisions),
    provisions,
    sentences,
    language,
    pages: pageStarts(text, source.hints?.pages ?? []),
  };
}

/** Where lines of the text begin at which a page of the file does. */
function pageStarts(text: string, pages: NonNullable<LineHints['pages']>): PageStart[] {
  let line = 1;
  let start = 0;
  return pages.map(({ line: first, page }) => {
    for (; line < first; line++) start = text.indexOf('\n', start) + 1;
    return { start, number: page };
  });
}
