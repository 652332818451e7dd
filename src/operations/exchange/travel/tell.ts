import { randomUUIDv7 } from 'node:crypto';
import { insertOutbox, noteTold, type PartnerRecord, partnersTaking, type Queries } from '../../../db/index.ts';
import { contentHash, type MessageType, type ReleaseClass } from '../../../exchange/index.ts';
import { Problem } from '../../../kernel/index.ts';
import { putInOutbox } from '../put-in-outbox.ts';

/** Something of our own that partners are told of whenever it changes. */
export interface Telling {
  readonly type: MessageType;
  readonly kind: string;
  readonly id: string;
  readonly class: ReleaseClass;
  /** The side it belongs to; null where every side of this machine does. */
  readonly own: string | null;
  readonly at: string;
  readonly by: string;
  /** Whom of those it is told; all of them where this is not said. */
  readonly to?: (partner: PartnerRecord) => boolean;
  readonly data: (partner: PartnerRecord) => Readonly<Record<string, unknown>>;
}

/**
 * Tells every partner that takes this type what a thing is now, unless it was told exactly that. What the gate refuses is kept as
 * withheld, with the reason and without the words: work at home goes on.
 */
export async function tellPartners(queries: Queries, telling: Telling): Promise<void> {
  const { type, kind, id, class: marked, own, at, by } = telling;
  for (const partner of await partnersTaking(queries, type, own)) {
    if (telling.to?.(partner) === false) continue;
    const data = telling.data(partner);
    const { version: _, ...said } = data;
    const told = { partner_id: partner.id, kind, id, own: partner.own, hash: contentHash(said) };
    if (!(await noteTold(queries, told))) continue;
    try {
      await putInOutbox(queries, { partner: partner.id, type, subject: id, class: marked, data, at, by });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'release-refused') throw error;
      await withhold(queries, { partner, telling, reason: error.message });
    }
  }
}

async function withhold(
  queries: Queries,
  { partner, telling, reason }: { partner: PartnerRecord; telling: Telling; reason: string },
): Promise<void> {
  const { type, id, class: marked, at, by } = telling;
  const message = {
    ...{ id: randomUUIDv7(), partner_id: partner.id, party: partner.own, type, subject: id, class: marked },
    ...{ data: {}, attachments: [], made_at: at, made_by: by, next_at: at, failure: reason },
    state: 'withheld' as const,
  };
  await insertOutbox(queries, message);
}
