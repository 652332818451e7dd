import type { Lesson, Teaching } from '../vocabulary/index.ts';
import { readSource } from './source.ts';

/**
 * Reads a file of what was taught (the page *Teach* saves one); entries that are off are left out. Undefined without a file.
 * @throws Problem `input-invalid` naming the places, and those of reading a file
 */
export async function openKnowledge(path: string | undefined): Promise<Teaching | undefined> {
  if (path === undefined) return undefined;
  const source = await readSource(path);
  const { readKnowledge } = await import('../server/index.ts');
  const byRelation: Record<string, Lesson[]> = {};
  for (const { relation, lesson, on } of readKnowledge(new TextDecoder().decode(source.bytes), path)) {
    if (on) byRelation[relation] = [...(byRelation[relation] ?? []), lesson];
  }
  return byRelation;
}
