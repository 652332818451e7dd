import {
  type ExchangeLogRow,
  exchangeKeys,
  exchangeLog,
  partnerById,
  partnerKeys,
  type Queries,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { thisNode } from './node.ts';

const BATCH = 500;

/**
 * The log of what was exchanged with a partner as one file, a JSON value a line: whose it is and the public keys; every event with
 * its hash over the one before, receipts in it; and every message as it was signed. docs/exchange.md says how anyone checks it.
 * @throws Problem `not-found`, `node-not-set`
 */
export async function* exportExchangeLog({ database, whole, clock }: Context, id: string): AsyncGenerator<string> {
  if ((await partnerById(database.queries, id)) === undefined) throw new Problem('not-found', { noun: 'partner', id });
  const { queries } = whole;
  yield line({ servanda: 'exchange-log', form: 1, ...(await headOf(queries, id)), at: clock.now() });
  let previous: string | null = null;
  for (let after = 0; ; ) {
    const rows: ExchangeLogRow[] = await exchangeLog(queries, id, after, BATCH);
    if (rows.length === 0) return;
    for (const { partner_id: of, hash, at, ...row } of rows) {
      yield line({ event: { log: 'exchange', of, ...row, at: new Date(at).toISOString(), previous }, hash });
      previous = hash;
      for (const signed of await signedOf(queries, id, row.body)) yield line(signed);
    }
    after = rows.at(-1)?.sequence ?? after;
  }
}

async function headOf(queries: Queries, partner: string) {
  const node = (await thisNode(queries)).id;
  const own = (await exchangeKeys(queries)).map(({ id, algorithm, public: open }) => ({
    node,
    id,
    algorithm,
    public: open,
  }));
  const theirs = (await partnerKeys(queries, partner))
    .filter(({ trusted_at }) => trusted_at !== null)
    .map(({ key_id: id, algorithm, public: open }) => ({ node: partner, id, algorithm, public: open }));
  return { node, partner, keys: [...own, ...theirs] };
}

/** The message that came, or that was received there. */
async function signedOf(
  queries: Queries,
  partner: string,
  { type, message, hash }: ExchangeLogRow['body'],
): Promise<object[]> {
  if (type !== 'received' && type !== 'delivered') return [];
  const table = type === 'received' ? 'inbox' : 'outbox';
  const row = await queries
    .selectFrom(table)
    .select(['envelope', 'hash'])
    .where('id', '=', String(message))
    .where('partner_id', '=', partner)
    .executeTakeFirst();
  return row === undefined || row.hash !== hash ? [] : [{ message: row.envelope }];
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
