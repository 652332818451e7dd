import type { Message } from '../kernel/index.ts';
import type { Lineage, LineageWork } from './model.ts';

/**
 * What a reader of a lineage should know: `lineage.one-work` (nothing to compare), `lineage.unrelated` (works, but no
 * link between any), `lineage.no-date` (detail: name; such a work is traced after all others).
 */
export function lineageMessages(works: readonly LineageWork[], { links }: Lineage): Message[] {
  const say = (id: string, details: Message['details'] = {}): Message => ({ severity: 'warning', id, details });
  const undated = works.filter(({ date }) => date === null).map(({ id }) => say('lineage.no-date', { name: id }));
  if (works.length < 2) return [...undated, say('lineage.one-work')];
  return links.length === 0 ? [...undated, say('lineage.unrelated')] : undated;
}
