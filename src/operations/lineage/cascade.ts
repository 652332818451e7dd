import type { Context } from '../context.ts';
import { entryOf, linksBetweenEntries } from './entries.ts';
import type { CascadeView, CascadeViewRow } from './results.ts';
import { counts, linkView, rowsOfPart } from './rows.ts';
import { type KnownPart, knownParts, partById, sameRelation, tracingOf } from './works.ts';

/** Local works that could carry out what a national one agreed: of its day or later. */
function localsAfter(national: KnownPart, parts: Iterable<KnownPart>): KnownPart[] {
  const since = national.work.date ?? '';
  return [...parts].filter(
    ({ work }) => work.level === 'local' && (work.date ?? '9999') >= since && sameRelation(work, national.work),
  );
}

/**
 * The commitments of a national work against the local works given (all since its day, where none are): by whom each is
 * taken up. Positions, supports and records are nobody's task and have no row.
 * @throws Problem `not-found`
 */
export async function cascadeOf(context: Context, id: string, localIds?: readonly string[]): Promise<CascadeView> {
  const { queries } = context.database;
  const parts = await knownParts(queries);
  const national = partById(parts, id);
  const locals = localIds?.map((local) => partById(parts, local)) ?? localsAfter(national, parts.values());
  const links = (await linksBetweenEntries(queries, [national], locals, parts)).filter(counts);
  const taking = (await Promise.all(locals.map((local) => rowsOfPart(queries, local)))).flat();
  const rowOf = new Map(taking.map((row) => [entryOf(row), row]));
  const byCommitment = Map.groupBy(links, ({ earlier_id }) => earlier_id);
  const rows = (await rowsOfPart(queries, national)).flatMap((commitment): CascadeViewRow[] => {
    if (commitment.kind !== 'commitment') return [];
    const takenUp = (byCommitment.get(entryOf(commitment)) ?? []).flatMap((link) => {
      const by = rowOf.get(link.later_id);
      return by === undefined ? [] : [{ link: linkView(link), by }];
    });
    return [{ commitment, takenUp }];
  });
  return { national: national.work, locals: locals.map(({ work }) => work), rows, tracing: tracingOf(context) };
}
