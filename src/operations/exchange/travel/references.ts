import {
  keepReferences,
  newestCommitment,
  type PartnerRecord,
  type PartnerReferenceRecord,
  placeCandidates,
  type Queries,
  referencesToPlace,
  setReference,
} from '../../../db/index.ts';
import { type PlaceCandidate, placeOf, type Reference, referenceKey } from '../../../exchange/index.ts';
import type { Context } from '../../context.ts';

/** References looked at in one round. */
const AT_ONCE = 200;
/** The hand that finds places by itself. */
const RULES = 'rules';

/** Keeps the commitments a partner speaks of, each with its place here where there is no doubt. Returns their keys. */
export async function takeReferences(
  queries: Queries,
  { partner, at }: { readonly partner: PartnerRecord; readonly at: string },
  references: readonly Reference[],
): Promise<string[]> {
  const looked_at = await newestCommitment(queries);
  const candidates = candidatesByDay(queries);
  const records = await Promise.all(
    references.map(async (reference): Promise<PartnerReferenceRecord> => {
      const place = placeOf(reference, await candidates(reference.work.date));
      return {
        ...{
          partner_id: partner.id,
          key: referenceKey(reference),
          own: partner.own,
          reference,
          looked_at,
          at,
          by: RULES,
        },
        ...{ found: place?.found ?? 'open', commitment_id: place?.commitment ?? null },
      };
    }),
  );
  await keepReferences(queries, records);
  return records.map(({ key }) => key);
}

/** Looks again for what nobody has placed, once commitments have come that were not there before. Returns how many were found. */
export async function placeReferences({ whole, clock }: Pick<Context, 'whole' | 'clock'>): Promise<number> {
  const newest = await newestCommitment(whole.queries);
  const open = await referencesToPlace(whole.queries, newest, AT_ONCE);
  if (open.length === 0) return 0;
  return whole.write(async (queries) => {
    const candidates = candidatesByDay(queries);
    let placed = 0;
    for (const { partner_id, key, reference } of open) {
      const place = placeOf(reference, await candidates(reference.work.date));
      if (place !== null) placed++;
      const found = place && { found: place.found, commitment_id: place.commitment, at: clock.now(), by: RULES };
      await setReference(queries, { partner_id, key, looked_at: newest, ...found });
    }
    return placed;
  });
}

/** The commitments that could be meant, asked for once a day of works. */
function candidatesByDay(queries: Queries): (date: string | null) => Promise<readonly PlaceCandidate[]> {
  const known = new Map<string | null, Promise<readonly PlaceCandidate[]>>();
  return (date) => {
    const found = known.get(date) ?? placeCandidates(queries, date);
    known.set(date, found);
    return found;
  };
}
