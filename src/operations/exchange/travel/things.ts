import {
  type JointThingRecord,
  jointEntries,
  jointThings,
  partnerById,
  putJointEntry,
  type Queries,
} from '../../../db/index.ts';
import {
  editHash,
  reduceThing,
  type ThingAgreement,
  type ThingContent,
  type ThingEntry,
  type ThingState,
} from '../../../exchange/index.ts';
import { Problem } from '../../../kernel/index.ts';
import type { Seat } from '../../../register/index.ts';
import type { Context } from '../../context.ts';
import { putInOutbox } from '../put-in-outbox.ts';
import type { Receiver } from '../receivers.ts';

/** A paper two sides hold together, as it stands on this node. */
export interface JointThing extends JointThingRecord {
  readonly parties: readonly string[];
  readonly state: ThingState;
}

/** An edit of a paper, new or standing on the edits it saw. */
export interface ProposedEdit {
  /** Null begins a paper. */
  readonly thing: string | null;
  readonly kind: JointThingRecord['kind'];
  readonly partner: string;
  /** Every head that was seen: of two that contradict each other, both, and the person has chosen. */
  readonly parents: readonly string[];
  readonly content: ThingContent;
}

/** Every paper held together with a partner. */
export async function listJointThings({ database }: Context): Promise<JointThing[]> {
  const { queries } = database;
  const things = await jointThings(queries, null);
  const entries = Map.groupBy(
    await jointEntries(
      queries,
      things.map(({ id }) => id),
    ),
    ({ thing_id }) => thing_id,
  );
  const found: JointThing[] = [];
  for (const thing of things) {
    const partner = await partnerById(queries, thing.partner_id);
    const parties = [thing.own, partner?.party ?? ''].sort();
    const known = (entries.get(thing.id) ?? []).map(({ entry }) => entry);
    found.push({ ...thing, parties, state: reduceThing(known, parties) });
  }
  return found;
}

/**
 * Writes the words of a paper, for both sides. Edits that did not see each other are both kept; one that names both as its
 * parents settles them.
 * @throws Problem `not-found`, `changed-meanwhile` (an edit came that this one did not see), `release-refused`
 */
export function editThing(
  context: Context,
  { thing, kind, partner, parents, content }: ProposedEdit,
  seat: Seat,
): Promise<string> {
  return context.database.write(async (queries) => {
    const own = await ownSide(queries, partner, seat);
    const id = thing ?? context.newId();
    if (thing !== null) {
      const known = (await jointEntries(queries, [thing])).map(({ entry }) => entry);
      const heads = reduceThing(known, []).heads.map(({ edit }) => edit);
      if (heads.length === 0) throw new Problem('not-found', { noun: 'paper', id: thing });
      if (heads.sort().join() !== parents.toSorted().join())
        throw new Problem('changed-meanwhile', { noun: 'paper', id });
    }
    const made = { thing: id, parents: parents.toSorted(), party: own, at: context.clock.now(), content };
    await keepAndTell(queries, {
      kind,
      partner,
      own,
      entry: { kind: 'edit', edit: editHash(made), ...made },
      by: seat.hand,
    });
    return id;
  });
}

/** Agrees, for one's side, to exactly the words of an edit. @throws Problem `not-found`, `action-not-allowed` */
export function agreeToThing(
  context: Context,
  { thing: id, edit }: { readonly thing: string; readonly edit: string },
  seat: Seat,
): Promise<void> {
  return context.database.write(async (queries) => {
    const [thing] = await jointThings(queries, id);
    if (thing === undefined) throw new Problem('not-found', { noun: 'paper', id });
    const known = (await jointEntries(queries, [id])).map(({ entry }) => entry);
    const { heads } = reduceThing(known, []);
    // Only words that nothing contradicts can be agreed to.
    if (heads.length !== 1 || heads[0]?.edit !== edit)
      throw new Problem('action-not-allowed', { action: 'agree', state: 'conflict' });
    const own = await ownSide(queries, thing.partner_id, seat);
    const entry: ThingAgreement = { kind: 'agree', thing: id, agrees: edit, party: own, at: context.clock.now() };
    await keepAndTell(queries, { kind: thing.kind, partner: thing.partner_id, own, entry, by: seat.hand });
  });
}

async function ownSide(queries: Queries, id: string, seat: Seat): Promise<string> {
  const partner = await partnerById(queries, id);
  if (partner === undefined) throw new Problem('not-found', { noun: 'partner', id });
  return seat.party ?? partner.own;
}

async function keepAndTell(
  queries: Queries,
  {
    kind,
    partner,
    own,
    entry,
    by,
  }: { kind: JointThingRecord['kind']; partner: string; own: string; entry: ThingEntry; by: string },
): Promise<void> {
  const thing = { id: entry.thing, kind, own, partner_id: partner, begun_at: entry.at };
  await putJointEntry(queries, thing, { thing_id: entry.thing, id: nameOf(entry), entry, at: entry.at, by });
  const type = kind === 'conclusion' ? 'servanda.conclusion' : 'servanda.session';
  await putInOutbox(queries, {
    partner,
    type,
    subject: entry.thing,
    class: 'shared',
    data: { ...entry },
    at: entry.at,
    by,
  });
}

function nameOf(entry: ThingEntry): string {
  return entry.kind === 'edit' ? entry.edit : `${entry.party} ${entry.agrees}`;
}

/** Keeps an edit or agreement of a partner, beside what there is. */
export const receiveThing: Receiver = async (queries, { envelope, partner, context }) => {
  const entry = envelope.data as unknown as ThingEntry;
  const refuse = (field: string) => new Problem('message-refused', { rule: 'field-form', field });
  if (entry.party !== partner.party) throw refuse('party');
  if (entry.kind === 'edit') {
    const { edit, kind: _, ...made } = entry;
    if (!Array.isArray(entry.parents) || editHash(made) !== edit) throw refuse('edit');
  } else if (entry.kind !== 'agree' || typeof entry.agrees !== 'string') throw refuse('kind');
  const [before] = await jointThings(queries, entry.thing);
  if (before !== undefined && before.partner_id !== partner.id) throw refuse('thing');
  const kind = envelope.type === 'servanda.conclusion' ? 'conclusion' : 'session';
  const thing = { id: entry.thing, kind, own: partner.own, partner_id: partner.id, begun_at: entry.at } as const;
  await putJointEntry(queries, thing, {
    ...{ thing_id: entry.thing, id: nameOf(entry), entry, at: context.clock.now(), by: partner.id },
  });
};
