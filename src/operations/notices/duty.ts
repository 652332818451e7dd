import { type KeptRecord, keptRecords, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type ContactStanding,
  contactStanding,
  gapsOf,
  onDuty,
  type PostActionBody,
  type PostContent,
  type PostState,
  type RosterGap,
  type Rotation,
  rotationOf,
  type Shift,
} from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { tellDesk } from '../exchange/travel/channels.ts';
import { momentOf } from '../moment.ts';
import { keep, keptThen, lockSeen } from './keep.ts';
import { assertHere, sidesElsewhere } from './sides-here.ts';

/** A duty post as a seat sees it; the roster is its own side's. */
export interface PostView extends PostState {
  readonly id: string;
  readonly version: number;
  readonly contact: { readonly standing: ContactStanding; readonly until: string | null };
  readonly roster: {
    readonly version: number;
    /** From yesterday on. */
    readonly shifts: readonly Shift[];
    /** Of the days looked ahead. */
    readonly gaps: readonly RosterGap[];
    readonly now: Shift | null;
  } | null;
  readonly actions: readonly ('describe' | 'confirm' | 'roster' | 'end')[];
}

export interface DutyList {
  readonly now: string;
  /** Days of a roster that are looked ahead for gaps. */
  readonly ahead: number;
  /** Sides that another node speaks for: nobody acts for them here. */
  readonly elsewhere: readonly string[];
  readonly rows: readonly PostView[];
}

const AHEAD = 14;
const DAY_MS = 86_400_000;

/** The duty posts the seat may see, with the rosters of its own side; of a past day (ISO date) as they stood at its end. */
export function dutyOf({ database, clock }: Context, seat: Seat, asOf?: string): Promise<DutyList> {
  const { at } = momentOf(clock, asOf);
  return dutyList(database.queries, at ?? clock.now(), seat, at);
}

async function dutyList(queries: Queries, now: string, seat: Seat, at: string | null = null): Promise<DutyList> {
  const [posts, rosters] = [
    await keptThen(queries, 'duty-post', await keptRecords(queries, 'duty-post', null), at),
    await keptThen(queries, 'duty-roster', await keptRecords(queries, 'duty-roster', null), at),
  ];
  const elsewhere = await sidesElsewhere(queries);
  const rows = posts
    .filter(({ state }) => !state.ended)
    .map(({ id, version, state }): PostView => {
      const here = !elsewhere.includes(state.party);
      const own = here && (seat.party === null || seat.party === state.party);
      const roster = rosters.find((one) => one.id === id);
      return {
        ...{ id, version, ...state, contact: contactStanding(state, now) },
        roster: own ? rosterView(roster, now) : null,
        actions: here && at === null ? postActions(state, seat) : [],
      };
    });
  return { now, ahead: AHEAD, elsewhere, rows: rows.sort((a, b) => (a.party + a.name < b.party + b.name ? -1 : 1)) };
}

function rosterView(roster: KeptRecord<'duty-roster'> | undefined, now: string): PostView['roster'] {
  const shifts = roster?.state.shifts ?? [];
  const since = new Date(new Date(now).getTime() - DAY_MS).toISOString();
  const until = new Date(new Date(now).getTime() + AHEAD * DAY_MS).toISOString();
  return {
    version: roster?.version ?? 0,
    shifts: shifts.filter((shift) => shift.until > since),
    ...{ gaps: gapsOf(shifts, now, until), now: onDuty(shifts, now) },
  };
}

/** Secretariats, leaders and heads of unit keep the posts of their side; whoever stands by confirms them. */
function postActions({ party, ended }: PostState, seat: Seat): PostView['actions'] {
  if (ended || (seat.party !== null && seat.party !== party)) return [];
  if (seat.party === null || ['secretariat', 'leader', 'unit-head'].includes(seat.role)) {
    return ['describe', 'confirm', 'roster', 'end'];
  }
  return seat.role === 'duty-officer' ? ['confirm', 'roster'] : [];
}

/** Begins a duty post. @throws Problem `action-not-allowed`, `input-invalid` (zone) */
export async function openPost(context: Context, post: PostContent, seat: Seat): Promise<DutyList> {
  if (!postActions({ ...post, confirmedAt: null, ended: false }, seat).includes('describe')) {
    throw new Problem('action-not-allowed', { action: 'open', state: 'post' });
  }
  return context.database.write(async (queries) => {
    await assertHere(queries, post.party, 'duty-post');
    const about = { id: context.newId(), at: context.clock.now(), by: seat.hand, party: post.party };
    const action = { ...about, body: { type: 'open', post } } as const;
    await keep(queries, 'duty-post', { id: context.newId(), parties: [post.party] }, action);
    return dutyList(queries, context.clock.now(), seat);
  });
}

/** An action on a post, naming the version it saw. */
export interface PostDeed {
  readonly id: string;
  readonly version: number;
  readonly body: Exclude<PostActionBody, { type: 'open' }>;
}

/** Describes a post, confirms that it can be reached, or ends it. @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` */
export function actOnPost(context: Context, { id, version, body }: PostDeed, seat: Seat): Promise<DutyList> {
  return context.database.write(async (queries) => {
    const { state } = await lockSeen(queries, 'duty-post', { id, version });
    await assertHere(queries, state.party, 'duty-post');
    const moved = body.type === 'describe' && body.post.party !== state.party;
    if (moved || !postActions(state, seat).includes(body.type)) {
      throw new Problem('action-not-allowed', { action: body.type, state: 'post' });
    }
    const about = { id: context.newId(), at: context.clock.now(), by: seat.hand, party: state.party };
    await keep(queries, 'duty-post', { id, parties: [state.party] }, { ...about, body });
    await tellDesk(queries, id, about);
    return dutyList(queries, context.clock.now(), seat);
  });
}

/** What is done to the roster of a post: turns planned, one added or changed, one taken out. */
export type RosterDeedBody =
  | { readonly type: 'rotate'; readonly rotation: Omit<Rotation, 'zone'> }
  | { readonly type: 'add'; readonly shift: Omit<Shift, 'id'> }
  | { readonly type: 'change'; readonly shift: Shift }
  | { readonly type: 'drop'; readonly shift: string };

export interface RosterDeed {
  /** Of the post. */
  readonly id: string;
  /** Of the roster; 0 before its first action. */
  readonly version: number;
  readonly body: RosterDeedBody;
}

function inUtc<Turn extends Omit<Shift, 'id'>>(turn: Turn): Turn {
  return { ...turn, from: new Date(turn.from).toISOString(), until: new Date(turn.until).toISOString() };
}

/** Changes a roster. @throws Problem `roster-overlap`, `not-found`, `changed-meanwhile`, `action-not-allowed`, `input-invalid` */
export function actOnRoster(context: Context, { id, version, body }: RosterDeed, seat: Seat): Promise<DutyList> {
  const { newId, clock } = context;
  return context.database.write(async (queries) => {
    const [post] = await keptRecords(queries, 'duty-post', [id]);
    if (post === undefined) throw new Problem('not-found', { noun: 'duty-post', id });
    const { party, zone } = post.state;
    if (!postActions(post.state, seat).includes('roster')) {
      throw new Problem('action-not-allowed', { action: body.type, state: 'roster' });
    }
    if (version > 0) await lockSeen(queries, 'duty-roster', { id, version });
    const turns = (shifts: readonly Omit<Shift, 'id'>[]) =>
      ({ type: 'plan', shifts: shifts.map((shift) => ({ ...inUtc(shift), id: newId() })) }) as const;
    const rotate = () => body.type === 'rotate' && turns(rotationOf({ ...body.rotation, zone }));
    const planned = body.type === 'add' ? turns([body.shift]) : rotate();
    const about = { id: newId(), at: clock.now(), by: seat.hand, party };
    const other = body as Extract<RosterDeedBody, { type: 'change' | 'drop' }>;
    const changed = other.type === 'change' ? { ...other, shift: inUtc(other.shift) } : other;
    const said = planned || changed;
    await keep(queries, 'duty-roster', { id, parties: [party] }, { ...about, body: said });
    return dutyList(queries, clock.now(), seat);
  });
}
