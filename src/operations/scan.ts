import { lineHintsOf, pagePictureOf, presentText, type Queries, scanPagesOf, versionsOf } from '../db/index.ts';
import { isDoubtful, type Scan } from '../documents/index.ts';
import { Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';
import type { ScanText, TextVersion, WordState } from './results.ts';

/**
 * The pages of an expression that were read as pictures, with the place and state of each word, and who corrected what.
 * @throws Problem `not-found` where no page was
 */
export async function readScan({ database: { queries } }: Context, expressionId: string): Promise<ScanText> {
  const { id, text, version } = await presentText(queries, expressionId);
  const pages = await scanPagesOf(queries, id);
  if (pages.length === 0) throw new Problem('not-found', { noun: 'page', id: expressionId });
  return {
    version,
    pages: pages.map(({ number, width, height, words }) => ({
      ...{ number, width, height },
      words: words.map(([start, end, left, top, across, down, confidence]) => {
        const word = { span: { start, end }, confidence };
        const state: WordState = confidence === 1 ? 'checked' : isDoubtful(text, word) ? 'doubtful' : 'sure';
        return { ...word, box: { left, top, width: across, height: down }, state };
      }),
    })),
    history: await textHistory(queries, expressionId),
  };
}

/** What people corrected in a text, the latest first; corrections taken back say so. */
export async function textHistory(queries: Queries, expressionId: string): Promise<TextVersion[]> {
  const versions = await versionsOf(queries, expressionId);
  const undone = new Set(versions.flatMap(({ undoes }) => undoes ?? []));
  return versions
    .filter(({ corrects }) => corrects !== null)
    .map(({ version, imported_at, imported_by, corrections, undoes }) => ({
      ...{ version, undoes },
      at: imported_at,
      by: imported_by,
      corrections: corrections ?? [],
      undone: undone.has(version),
    }));
}

/**
 * The picture of a page of an expression's file.
 * @throws Problem `not-found`
 */
export async function pagePicture({ database: { queries } }: Context, expressionId: string, number: number) {
  const { id, corrects, part_of } = await presentText(queries, expressionId);
  return pagePictureOf(queries, corrects ?? part_of ?? id, number);
}

/** The scan of a version as the reader of files gave it, without its pictures. */
export async function scanOf(queries: Queries, manifestationId: string): Promise<Scan> {
  const pages = await scanPagesOf(queries, manifestationId);
  const { headings = [], asides = [] } = (await lineHintsOf(queries, manifestationId)) ?? {};
  return {
    hints: { headings: new Set(headings), asides: new Set(asides) },
    pages: pages.map(({ number, width, height, words }) => ({
      ...{ number, width, height },
      words: words.map(([start, end, left, top, across, down, confidence]) => ({
        span: { start, end },
        box: { left, top, width: across, height: down },
        confidence,
      })),
    })),
    pictures: [],
  };
}
