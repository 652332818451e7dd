import type { CommitmentFields } from '../../../commitments/index.ts';
import {
  actionsOf,
  openReferences,
  partiesOfHands,
  partners,
  partnersTaking,
  putPartnerShare,
  type Queries,
  wasTold,
} from '../../../db/index.ts';
import type { Reference } from '../../../exchange/index.ts';
import { type Decision, readingsOf } from '../../../register/index.ts';
import type { Receiver } from '../receivers.ts';
import { takeReferences } from './references.ts';
import { tellPartners } from './tell.ts';

const TYPE = 'servanda.reading';
/** What the rules do is nobody's reading. */
const RULES = 'rules';

/** The side this machine speaks for to its partners, where that is one; null where it has none, or several. */
export async function sideOfMachine(queries: Queries): Promise<string | null> {
  const own = new Set((await partners(queries)).filter(({ state }) => state !== 'ended').map((one) => one.own));
  const [only = null] = own.size === 1 ? own : [];
  return only;
}

/**
 * Which side each hand speaks for. Where no accounts are kept, whoever sits at the machine speaks for the side the machine speaks for
 * to its partners, if that is one.
 */
export async function sidesOfHands(
  queries: Queries,
  hands: readonly string[],
): Promise<(hand: string) => string | null> {
  const known = await partiesOfHands(queries, [...new Set(hands)]);
  const only = await sideOfMachine(queries);
  return (hand) => known.get(hand) ?? (hand === RULES ? null : only);
}

/**
 * Tells partners how a side now reads a commitment of a text both have; where nothing is left of its reading, that there is none.
 * Runs in the transaction of the decision.
 */
export async function tellReading(
  queries: Queries,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: string },
): Promise<void> {
  if ((await partnersTaking(queries, TYPE, null)).length === 0) return;
  const log = await actionsOf(queries, id);
  const sideOf = await sidesOfHands(queries, [by, ...log.map((action) => action.by)]);
  const party = sideOf(by);
  const reference = (await openReferences(queries, [id])).get(id);
  if (party === null || reference === undefined) return;
  const reading = readingsOf(log, sideOf).find((one) => one.party === party);
  const said = { type: TYPE, kind: 'reading', id, class: 'shared', own: party, at, by } as const;
  const about = { id, version: log.length, party, commitments: [reference] };
  if (reading !== undefined) {
    const { decision, fields } = reading;
    const told = { ...about, decision, at: new Date(reading.at).toISOString(), fields };
    await tellPartners(queries, { ...said, data: () => told });
    return;
  }
  const told = await Promise.all(
    (await partnersTaking(queries, TYPE, party)).map((one) => wasTold(queries, one.id, 'reading', id)),
  );
  if (told.includes(true)) await tellPartners(queries, { ...said, data: () => ({ ...about, ended: true }) });
}

interface ReadingData {
  readonly id: string;
  readonly version: number;
  readonly ended?: boolean;
  readonly commitments?: readonly Reference[];
  readonly decision?: Decision;
  readonly at?: string;
  readonly fields?: CommitmentFields;
}

/** Keeps how a partner's side reads a commitment, beside our own. */
export const receiveReading: Receiver = async (queries, { envelope, partner, context }) => {
  const {
    id,
    version,
    ended = false,
    commitments = [],
    decision,
    at,
    fields,
  } = envelope.data as unknown as ReadingData;
  const keys = await takeReferences(queries, { partner, at: context.clock.now() }, commitments);
  await putPartnerShare(queries, {
    ...{ partner_id: partner.id, kind: 'reading', id, own: partner.own, party: partner.party, version },
    ...{ at: envelope.time, ended, commitments: keys },
    view: { quote: commitments[0]?.quote ?? '', decision, at: at ?? envelope.time, fields },
  });
};
