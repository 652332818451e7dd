import {
  countsOfEntities,
  type EntityRecord,
  entitiesOf,
  factsAbout,
  knownRelations,
  listSeries,
  type PlacedFact,
  type Queries,
  type SeriesRecord,
  seriesActions,
} from '../../db/index.ts';
import {
  entryId,
  reduceSeries,
  type SeriesContent,
  type SeriesState,
  type ToldSession,
  toldSessions,
} from '../../register/index.ts';
import { cardsOf, type MechanismCard, PROFILES } from '../../vocabulary/index.ts';
import { dismissedFacts, keptFact } from '../entities/entity-rows.ts';
import { type Moment, recordsAt } from '../moment.ts';

/** A mechanism that can have sessions: kept by people, of a card of the profile, or of the registers. */
export interface SeriesEntry {
  readonly id: string;
  readonly relation: string;
  readonly entity: string | null;
  readonly side: string | null;
  readonly restricted: boolean;
  readonly content: SeriesContent;
  readonly card: MechanismCard | null;
  /** Null where nobody has done anything yet. */
  readonly record: SeriesRecord | null;
}

/** What texts tell of one mechanism. */
export interface Told {
  readonly sessions: readonly ToldSession[];
  readonly facts: readonly PlacedFact[];
}

/** Id of a card of the profile among the series. */
function cardId(relation: string, card: string): string {
  return `${relation}~card~${card}`;
}

/**
 * Every mechanism the seat may see, each once: a card's mechanism is not listed beside the card. With an instant, as people
 * had left them by then.
 */
export async function seriesCatalogue(queries: Queries, at: Moment['at'] = null): Promise<SeriesEntry[]> {
  const records = await recordsAt(
    await listSeries(queries),
    at,
    (ids) => seriesActions(queries, ids),
    (record, log) => {
      const state = reduceSeries(log);
      return { ...record, state, version: state.version };
    },
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const entries: SeriesEntry[] = [];
  for (const relation of await knownRelations(queries)) {
    const mechanisms = (await entitiesOf(queries, relation, 'mechanism')).filter(
      ({ decision }) => decision !== 'merged' && decision !== 'rejected',
    );
    const cards = cardsOf(relation).map((card) => ofCard(relation, card, byId));
    const claimed = new Set(cards.map(({ entity }) => entity));
    const others = await named(
      queries,
      mechanisms.filter(({ id }) => !claimed.has(id)),
    );
    const there = new Set(mechanisms.map(({ id }) => id));
    entries.push(...cards.map((one) => (there.has(one.entity ?? '') ? one : { ...one, entity: null })));
    entries.push(...others.map((mechanism) => ofMechanism(mechanism, byId)));
  }
  const listed = new Set(entries.map(({ id }) => id));
  return [...entries, ...records.filter(({ id }) => !listed.has(id)).map(ofRecord)];
}

/** Whether a mechanism was there on a past day: of a card, kept by people by then, or named in texts of then. */
export function wasThere({ card, record }: SeriesEntry, named: boolean): boolean {
  return card !== null || record !== null || named;
}

/** Mechanisms only a text gave stay out once no text names them. */
async function named(queries: Queries, mechanisms: readonly EntityRecord[]): Promise<EntityRecord[]> {
  const counts = await countsOfEntities(
    queries,
    mechanisms.map(({ id }) => id),
  );
  const mentioned = new Set(counts.map(({ canonical }) => canonical));
  return mechanisms.filter(({ id, origin }) => origin === 'person' || mentioned.has(id));
}

function ofCard(relation: string, card: MechanismCard, records: ReadonlyMap<string, SeriesRecord>): SeriesEntry {
  const id = cardId(relation, card.id);
  const record = records.get(id) ?? null;
  const { vi, en, zh } = card.names;
  const content: SeriesContent = {
    names: { vi: [vi], en: [en], zh: [zh] },
    parties: partiesOf(relation),
    members: placed(relation, card.members),
    level: card.level,
    hosts: placed(relation, card.hosts),
    every: card.every ?? null,
    standing: card.standing ?? 'there',
    keptOut: card.keptOut ?? [],
  };
  const entity = card.mechanism === undefined ? null : entryId(relation, 'mechanism', card.mechanism);
  const restricted = card.restricted === true;
  return { id, relation, entity, side: null, restricted, content: record?.state ?? content, card, record };
}

/** Members of a card by the ids that places and bodies have in the registers. */
function placed(relation: string, ids: readonly string[] = []): string[] {
  const profile = PROFILES.find((one) => one.id === relation);
  const isPlace = (id: string) => profile?.places.some((place) => place.id === id) === true;
  return ids.map((id) => entryId(relation, isPlace(id) ? 'place' : 'body', id));
}

function partiesOf(relation: string): string[] {
  const profile = PROFILES.find(({ id }) => id === relation);
  if (profile !== undefined) return profile.parties.map(({ code }) => code);
  // A relation without a profile is named by the codes of its parties.
  return relation.split('-').filter((code) => /^[A-Z]{2}$/.test(code));
}

function ofMechanism({ id, relation, fields }: EntityRecord, records: ReadonlyMap<string, SeriesRecord>): SeriesEntry {
  const record = records.get(id) ?? null;
  const nothing = { members: [], hosts: [], level: null, every: null, keptOut: [] };
  const content = { names: fields.names, parties: partiesOf(relation), standing: 'there' as const, ...nothing };
  const open = { side: null, restricted: false, card: null };
  return { ...{ id, relation, entity: id }, ...open, content: record?.state ?? content, record };
}

function ofRecord(record: SeriesRecord): SeriesEntry {
  const { id, relation, side, restricted, entity, state } = record;
  return { ...{ id, relation, entity, side, restricted }, content: state, card: null, record };
}

/** What the texts tell of sessions, by mechanism; of a past day (ISO) those that were signed by then. */
export async function toldOf(
  queries: Queries,
  entities: readonly string[],
  until: string | null = null,
): Promise<Map<string, Told>> {
  const said = ({ type, work_date }: PlacedFact) =>
    type === 'session' && (until === null || (work_date ?? '') <= until);
  const facts = (await factsAbout(queries, entities)).filter(said);
  const dismissed = await dismissedFacts(queries, [...new Set(facts.map(({ canonical }) => canonical))]);
  const standing = facts.filter(({ canonical, key }) => !(dismissed.get(canonical) ?? []).includes(key));
  const byEntity = Map.groupBy(standing, ({ canonical }) => canonical);
  return new Map([...byEntity].map(([id, own]) => [id, { facts: own, sessions: toldSessions(own.map(keptFact)) }]));
}

/** A state with nothing done in it yet. */
export function stateOf({ content, record }: Pick<SeriesEntry, 'content' | 'record'>): SeriesState {
  const nothing = { sessions: [], items: [], decisions: [], settledOrdinals: [], evidence: [], requests: [] };
  return record?.state ?? { ...content, ...nothing, version: 0, last: { id: '', by: '', type: 'begin' } };
}
