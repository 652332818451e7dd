import { putPartnerShare, type Queries } from '../../../db/index.ts';
import type { Receiver } from '../receivers.ts';
import { tellPartners } from './tell.ts';

/** What became public, or was taken back. */
export interface ToldPublication {
  readonly id: string;
  readonly version: number;
  readonly state: 'public' | 'withdrawn';
  readonly kind: string;
  /** Exactly what anybody reads; null where it was taken back. */
  readonly view: object | null;
}

/** Tells partners what this side made public, or took back: the words anybody reads, and no others. */
export async function tellPublication(
  queries: Queries,
  { id, version, state, kind, view }: ToldPublication,
  { own, at, by }: { own: string | null; at: string; by: string },
): Promise<void> {
  await tellPartners(queries, {
    ...{ type: 'servanda.publication', kind: 'publication', id, class: 'public', own, at, by },
    data: (partner) => ({ id, version, party: own ?? partner.own, state, kind, ...(view === null ? {} : { view }) }),
  });
}

/** Keeps what a partner made public, to be read beside our own. */
export const receivePublication: Receiver = async (queries, { envelope, partner }) => {
  const { id, version, state, kind, view } = envelope.data as unknown as ToldPublication;
  await putPartnerShare(queries, {
    ...{ partner_id: partner.id, kind: 'publication', id, own: partner.own, party: partner.party, version },
    ...{ at: envelope.time, ended: state === 'withdrawn', commitments: [] },
    view: { kind, ...(view ?? {}) },
  });
};
