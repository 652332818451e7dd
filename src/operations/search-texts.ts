import { expressionsOf, listedWorks, presentText } from '../db/index.ts';
import { findTerms, type Language } from '../kernel/index.ts';
import type { Context } from './context.ts';

/** Words found in a text, with what stands around them. */
export interface FoundInText {
  readonly workId: string;
  readonly expressionId: string;
  readonly title: string;
  readonly date: string | null;
  readonly language: Language;
  /** Of the first words found, in UTF-16 units of the text. */
  readonly start: number;
  readonly excerpt: string;
  /** How often any of the words stands there. */
  readonly count: number;
}

/** Signs shown on either side of what was found. */
const AROUND = 160;

/** Texts that hold all of these words (folded; in quotation marks as one), the latest works first. */
export async function searchTexts({ database }: Context, q: string, limit: number): Promise<FoundInText[]> {
  const { queries } = database;
  const found: FoundInText[] = [];
  for (const { id: workId, title, date } of await listedWorks(queries)) {
    for (const { id: expressionId, language } of await expressionsOf(queries, [workId])) {
      const { text } = await presentText(queries, expressionId);
      const [first, ...rest] = findTerms(text, q);
      if (first === undefined) continue;
      const excerpt = text.slice(Math.max(0, first.start - AROUND), first.end + AROUND).toWellFormed();
      found.push({ workId, expressionId, title, date, language, start: first.start, excerpt, count: rest.length + 1 });
      if (found.length >= limit) return found;
    }
  }
  return found;
}
