import {
  commitmentsNamed,
  countsOfEntities,
  entitiesByIds,
  expressionsOf,
  listedWorks,
  listTasks,
  type Queries,
  seriesActions,
  seriesNotes,
  type TaskRow,
  taskActionsOf,
  tasksByIds,
  unitParties,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  agendaProposals,
  availableSeriesActions,
  entryId,
  historyOf,
  hostAfter,
  type ItemContent,
  reduceSeriesSteps,
  reduceTask,
  type Seat,
  type SeriesAction,
  type SeriesState,
  seriesChanges,
  sessionOfDay,
  withTold,
} from '../../register/index.ts';
import { enteredBy, type Moment } from '../moment.ts';
import { databaseThen } from '../register-then.ts';
import { timed } from '../tasks/task-detail.ts';
import { type SeriesEntry, seriesCatalogue, stateOf, type Told, toldOf, wasThere } from './catalogue.ts';
import type { OutcomeDocument, SeriesDecision, SeriesDetail } from './results.ts';
import { seriesRow } from './series-row.ts';

/**
 * Everything a page shows of a series to a seat, now or at the end of a past day: what the seat may see today, as it was then.
 * @throws Problem `not-found`, also where the seat may not see it, or it was not there yet
 */
export async function seriesDetail(queries: Queries, id: string, seat: Seat, moment: Moment): Promise<SeriesDetail> {
  const { day, at } = moment;
  const until = at === null ? null : day;
  const entry = (await seriesCatalogue(queries, at)).find((one) => one.id === id);
  if (entry === undefined) throw new Problem('not-found', { noun: 'series', id });
  const entities = entry.entity === null ? [] : [entry.entity];
  const named = (await countsOfEntities(queries, entities, until))[0]?.commitments;
  if (at !== null && !wasThere(entry, named !== undefined)) throw new Problem('not-found', { noun: 'series', id });
  const told = (await toldOf(queries, entities, until)).get(entry.entity ?? '');
  const state = stateOf(entry);
  const merged = { ...state, sessions: withTold(state, told?.sessions ?? []) };
  const row = seriesRow(entry, told, named ?? 0, day);
  const actions = at === null ? availableSeriesActions(merged, seat) : [];
  const proposals = actions.includes('add-item') ? await proposalsFor(queries, state, day) : [];
  const tasks = await linkedTasks(queries, state, proposals, moment);
  const seen = new Set(tasks.map(({ task_id }) => task_id));
  const log = enteredBy((await seriesActions(queries, [id])).get(id) ?? [], at);
  const register = await databaseThen(queries, at);
  return {
    ...row,
    ...{ day, version: state.version, actions, sessions: merged.sessions, told: wordsOf(told), tasks, proposals },
    host: hostAfter(state, row.last?.host ?? null),
    items: state.items.map((item) => ({ ...item, tasks: item.tasks.filter((task) => seen.has(task)) })),
    decisions: await decisionsFor(queries, state, seen, seat),
    ...{ evidence: state.evidence, requests: state.requests },
    outcomes: await outcomesOf(register, entry, merged.sessions),
    named: await commitmentsNamed(register, [
      ...new Set(
        [...state.items, ...proposals]
          .flatMap(({ commitments }) => commitments)
          .concat(state.decisions.flatMap(({ proposes }) => proposes.flatMap((one) => one.commitment ?? []))),
      ),
    ]),
    notes: (await seriesNotes(queries, id, at)).map(({ about, text, at, by }) => ({ about, text, at, by })),
    ...(await namesFor(register, entry)),
    history: readHistory(log),
    latest: log.length === 0 ? null : { id: state.last.id, type: state.last.type },
  };
}

/** The documents of the relation that are of the kinds which come of the mechanism's sessions. */
async function outcomesOf(
  queries: Queries,
  { card, content }: SeriesEntry,
  sessions: SeriesDetail['sessions'],
): Promise<OutcomeDocument[]> {
  const types: readonly string[] = card?.outcomes ?? [];
  if (types.length === 0) return [];
  const works = (await listedWorks(queries)).filter(
    ({ type, parties }) => types.includes(type) && content.parties.every((party) => parties.includes(party)),
  );
  const texts = await expressionsOf(
    queries,
    works.map(({ id }) => id),
  );
  return works.flatMap(({ id, title, date }) => {
    const text = texts.find(({ work_id }) => work_id === id);
    const session = sessionOfDay(date, sessions)?.id ?? null;
    return text === undefined ? [] : [{ work: id, title, date, expressionId: text.id, session }];
  });
}

function readHistory(log: readonly SeriesAction[]): SeriesDetail['history'] {
  if (log.length === 0) return [];
  return historyOf(log, reduceSeriesSteps(log), seriesChanges).map((step, index) => ({
    ...step,
    party: log[index]?.party ?? null,
  }));
}

function wordsOf(told: Told | undefined): SeriesDetail['told'] {
  return (told?.facts ?? []).map((fact) => ({
    ...{ key: fact.key, workTitle: fact.work_title, expressionId: fact.expression_id, language: fact.language },
    ...{ span: { start: fact.span_start, end: fact.span_end }, quote: fact.quote },
  }));
}

/** Tasks looked at for an agenda. */
const LOOKED_AT = 200;

/** What of the tasks the seat may see belongs on the agenda and is not there yet. */
async function proposalsFor(queries: Queries, state: SeriesState, day: string): Promise<ItemContent[]> {
  const [moment, page] = [
    { day, at: null },
    { offset: 0, limit: LOOKED_AT },
  ];
  const rows = [
    ...(await listTasks(queries, { lifecycle: ['disputed'] }, moment, page)),
    ...(await listTasks(queries, { open: 'obstacles' }, moment, page)),
    ...(await listTasks(queries, { timeliness: ['overdue'] }, moment, page)),
  ];
  const once = [...new Map(rows.map((row) => [row.task_id, row])).values()];
  const looked = [];
  for (const { task_id, title, lifecycle, timeliness, commitments, obstacles } of once) {
    const open = obstacles === 0 ? [] : reduceTask(await taskActionsOf(queries, task_id)).obstacles;
    looked.push({ id: task_id, title, lifecycle, timeliness, commitments, obstacles: open });
  }
  return agendaProposals(state, looked, day);
}

async function linkedTasks(
  queries: Queries,
  { items, decisions }: SeriesState,
  proposals: readonly ItemContent[],
  { day, at }: Moment,
): Promise<TaskRow[]> {
  const ids = [
    ...[...items, ...proposals].flatMap(({ tasks }) => tasks),
    ...decisions.flatMap(({ proposes }) => proposes.flatMap(({ task }) => task ?? [])),
  ];
  return (await tasksByIds(queries, [...new Set(ids)], at)).map((record) => timed(record, day));
}

/** Decisions without the ids of tasks that are not the seat's to see; what it can take up is marked. */
async function decisionsFor(
  queries: Queries,
  { decisions }: SeriesState,
  seen: ReadonlySet<string>,
  seat: Seat,
): Promise<SeriesDecision[]> {
  const units = decisions.flatMap(({ proposes }) => proposes.flatMap(({ unit }) => unit ?? []));
  const parties = await unitParties(queries, units);
  return decisions.map((decision) => ({
    ...decision,
    proposes: decision.proposes.map((one) => {
      const ours = seat.party === null || one.unit === null || parties.get(one.unit) === seat.party;
      const mine = one.task === null ? one.type === 'assign' && ours : seen.has(one.task);
      return { ...one, task: one.task !== null && seen.has(one.task) ? one.task : null, mine };
    }),
  }));
}

async function namesFor(
  queries: Queries,
  { relation, card, content }: SeriesEntry,
): Promise<Pick<SeriesDetail, 'memberNames' | 'instruments'>> {
  const members = await entitiesByIds(queries, [...content.members, ...content.hosts]);
  const instruments = await entitiesByIds(
    queries,
    (card?.instruments ?? []).map((id) => entryId(relation, 'instrument', id)),
  );
  return {
    memberNames: Object.fromEntries(members.map(({ id, fields }) => [id, fields.names])),
    instruments: instruments.map(({ id, fields }) => ({ id, names: fields.names, expires: fields.expires })),
  };
}
