import {
  citationsOf,
  type LinkRecord,
  linksAt,
  linksBetween,
  type Queries,
  type StandingLink,
} from '../../db/index.ts';
import type { LineageRow } from './results.ts';
import { type KnownPart, partAt } from './works.ts';

/** A commitment in several languages is one entry: by it, whichever citation is looked at. */
export function entryOf({ id, joinedTo }: Pick<LineageRow, 'id' | 'joinedTo'>): string {
  return joinedTo ?? id;
}

/** Who speaks for several links of the same two entries: a person before the rules, then the likeliest. */
function weight({ decision, likely, score }: LinkRecord): number {
  if (decision === 'confirmed' || decision === 'corrected') return 4;
  return decision === 'rejected' ? 3 : Number(likely) + score;
}

/** Links as links of the entries their ends are citations of, each two entries once. */
function atEntries(links: readonly StandingLink[], parts: ReadonlyMap<string, KnownPart>): LinkRecord[] {
  const best = new Map<string, LinkRecord>();
  for (const link of links) {
    const { earlier_entry, earlier_text, earlier_at, later_entry, later_text, later_at, ...own } = link;
    if (earlier_entry === later_entry) continue;
    const part = (entry: string, id: string, known: string, text: string, at: number): string =>
      entry === id ? known : (partAt(parts.values(), text, at)?.work.id ?? known);
    const record: LinkRecord = {
      ...own,
      ...{ earlier_id: earlier_entry, later_id: later_entry },
      earlier_part: part(earlier_entry, own.earlier_id, own.earlier_part, earlier_text, earlier_at),
      later_part: part(later_entry, own.later_id, own.later_part, later_text, later_at),
    };
    const key = `${earlier_entry} ${later_entry}`;
    const known = best.get(key);
    if (known === undefined || weight(record) > weight(known)) best.set(key, record);
  }
  return [...best.values()];
}

/** The links of entries, in whichever language version they were found. */
export async function linksAtEntries(
  queries: Queries,
  entries: readonly string[],
  parts: ReadonlyMap<string, KnownPart>,
): Promise<LinkRecord[]> {
  const citations = await citationsOf(queries, entries);
  return atEntries(await linksAt(queries, [...entries, ...citations.map(({ id }) => id)]), parts);
}

/** A work of lineage and its other language versions. */
function versionsOf({ work }: KnownPart, parts: ReadonlyMap<string, KnownPart>): string[] {
  const place = (id: string): string => id.slice(id.indexOf('#'));
  const same = [...parts.values()].filter((other) => other.work.workId === work.workId);
  return same.map((other) => other.work.id).filter((id) => place(id) === place(work.id));
}

/** The links of entries between two sets of works, in whichever language version they were found. */
export async function linksBetweenEntries(
  queries: Queries,
  earlier: readonly KnownPart[],
  later: readonly KnownPart[],
  parts: ReadonlyMap<string, KnownPart>,
): Promise<LinkRecord[]> {
  const [before, after] = [earlier, later].map((some) => some.flatMap((part) => versionsOf(part, parts)));
  return atEntries(await linksBetween(queries, before ?? [], after ?? []), parts);
}
