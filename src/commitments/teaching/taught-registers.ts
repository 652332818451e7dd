import type { Profile, Teaching } from '../../vocabulary/index.ts';
import { extensionFor } from './extension.ts';

/**
 * The registers of a relation with the names taught for bodies they have; names of bodies they do not have are for the reading
 * of actors alone. The same object for the same lessons.
 */
export function taughtRegisters(
  teaching: Teaching | undefined,
  relation: string,
  known: Profile | null,
): Profile | null {
  if (known === null) return null;
  const ids = new Set(known.bodies.map(({ id }) => id));
  const names = (teaching?.[relation] ?? []).filter((lesson) => lesson.type === 'name' && ids.has(lesson.id));
  return extensionFor({ [relation]: names }, relation)?.profile(known) ?? known;
}
