import type { LineageLink, LineageRow, Thread } from '../../data/lineage.ts';

/** How a thread ends, as far as the texts tell; null for what is nobody's undertaking. */
export type Ending =
  | { readonly type: 'fulfilled'; readonly year: string }
  | { readonly type: 'silent'; readonly year: string }
  | { readonly type: 'open' };

function surest(links: readonly LineageLink[]): LineageLink | undefined {
  const weight = ({ decision, score }: LineageLink): number => (decision === 'undecided' ? 0 : 1) + score;
  return links.toSorted((one, other) => weight(other) - weight(one))[0];
}

/** The one line through a thread: from the first forerunner to the last successor, by the surest link at each step. */
export function mainLine({ start, rows, links }: Thread): LineageRow[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const walk = (from: 'earlierId' | 'laterId', to: 'earlierId' | 'laterId'): LineageRow[] => {
    const line: LineageRow[] = [];
    const seen = new Set([start]);
    for (let at = start; ; ) {
      const next = surest(links.filter((link) => link[from] === at && !seen.has(link[to])))?.[to];
      const row = next === undefined ? undefined : rowOf.get(next);
      if (next === undefined || row === undefined) return line;
      seen.add(next);
      line.push(row);
      at = next;
    }
  };
  const own = rowOf.get(start);
  return [...walk('laterId', 'earlierId').reverse(), ...(own ? [own] : []), ...walk('earlierId', 'laterId')];
}

/** Characters of a step in the headline. */
const CLIP = 64;

/** The words of a step: what was undertaken, or, where it is reported done, the words that say so. */
export function stepWords(row: LineageRow, { links }: Thread): string {
  const done = links.find(({ laterId, relation }) => laterId === row.id && relation === 'fulfilled');
  const reason = done?.why.find(({ rule }) => rule === 'reported-done');
  return reason?.words ?? clipped(row.quote);
}

/** So much of the words that the action and its object are seen; cut between words where the script has blanks. */
function clipped(quote: string): string {
  const words = quote.replace(/\s+/gu, ' ');
  if (words.length <= CLIP) return words;
  const cut = words.slice(0, CLIP);
  return `${cut.slice(0, cut.lastIndexOf(' ') > CLIP / 2 ? cut.lastIndexOf(' ') : CLIP)}…`;
}

export function yearOf({ workDate }: Pick<LineageRow, 'workDate'>): string {
  return workDate?.slice(0, 4) ?? '';
}

/** Positions and supports bind nobody to a result: nothing is said of their end. */
export function endingOf(thread: Thread): Ending | null {
  const own = thread.rows.find(({ id }) => id === thread.start);
  if (own?.kind !== 'commitment') return null;
  const done = thread.links.findLast(({ relation }) => relation === 'fulfilled');
  const by = thread.rows.find(({ id }) => id === done?.laterId);
  if (by !== undefined) return { type: 'fulfilled', year: yearOf(by) };
  const { silentSince } = thread;
  if (silentSince !== null) return { type: 'silent', year: silentSince.date?.slice(0, 4) ?? '' };
  return { type: 'open' };
}
