import {
  commitmentById,
  type PartnerReferenceRecord,
  partners,
  placeCandidates,
  referenceByKey,
  referencesFound,
  setReference,
  sharesBehind,
} from '../../db/index.ts';
import { isSameWork, type PlaceCandidate, type Reference } from '../../exchange/index.ts';
import type { Language } from '../../kernel/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { withPartner } from './partners.ts';

/** References shown, proposals for each, and the least likeness that is worth a look. */
const SHOWN = 100;
const PROPOSALS = 3;
const LEAST = 0.08;
/** What a provision of the same label adds to the likeness of words. */
const SAME_PATH = 0.15;

/** A commitment a partner speaks of, and which of ours it may be. */
export interface ReferenceView extends Omit<Reference, 'work' | 'start' | 'sha256' | 'prefix' | 'suffix'> {
  /** The node, its name and the side it speaks for. */
  readonly partner: string;
  readonly partnerName: string;
  readonly party: string;
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  readonly found: PartnerReferenceRecord['found'];
  readonly commitment: string | null;
  /** What is shared about it: titles of tasks; an empty title for a reading. */
  readonly about: { readonly kind: 'task' | 'reading' | 'publication'; readonly title: string }[];
  /** Whether a text of that day between those parties is here at all. */
  readonly workHere: boolean;
  /** The likeliest first, `likeness` 0..1. */
  readonly proposals: {
    readonly id: string;
    readonly quote: string;
    readonly language: string;
    readonly path: string;
    readonly likeness: number;
  }[];
}

/** What partners speak of that nobody has placed, with proposals; then what people have placed, to be taken back. */
export async function listReferences({ database }: Context): Promise<ReferenceView[]> {
  const { queries } = database;
  const records = [
    ...(await referencesFound(queries, ['open'], SHOWN)),
    ...(await referencesFound(queries, ['person', 'none'], SHOWN)),
  ];
  const shares = await sharesBehind(
    queries,
    records.map(({ key }) => key),
  );
  const nodes = new Map((await partners(queries)).map((one) => [one.id, one]));
  const views: ReferenceView[] = [];
  for (const { partner_id: partner, key, reference, found, commitment_id: commitment } of records) {
    const behind = shares.filter((one) => one.partner_id === partner && one.key === key);
    // What is shared no more asks for nothing.
    if (behind.length === 0) continue;
    const about = behind.map(({ kind, view }) => ({ kind, title: String((view as { title?: unknown }).title ?? '') }));
    const candidates = found === 'open' ? await placeCandidates(queries, reference.work.date) : [];
    const inWork = candidates.filter((one) => isSameWork(reference, one));
    const proposals = await proposalsFor(reference, inWork);
    const { name: partnerName = partner, party = '' } = nodes.get(partner) ?? {};
    const { quote, language, path, work } = reference;
    views.push({
      ...{ partner, partnerName, party, key, quote, language, path, title: work.title, date: work.date },
      ...{ found, commitment, about, workHere: inWork.length > 0, proposals },
    });
  }
  return views;
}

/**
 * The commitments of the same work that say most nearly the same, in any language: by the words, names and numbers both have
 * (Jaccard), and by the label of the provision. Only proposals: languages differ in more than words.
 */
async function proposalsFor(
  reference: Reference,
  candidates: readonly PlaceCandidate[],
): Promise<ReferenceView['proposals']> {
  if (candidates.length === 0) return [];
  const { conceptMarks } = await import('../../lineage/index.ts');
  const keysOf = (text: string, language: string) =>
    new Set(conceptMarks(text, language as Language).flatMap(({ keys }) => keys));
  const asked = keysOf(reference.quote, reference.language);
  const best = new Map<string, ReferenceView['proposals'][number]>();
  for (const { entry, quote, language, path } of candidates) {
    const keys = keysOf(quote, language);
    const all = asked.union(keys).size;
    const words = all === 0 ? 0 : asked.intersection(keys).size / all;
    const likeness = Math.min(1, words + (words > 0 && path !== '' && path === reference.path ? SAME_PATH : 0));
    if (likeness < LEAST || (best.get(entry)?.likeness ?? 0) >= likeness) continue;
    best.set(entry, { id: entry, quote, language, path, likeness });
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, PROPOSALS);
}

/** Where a partner's words stand here, as a person says: at a commitment, at none of ours, or open again for the rules. */
export interface SaidPlace {
  readonly partner: string;
  readonly key: string;
  readonly place: { readonly commitment: string } | 'none' | 'open';
}

/** Places what a partner speaks of. @throws Problem `not-found` (reference, commitment), also where the seat may not see it */
export async function placeReference(context: Context, { partner, key, place }: SaidPlace, seat: Seat): Promise<void> {
  const { queries } = context.database;
  if ((await referenceByKey(queries, partner, key)) === undefined) {
    throw new Problem('not-found', { noun: 'reference', id: key });
  }
  const named = typeof place === 'object' ? await commitmentById(queries, place.commitment) : null;
  const commitment_id = named === null ? null : (named.joined_to ?? named.id);
  const found = named !== null ? 'person' : (place as 'none' | 'open');
  await withPartner(context, partner, seat.hand, async (whole, _, log) => {
    const again = found === 'open' ? { looked_at: '' } : {};
    await setReference(whole, {
      partner_id: partner,
      key,
      found,
      commitment_id,
      at: context.clock.now(),
      by: seat.hand,
      ...again,
    });
    await log({ type: 'reference-placed', reference: key, commitment: commitment_id });
  });
}
