import { createHash } from 'node:crypto';
import {
  appendEntityActions,
  type EntityRecord,
  type EntryAction,
  entitiesOf,
  type FactRecord,
  followMerges,
  type MentionRecord,
  putEntities,
  type Queries,
  replaceMentions,
} from '../../db/index.ts';
import type { EntityFact, EntityMention, EntityReading } from '../../entities/index.ts';
import type { Language } from '../../kernel/index.ts';
import { type EntityFields, entryId, namedFields, pairNames, reduceEntity } from '../../register/index.ts';
import type { Context } from '../context.ts';
import type { PresentText } from '../project.ts';
import { entityRecord, formsOf, nameKey } from './entity-record.ts';
import { ensureInternational, ensureProfile } from './profile-entries.ts';

type Hand = Pick<Context, 'clock' | 'newId'>;

const RULES = 'rules';
/** Characters kept on each side of a name. */
const CONTEXT = 70;

type Written = Exclude<Language, 'und'>;

/** Entries of a relation by their names, to find those a text means; proposals are added as they are made. */
class NameBook {
  readonly #byName = new Map<string, string>();

  constructor(records: readonly EntityRecord[]) {
    // Confirmed entries come first: their names are people's.
    const rank = ({ decision, origin }: EntityRecord) => (decision === 'confirmed' ? 0 : origin === 'profile' ? 1 : 2);
    for (const record of [...records].sort((a, b) => rank(a) - rank(b))) {
      for (const form of formsOf({ ...record.fields, sides: null })) this.put(record.kind, form, record.id);
    }
  }

  put(kind: string, name: string, id: string): void {
    const key = `${kind} ${nameKey(name)}`;
    if (!this.#byName.has(key)) this.#byName.set(key, id);
  }

  find(kind: string, name: string): string | null {
    return this.#byName.get(`${kind} ${nameKey(name)}`) ?? null;
  }
}

function written(language: Language): Written {
  return language === 'und' ? 'en' : language;
}

function proposedFields({ name, language, sides }: EntityMention): EntityFields {
  const tag = written(language);
  if (sides === undefined) return namedFields({ [tag]: [capital(name)] });
  const both = sides.map((side) => ({ party: null, names: { [tag]: [side] } }));
  return { ...namedFields(pairNames(both.map(({ names }) => names))), sides: both };
}

function capital(name: string): string {
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
}

function nameOf({ name, sides }: EntityMention): string {
  return sides === undefined ? name : `${sides[0]} – ${sides[1]}`;
}

interface Proposals {
  readonly ids: string[][];
  readonly records: EntityRecord[];
  readonly actions: EntryAction[];
}

/** The entries each mention means; a name that none has becomes a proposal. */
function resolve(reading: EntityReading, book: NameBook, { clock, newId }: Hand): Proposals {
  const { relation } = reading;
  const made: Proposals = { ids: [], records: [], actions: [] };
  for (const mention of reading.mentions) {
    const { kind, entries } = mention;
    if (entries.length > 0) {
      made.ids.push(entries.map((id) => entryId(relation, kind, id)));
      continue;
    }
    let id = book.find(kind, nameOf(mention));
    if (id === null) {
      id = newId();
      const body = { type: 'propose', origin: 'text', fields: proposedFields(mention), unsure: false } as const;
      const action = { entityId: id, id: newId(), sequence: 1, at: clock.now(), by: RULES, body };
      made.actions.push(action);
      made.records.push(entityRecord({ id, relation, kind }, reduceEntity([action])));
      book.put(kind, nameOf(mention), id);
    }
    made.ids.push([id]);
  }
  return made;
}

function mentionRows(present: PresentText, reading: EntityReading, ids: readonly string[][]): MentionRecord[] {
  const { text, expressionId } = present;
  return reading.mentions.flatMap(({ span, confidence, why }, index) =>
    [...new Set(ids[index])].map((entity_id) => ({
      ...{ expression_id: expressionId, index, entity_id, span_start: span.start, span_end: span.end },
      quote: text.slice(span.start, span.end),
      prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start).toWellFormed(),
      suffix: text.slice(span.end, span.end + CONTEXT).toWellFormed(),
      ...{ rule: why[0]?.rule ?? 'entity:known', confidence },
    })),
  );
}

/** By value and words, not by place: the same in every version of the text. */
function keyOf({ value, quote }: EntityFact): string {
  return createHash('sha256')
    .update(JSON.stringify([value, nameKey(quote)]))
    .digest('hex')
    .slice(0, 24);
}

function factRows({ expressionId }: PresentText, reading: EntityReading, ids: readonly string[][]): FactRecord[] {
  return reading.facts.flatMap((fact, index) =>
    [...new Set(ids[fact.mention])].map((entity_id) => ({
      ...{ expression_id: expressionId, index, entity_id, key: keyOf(fact), type: fact.value.type, value: fact.value },
      ...{ status: fact.status, span_start: fact.span.start, span_end: fact.span.end, quote: fact.quote },
      confidence: fact.confidence,
    })),
  );
}

/** Keeps what a text says of the registers: where it names their entries, what it says of them, and new names as proposals. */
export async function storeEntities(
  queries: Queries,
  hand: Hand,
  present: PresentText,
  reading: EntityReading,
): Promise<void> {
  const { relation, profile } = reading;
  if (profile !== null) await ensureProfile(queries, hand, profile);
  const known = await entitiesOf(queries, relation, null);
  const book = new NameBook(known);
  const { ids, records, actions } = resolve(reading, book, hand);
  const there = new Set(known.map(({ id }) => id));
  await ensureInternational(queries, hand, relation, new Set(ids.flat().filter((id) => !there.has(id))));
  await putEntities(queries, records);
  await appendEntityActions(queries, actions);
  if (known.some(({ decision }) => decision === 'merged')) await followMerges(queries, relation);
  await replaceMentions(
    queries,
    present.expressionId,
    mentionRows(present, reading, ids),
    factRows(present, reading, ids),
  );
}
