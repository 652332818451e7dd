import { expressionsOf, listedWorks, presentFile, presentText, type Queries } from '../../db/index.ts';
import { hintsOf } from '../../documents/index.ts';
import { presentTextOf } from '../expressions.ts';
import { scanOf } from '../scan.ts';
import type { LessonReadingInput } from './read-lessons.ts';

/** A text of the register that a change of what is taught may touch. */
export interface TextToRead {
  readonly expressionId: string;
  readonly title: string;
}

/** Every text in the lists, with the title of its work. */
export async function textsToRead(queries: Queries): Promise<TextToRead[]> {
  const works = await listedWorks(queries);
  const titles = new Map(works.map(({ id, title }) => [id, title]));
  const texts = await expressionsOf(
    queries,
    works.map(({ id }) => id),
  );
  return texts.map(({ id, work_id }) => ({ expressionId: id, title: titles.get(work_id) ?? '' }));
}

/** What the reader needs of a text to read it as it was read when it came. */
export async function sourceToRead(
  queries: Queries,
  expressionId: string,
): Promise<Pick<LessonReadingInput, 'text' | 'source' | 'scan' | 'bytes'> & { readonly manifestation: string }> {
  const { id, name, format, encoding, sha256, text, corrects } = await presentText(queries, expressionId);
  const scan = await scanOf(queries, id);
  const scanned = scan.pages.length > 0;
  const source = { name, format, encoding, sha256 };
  if (scanned) {
    const { pages } = await presentTextOf(queries, expressionId);
    const hints = hintsOf({ text, scan, pages });
    return { text, source: { ...source, hints }, scan, bytes: null, manifestation: id };
  }
  const plain = format === 'txt' || corrects !== null;
  const bytes = plain ? null : (await presentFile(queries, expressionId)).bytes;
  return { text, source, scan: null, bytes, manifestation: id };
}
