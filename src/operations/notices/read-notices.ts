import {
  keptRecords,
  listNoticeRecords,
  type NoticeFilter,
  type NoticeNote,
  type NoticePageRecord,
  type NoticeRecord,
  notesOnNotice,
  pagesOfNotice,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  availableNoticeActions,
  clocksOf,
  contentOf,
  type NoticeAction,
  type NoticeClock,
  type NoticeState,
  type NoticeType,
  nextStepAt,
  noticeType,
  type PersonVerb,
} from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { courseOf } from './append-notice.ts';
import { sidesHere } from './sides-here.ts';

/** A notice as a seat sees it, at an instant. */
export interface NoticeView extends NoticeState {
  readonly id: string;
  readonly version: number;
  /** The action whose content is in force: what is acknowledged, answered or updated names it. */
  readonly of: string;
  readonly clocks: readonly NoticeClock[];
  /** By the side they are done for; a seat has those of its own side. */
  readonly actions: Readonly<Record<string, readonly PersonVerb[]>>;
  /** When the ladder goes on; null where it stands still. ISO, UTC. */
  readonly nextStepAt: string | null;
}

export interface NoticeList {
  /** ISO instant that the clocks are of. */
  readonly now: string;
  readonly rows: readonly NoticeView[];
  /** The last of them, where there are older ones. */
  readonly older: string | null;
}

/** A notice with its whole course. */
export interface NoticeDetail {
  readonly now: string;
  readonly notice: NoticeView;
  /** In the order of time. */
  readonly course: readonly NoticeAction[];
  /** Of the seat's own side alone. */
  readonly notes: readonly NoticeNote[];
  readonly pages: readonly NoticePageRecord[];
}

/** Notices of one page; of open ones, which somebody has to look at, as many as there can be. */
const LIMIT = 100;
const LIMIT_OPEN = 2_000;

/** The notices the seat may see, the latest first, a page of them; `before` names the last of the page before. */
export async function listNotices({ database, clock }: Context, filter: NoticeFilter, seat: Seat): Promise<NoticeList> {
  const now = clock.now();
  const limit = filter.open ? LIMIT_OPEN : LIMIT;
  const found = await listNoticeRecords(database.queries, filter, limit + 1);
  const rows = found.slice(0, limit);
  const here = await sidesHere(database.queries, [...new Set(rows.flatMap(({ parties }) => parties))]);
  const shown = rows.flatMap((record) => viewOf(record, { seat, here }, now) ?? []);
  return { now, rows: shown, older: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** One notice with its course, its own side's notes, and whom that side told. @throws Problem `not-found` */
export async function readNotice({ database, clock }: Context, id: string, seat: Seat): Promise<NoticeDetail> {
  const { queries } = database;
  const now = clock.now();
  const [record] = await keptRecords(queries, 'notice', [id]);
  const here = await sidesHere(queries, record?.parties ?? []);
  const notice = record && viewOf(record, { seat, here }, now);
  if (!notice) throw new Problem('not-found', { noun: 'notice', id });
  const [course, notes, pages] = await Promise.all([
    courseOf(queries, id),
    notesOnNotice(queries, id),
    pagesOfNotice(queries, id),
  ]);
  return { now, notice, course, notes, pages };
}

/** Whoever asks, and the sides that are on this machine. */
interface Asking {
  readonly seat: Seat;
  readonly here: readonly string[];
}

function viewOf(
  { id, version, state }: Omit<NoticeRecord, 'told'>,
  { seat, here }: Asking,
  now: string,
): NoticeView | null {
  const type = noticeType(state.notice.type);
  if (type === undefined) return null;
  const sides = [state.notice.from.party, ...state.notice.to];
  const own = seat.party === null ? sides.filter((party) => here.includes(party)) : [seat.party];
  const actions = own.map((party) => [party, availableNoticeActions(type, state, seat, party)] as const);
  return {
    ...{ id, version, ...state, of: contentOf(state).action, clocks: clocksOf(type, state, now) },
    ...{ actions: Object.fromEntries(actions), nextStepAt: nextOf(type, state, sides, now) },
  };
}

function nextOf(type: NoticeType, state: NoticeState, sides: readonly string[], now: string): string | null {
  return sides.flatMap((party) => nextStepAt(type, state, party, now) ?? []).sort()[0] ?? null;
}
