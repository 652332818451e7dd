import { Problem } from '../kernel/index.ts';
import type { Lesson, Teaching } from '../vocabulary/index.ts';
import { readSource } from './source.ts';

/**
 * Reads a file of what was taught (the page *Teach* saves one); entries that are off are left out. Undefined without a file.
 * @throws Problem `input-invalid` naming the place, and those of reading a file
 */
export async function openKnowledge(path: string | undefined): Promise<Teaching | undefined> {
  if (path === undefined) return undefined;
  const source = await readSource(path);
  const { KnowledgeFile } = await import('../server/index.ts');
  const read = KnowledgeFile.safeParse(parsed(new TextDecoder().decode(source.bytes), path));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Problem('input-invalid', { field: `${path}: ${issue?.path.join('.')}`, reason: issue?.message ?? '' });
  }
  const byRelation: Record<string, Lesson[]> = {};
  for (const { relation, lesson, on } of read.data.entries) {
    if (on) byRelation[relation] = [...(byRelation[relation] ?? []), lesson];
  }
  return byRelation;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('input-invalid', { field: path, reason: error instanceof Error ? error.message : '' });
  }
}
