import type { Message } from '../../kernel/index.ts';

/** Places named in a message; of more only the first are. */
const NAMED = 10;

/** Says what was lost or moved on the way, and where: on pages of the file, or in lines of the text read from it. */
export function lossMessage(
  { severity, id, at }: { readonly severity: Message['severity']; readonly id: string; readonly at: 'page' | 'line' },
  /** One for each thing, in the order of the text. */
  places: readonly number[],
): Message[] {
  if (places.length === 0) return [];
  const distinct = [...new Set(places)];
  const named = distinct.slice(0, NAMED).join(', ') + (distinct.length > NAMED ? ' …' : '');
  return [{ severity, id, details: { count: places.length, at, places: named } }];
}
