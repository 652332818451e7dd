import type { Lesson } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { teachingInForce } from './lessons.ts';
import type { UnitGlance } from './results.ts';

/** What is read in an example sentence without a lesson and with it. */
export async function tryExample(
  { database, reader }: Context,
  { text, relation, lesson }: { readonly text: string; readonly relation: string; readonly lesson: Lesson },
): Promise<{ readonly before: readonly UnitGlance[]; readonly after: readonly UnitGlance[] }> {
  const known = (await teachingInForce(database.queries))[relation] ?? [];
  const read = (after: readonly Lesson[]) =>
    reader.tryLessons({
      ...{ text, source: { name: 'example.txt' }, scan: null, bytes: null, relation: null },
      ...{ before: [], after },
    });
  const [before, after] = [await read(known), await read([...known, lesson])];
  return { before: before.units, after: after.units };
}
