import { type Selectable, sql } from 'kysely';
import { foldForSearch } from '../../kernel/index.ts';
import type { PublicationAction, PublicationState, PublicKind, PublicView } from '../../register/index.ts';
import { appendToLog } from '../chain.ts';
import type { Queries } from '../connect.ts';
import { upsertRows } from '../insert-rows.ts';
import type { PublicationActionTable, PublicationTable } from '../publication-tables.ts';

/** An item that is public, or was. */
export type PublicationRecord = Selectable<PublicationTable>;

/** An action with the item it belongs to. */
export interface StoredPublicationAction extends PublicationAction {
  readonly publicationId: string;
  readonly sequence: number;
}

/** What was published of items of one kind, withdrawn ones too; what the seat may not see is left out. */
export function publicationsOf(queries: Queries, kind: PublicKind, items: readonly string[]) {
  return queries
    .selectFrom('publication')
    .selectAll()
    .where('kind', '=', kind)
    .where('item', '=', sql<string>`any(${[...items]}::text[])`)
    .orderBy('id')
    .execute();
}

/** What is public of a work by the work's address, but for tasks, which serve commitments of several. */
export function publicInWork(queries: Queries, work: string): Promise<PublicationRecord[]> {
  return queries
    .selectFrom('publication')
    .selectAll()
    .where('work', '=', work)
    .where('state', '=', 'public')
    .orderBy('id')
    .execute();
}

/** How many items of each work are public, by kind; `work` is the work's address. */
export function publicCounts(queries: Queries) {
  return queries
    .selectFrom('publication')
    .select(['work', 'kind'])
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('state', '=', 'public')
    .groupBy(['work', 'kind'])
    .execute();
}

/** Nobody else changes any of these items until the transaction ends. */
export async function lockPublications(queries: Queries, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await queries
    .selectFrom('publication')
    .select(['id', 'version'])
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** The logs of some items (or of all), by item, oldest first. */
export async function publicationActions(
  queries: Queries,
  ids: readonly string[] | null,
): Promise<Map<string, StoredPublicationAction[]>> {
  const all = queries.selectFrom('publication_action').selectAll().orderBy('publication_id').orderBy('sequence');
  const some = ids === null ? all : all.where('publication_id', '=', sql<string>`any(${[...ids]}::text[])`);
  return Map.groupBy((await some.execute()).map(storedAction), ({ publicationId }) => publicationId);
}

function storedAction({ publication_id, hash: _, ...row }: Selectable<PublicationActionTable>) {
  return { ...row, publicationId: publication_id };
}

/** Sets what items' actions lead to. */
export function putPublications(queries: Queries, records: readonly PublicationRecord[]): Promise<void> {
  return upsertRows(queries, 'publication', 'id', records);
}

/** Appends actions. @throws Problem `changed-meanwhile` where somebody else was faster */
export function appendPublicationActions(queries: Queries, actions: readonly StoredPublicationAction[]): Promise<void> {
  const rows = actions.map(({ publicationId, ...action }) => ({ ...action, publication_id: publicationId }));
  return appendToLog(queries, 'publication', rows);
}

type Listed = Pick<
  PublicationRecord,
  'title' | 'language' | 'work' | 'text' | 'day' | 'place' | 'form' | 'sector' | 'strength' | 'due' | 'search'
>;

const BLANK: Listed = {
  ...{ title: null, language: null, work: null, text: null, day: null, place: null, form: null },
  ...{ sector: null, strength: null, due: null, search: null },
};

/** The row of an item in a state; lists and search know of it what its view says, and nothing else. */
export function publicationRecord(id: string, version: number, state: PublicationState): PublicationRecord {
  const { kind, item, side, view, fields, withdrawnBy, firstAt, changedAt } = state;
  return {
    ...{ id, kind, item, side, version, state: state.state, withdrawn_by: withdrawnBy, fields, view },
    ...(view === null ? BLANK : listed(id, view)),
    ...{ first_at: firstAt, changed_at: changedAt },
  };
}

function listed(id: string, view: PublicView): Listed {
  const found = (words: string) => foldForSearch(words).text;
  switch (view.kind) {
    case 'work':
      return { ...BLANK, title: view.title, work: id, day: view.date, form: view.type, search: found(view.title) };
    case 'text': {
      const { work, language, text } = view;
      return { ...BLANK, title: work.title, language, work: work.id, text: id, day: work.date, search: found(text) };
    }
    case 'commitment': {
      const { quote, language, work, text, fields } = view;
      const from = { title: quote, language, work: work.id, text: text.id, place: text.start, day: work.date };
      const { kind = null, sector = null, strength = null, due } = fields;
      const said = found([quote, ...view.versions.map((one) => one.quote)].join('\n'));
      return { ...BLANK, ...from, form: kind, sector, strength, due: due?.to ?? null, search: said };
    }
    case 'task':
      return {
        ...{ ...BLANK, title: view.title, due: view.due, search: found(view.title) },
        form: view.standing?.outcome ?? view.standing?.lifecycle ?? null,
      };
  }
}
