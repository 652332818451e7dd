import { commitmentsPartnersShare, sidedCommitments, sidedPage } from '../../db/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { type Moment, momentOf } from '../moment.ts';
import type { TwoSides, TwoSidesPage } from './results.ts';
import { ledgersOf } from './two-sides.ts';

/** Ledgers of a page, and as many as are made at a time. */
const SIDES_A_PAGE = 100;

/**
 * Some of what `listTwoSides` gives, from a place on, and how many there are. Of a past day nobody counted them: then what is
 * told is whether there are more.
 */
export async function pageOfTwoSides(
  context: Context,
  seat: Seat,
  { asOf, offset = 0 }: { readonly asOf?: string | undefined; readonly offset?: number | undefined },
): Promise<TwoSidesPage> {
  if (asOf === undefined) {
    const page = await ledgersFrom(context, seat, {
      at: null,
      others: await commitmentsPartnersShare(context.database.queries),
      offset,
    });
    return { rows: page.ledgers, total: page.total, more: offset + page.ledgers.length < page.total };
  }
  const found: TwoSides[] = [];
  for await (const ledger of ledgersInOrder(context, seat, { asOf })) {
    found.push(ledger);
    if (found.length > offset + SIDES_A_PAGE) break;
  }
  return { rows: found.slice(offset, offset + SIDES_A_PAGE), total: null, more: found.length > offset + SIDES_A_PAGE };
}

/**
 * Every commitment that both sides decided on, or that a task serves which one side shares with the other, in the order of their
 * texts. Of a past day: those that somebody had decided on or shared by then. What was shared then and is kept back now stays back.
 * @param ids of these alone
 */
export function listTwoSides(
  context: Context,
  seat: Seat,
  asked: { readonly asOf?: string | undefined; readonly ids?: readonly string[] | undefined } = {},
): Promise<TwoSides[]> {
  return Array.fromAsync(ledgersInOrder(context, seat, asked));
}

async function* ledgersInOrder(
  context: Context,
  seat: Seat,
  { asOf, ids }: { readonly asOf?: string | undefined; readonly ids?: readonly string[] | undefined },
): AsyncGenerator<TwoSides> {
  const { at } = momentOf(context.clock, asOf);
  const others = await commitmentsPartnersShare(context.database.queries);
  for (let [offset, total] = [0, 1]; offset < total; offset += SIDES_A_PAGE) {
    const page = await ledgersFrom(context, seat, { at, others, offset, ids });
    total = page.total;
    yield* at === null ? page.ledgers : page.ledgers.filter(saysSomething);
  }
}

async function ledgersFrom(
  context: Context,
  seat: Seat,
  asked: {
    readonly at: Moment['at'];
    readonly others: readonly string[];
    readonly offset: number;
    readonly ids?: readonly string[] | undefined;
  },
): Promise<{ readonly ledgers: TwoSides[]; readonly total: number }> {
  const { at, others, ids, offset } = asked;
  const { queries } = context.database;
  const page = await sidedPage(queries, { others, ids, offset, limit: SIDES_A_PAGE });
  const ledgers = await ledgersOf(context, await sidedCommitments(queries, page.ids), seat, at);
  return { ledgers, total: page.total };
}

function saysSomething({ sides }: TwoSides): boolean {
  return sides.some(({ reading, tasks }) => reading !== null || tasks.length > 0);
}
