import { type PublicItem, portalItems, portalLater } from '../../db/index.ts';
import type { ViewOf } from '../../register/index.ts';
import type { Portal } from './index.ts';

type Item = PublicItem<ViewOf<'commitment'>>;

/** Steps followed in either direction, and commitments of a thread, at the most. */
const STEPS = 8;
const MOST = 60;

/**
 * A commitment over time as far as it is public: what it came from and what it became, the earliest first, with the published links
 * between them. The commitment itself is among them.
 */
export async function threadInPortal({ queries }: Portal, start: Item): Promise<Item[]> {
  const found = new Map<string, Item>([[start.id, start]]);
  const add = (items: readonly Item[]) => {
    const fresh = items.filter(({ id }) => !found.has(id)).slice(0, MOST - found.size);
    for (const item of fresh) found.set(item.id, item);
    return fresh;
  };
  let front: readonly Item[] = [start];
  for (let step = 0; step < STEPS && front.length > 0; step++) {
    const ids = front.flatMap(({ view }) => view.lineage.map(({ earlier }) => earlier));
    const items = await portalItems(queries, ids);
    front = add(items.filter((item): item is Item => item.view.kind === 'commitment'));
  }
  front = [start];
  for (let step = 0; step < STEPS && front.length > 0; step++) {
    front = add(
      await portalLater(
        queries,
        front.map(({ id }) => id),
      ),
    );
  }
  const day = ({ view }: Item) => view.work.date ?? '';
  return [...found.values()].sort((a, b) => (day(a) === day(b) ? 0 : day(a) < day(b) ? -1 : 1));
}
