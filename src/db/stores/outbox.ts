import type { Selectable } from 'kysely';
import type { Queries } from '../connect.ts';
import type { OutboxTable } from '../exchange-tables.ts';
import { insertRows } from '../insert-rows.ts';

export type OutboxRecord = Selectable<OutboxTable>;

/** What a message is before it is sealed. */
export type NewOutboxRecord = Pick<
  OutboxRecord,
  | 'id'
  | 'partner_id'
  | 'party'
  | 'type'
  | 'subject'
  | 'class'
  | 'data'
  | 'attachments'
  | 'made_at'
  | 'made_by'
  | 'state'
  | 'next_at'
>;

export function insertOutbox(queries: Queries, message: NewOutboxRecord): Promise<void> {
  return insertRows(queries, 'outbox', [message]);
}
