import type { LinkRecord } from '../../db/index.ts';
import { CHANGE_OF } from '../../lineage/index.ts';
import type { Context } from '../context.ts';
import { entryOf, linksBetweenEntries } from './entries.ts';
import { CHANGES, type Change, type ChangeRow, type ChangesView, type LineageRow } from './results.ts';
import { counts, linkView, rowsOfPart } from './rows.ts';
import { knownParts, partById, tracingOf } from './works.ts';

/** What stands alone on one side and could have stood on the other. */
interface Alone {
  readonly rows: readonly LineageRow[];
  readonly side: 'earlier' | 'later';
  readonly vague: readonly string[];
  readonly linked: ReadonlySet<string>;
  readonly possible: ReadonlyMap<string, LinkRecord>;
  readonly others: ReadonlyMap<string, LineageRow>;
}

/**
 * A commitment that has no link is gone or new; one that says too little, or that stands near another, is unclear and left
 * to people. A support can be new and never gone; what the later text tells of is reported; positions are none of these.
 */
function alone({ rows, side, vague, linked, possible, others }: Alone): ChangeRow[] {
  return rows.flatMap((row): ChangeRow[] => {
    if (row.kind === 'record' && side === 'later' && !linked.has(entryOf(row))) {
      return [{ change: 'reported', earlier: null, later: row, link: null }];
    }
    const bound = row.kind === 'commitment' || (row.kind === 'support' && side === 'later');
    if (!bound || linked.has(entryOf(row))) return [];
    const near = possible.get(entryOf(row));
    if (near === undefined && vague.includes(row.id)) return [];
    const other = near && (others.get(side === 'earlier' ? near.later_id : near.earlier_id) ?? null);
    const both = side === 'earlier' ? { earlier: row, later: other ?? null } : { earlier: other ?? null, later: row };
    if (near !== undefined && other !== undefined) return [{ change: 'unclear', ...both, link: linkView(near) }];
    return [{ change: side === 'earlier' ? 'gone' : 'new', ...both, link: null }];
  });
}

function byEntry(rows: readonly LineageRow[]): Map<string, LineageRow> {
  return new Map(rows.map((row) => [entryOf(row), row]));
}

function byCommitment(links: readonly LinkRecord[], side: 'earlier_id' | 'later_id'): Map<string, LinkRecord> {
  const found = new Map<string, LinkRecord>();
  for (const link of links) if (!found.has(link[side])) found.set(link[side], link);
  return found;
}

/** Unclear pairs are seen from both sides; one line is enough. */
function once(rows: readonly ChangeRow[]): ChangeRow[] {
  const seen = new Set<string>();
  return rows.filter(({ link, change }) => {
    if (link === null || change !== 'unclear') return true;
    if (seen.has(link.id)) return false;
    seen.add(link.id);
    return true;
  });
}

/**
 * What changed between two works of lineage, the earlier first.
 * @throws Problem `not-found`
 */
export async function whatChanged(context: Context, earlierId: string, laterId: string): Promise<ChangesView> {
  const { queries } = context.database;
  const parts = await knownParts(queries);
  const [earlier, later] = [partById(parts, earlierId), partById(parts, laterId)];
  const [before, after] = [await rowsOfPart(queries, earlier), await rowsOfPart(queries, later)];
  const links = await linksBetweenEntries(queries, [earlier], [later], parts);
  const [ofBefore, ofAfter] = [byEntry(before), byEntry(after)];
  const valid = links.filter((link) => ofBefore.has(link.earlier_id) && ofAfter.has(link.later_id));
  const firm = valid.filter(counts);
  const possible = valid.filter(({ likely, decision }) => !likely && decision === 'undecided');
  const joined = firm.map((link): ChangeRow => {
    const both = { earlier: ofBefore.get(link.earlier_id) ?? null, later: ofAfter.get(link.later_id) ?? null };
    return { change: CHANGE_OF[link.relation], ...both, link: linkView(link) };
  });
  const rows = once([
    ...joined,
    ...alone({
      ...{ rows: before, side: 'earlier', vague: earlier.row.vague, others: ofAfter },
      linked: new Set(firm.map(({ earlier_id }) => earlier_id)),
      possible: byCommitment(possible, 'earlier_id'),
    }),
    ...alone({
      ...{ rows: after, side: 'later', vague: later.row.vague, others: ofBefore },
      linked: new Set(firm.map(({ later_id }) => later_id)),
      possible: byCommitment(possible, 'later_id'),
    }),
  ]).sort((one, other) => placeOf(one) - placeOf(other));
  const count = (change: Change): number => rows.filter((row) => row.change === change).length;
  return {
    ...{ earlier: earlier.work, later: later.work, rows, tracing: tracingOf(context) },
    counts: Object.fromEntries(CHANGES.map((change) => [change, count(change)])) as Record<Change, number>,
  };
}

function placeOf({ later, earlier }: ChangeRow): number {
  return (later ?? earlier)?.span.start ?? 0;
}
