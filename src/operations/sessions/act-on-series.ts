import {
  addSeriesNote,
  appendSeriesActions,
  lockSeries,
  putSeries,
  type Queries,
  type SeriesRecord,
  seriesActions,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  availableSeriesActions,
  keepsSeries,
  reduceSeries,
  type Seat,
  type SeriesActionBody,
  type SeriesContent,
  type ToldSession,
  withTold,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { momentOf } from '../moment.ts';
import { type SeriesEntry, seriesCatalogue, stateOf, toldOf } from './catalogue.ts';
import type { SeriesDetail } from './results.ts';
import { seriesDetail } from './series-detail.ts';

/** An action on a series, naming the version it saw; 0 where nobody had done anything yet. */
export interface SeriesDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<SeriesActionBody, { type: 'begin' | 'take-up' }>;
}

type Hand = Pick<Context, 'clock' | 'newId'>;

/**
 * Does something to a series of sessions and returns it as it then stands.
 * @throws Problem `not-found`, `changed-meanwhile` (another version), `action-not-allowed`
 */
export function actOnSeries(context: Context, { id, version, body }: SeriesDeed, seat: Seat): Promise<SeriesDetail> {
  return context.database.write(async (queries) => {
    await appendSeries(queries, context, { id, version, body }, seat);
    return seriesDetail(queries, id, seat, momentOf(context.clock, undefined));
  });
}

/** The same inside a transaction that does more. */
export async function appendSeries(
  queries: Queries,
  hand: Hand,
  { id, version, body }: { readonly id: string; readonly version: number; readonly body: SeriesActionBody },
  seat: Seat,
): Promise<void> {
  const record = await lockSeries(queries, id);
  const entry = (await seriesCatalogue(queries)).find((one) => one.id === id);
  if (entry === undefined) throw new Problem('not-found', { noun: 'series', id });
  if ((record?.version ?? 0) !== version) throw new Problem('changed-meanwhile', { noun: 'series', id });
  const told = (await toldOf(queries, entry.entity === null ? [] : [entry.entity])).get(entry.entity ?? '');
  const state = stateOf(entry);
  const merged = { ...state, sessions: withTold(state, told?.sessions ?? []) };
  if (!(availableSeriesActions(merged, seat) as readonly string[]).includes(body.type)) {
    const open = merged.sessions.find(({ stage }) => stage === 'open')?.stage ?? 'known';
    throw new Problem('action-not-allowed', { action: body.type, state: state.keptOut.length > 0 ? 'kept-out' : open });
  }
  const begin = record === undefined ? [{ type: 'begin', series: entry.content } as const] : [];
  const known = new Set(state.sessions.map((session) => session.id));
  const recorded = (told?.sessions ?? []).filter((one) => !known.has(one.id) && isMeant(one, body)).map(recordOf);
  await store(queries, hand, entry, [...begin, ...recorded, body], seat);
}

/** A session only texts tell of is entered before something is done to it. */
function isMeant({ id, ordinal }: ToldSession, body: SeriesActionBody): boolean {
  if (body.type === 'settle-ordinal') return ordinal === body.ordinal;
  return body.type !== 'record' && 'session' in body && body.session === id;
}

function recordOf({ id, ordinal, date, host }: ToldSession): SeriesActionBody {
  return { type: 'record', session: id, facts: { ordinal, date, host } };
}

async function store(
  queries: Queries,
  { clock, newId }: Hand,
  { id, relation, entity, side, restricted }: Omit<SeriesEntry, 'record' | 'content' | 'card'>,
  bodies: readonly SeriesActionBody[],
  seat: Seat,
): Promise<void> {
  const log = (await seriesActions(queries, [id])).get(id) ?? [];
  const at = clock.now();
  const added = bodies.map((body, index) => ({
    ...{ id: newId(), seriesId: id, sequence: log.length + index + 1, at, by: seat.hand, party: seat.party, body },
  }));
  const state = reduceSeries([...log, ...added]);
  const row: SeriesRecord = { id, relation, entity, side, restricted, version: state.version, state };
  await putSeries(queries, [row]);
  await appendSeriesActions(queries, added);
}

/** A series that neither profile nor registers give. */
export interface NewSeries {
  readonly relation: string;
  readonly series: SeriesContent;
  /** Only its own side sees it. */
  readonly own: boolean;
}

/**
 * Begins a series by describing it.
 * @throws Problem `action-not-allowed` where the seat keeps none of its parties, `input-invalid` where it has no name
 */
export async function beginSeries(
  context: Context,
  { relation, series, own }: NewSeries,
  seat: Seat,
): Promise<SeriesDetail> {
  if (!keepsSeries(series, seat)) throw new Problem('action-not-allowed', { action: 'begin', state: 'none' });
  if (Object.values(series.names).every((forms) => forms?.every((form) => form.trim() === '') ?? true)) {
    throw new Problem('input-invalid', { field: 'names', reason: 'no name' });
  }
  return context.database.write(async (queries) => {
    const id = context.newId();
    const entry = { id, relation, entity: null, side: own ? seat.party : null, restricted: false };
    await store(queries, context, entry, [{ type: 'begin', series }], seat);
    return seriesDetail(queries, id, seat, momentOf(context.clock, undefined));
  });
}

/** What a side notes for itself, on a session or an item of its agenda. */
export interface NewSeriesNote {
  readonly id: string;
  readonly about: string;
  /** Empty takes the note away. */
  readonly text: string;
}

/**
 * Keeps a note that no other side ever sees.
 * @throws Problem `not-found`; `action-not-allowed` where the seat does not keep the series, or its content is kept out
 */
export function noteOnSeries(context: Context, { id, about, text }: NewSeriesNote, seat: Seat): Promise<SeriesDetail> {
  return context.database.write(async (queries) => {
    const { parties, keptOut, sessions, items } = await seriesDetail(
      queries,
      id,
      seat,
      momentOf(context.clock, undefined),
    );
    if (!keepsSeries({ parties }, seat) || keptOut.length > 0) {
      throw new Problem('action-not-allowed', { action: 'note', state: keptOut.length > 0 ? 'kept-out' : 'none' });
    }
    if (![...sessions, ...items].some((one) => one.id === about)) {
      throw new Problem('not-found', { noun: 'session', id: about });
    }
    const kept = await lockSeries(queries, id);
    if (kept === undefined) throw new Problem('not-found', { noun: 'series', id });
    const said = { at: context.clock.now(), by: seat.hand, party: seat.party };
    await addSeriesNote(queries, { id: context.newId(), series_id: id, about, text, ...said });
    return seriesDetail(queries, id, seat, momentOf(context.clock, undefined));
  });
}
