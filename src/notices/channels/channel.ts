import { type Locale, Problem } from '../../kernel/index.ts';
import type { AgreedLimit, AgreedLimits, ClockId } from '../model.ts';
import type { NoticeType } from '../types/index.ts';

/** What a channel is: a line between sides that was promised somewhere. A second one is made by describing it, with no code. */
export interface ChannelContent {
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  /** ISO 3166 codes. */
  readonly parties: readonly string[];
  /** Ids of the types that go over it. */
  readonly types: readonly string[];
  /** The commitments that created it. */
  readonly commitments: readonly string[];
}

/** Who stands at one end: duty posts in the order they are turned to, and the chief above them. */
export interface ChannelLine {
  readonly posts: readonly string[];
  readonly chief: string | null;
}

/** A limit on the table: it counts once every side has agreed to exactly these minutes. */
export interface ChannelLimit extends AgreedLimit {
  readonly type: string;
  readonly clock: ClockId;
  readonly agreed: readonly string[];
}

export type ChannelActionBody =
  | { readonly type: 'open'; readonly channel: ChannelContent }
  | { readonly type: 'describe'; readonly channel: ChannelContent }
  | { readonly type: 'line'; readonly party: string; readonly line: ChannelLine }
  | {
      readonly type: 'propose-limit';
      readonly party: string;
      readonly of: string;
      readonly clock: ClockId;
      /** Null proposes that there be none. */
      readonly minutes: number | null;
      readonly source: string;
    }
  | {
      readonly type: 'agree-limit';
      readonly party: string;
      readonly of: string;
      readonly clock: ClockId;
      readonly minutes: number;
    }
  | { readonly type: 'end'; readonly party: string };

export interface ChannelAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: ChannelActionBody;
}

export interface ChannelState extends ChannelContent {
  readonly lines: Readonly<Record<string, ChannelLine>>;
  readonly limits: readonly ChannelLimit[];
  readonly ended: boolean;
}

/** Where the actions of a channel lead to. @throws Problem `action-not-allowed` where one does not fit */
export function reduceChannel(actions: readonly ChannelAction[]): ChannelState {
  let state = null as ChannelState | null;
  for (const { body } of actions) {
    if (body.type === 'open') {
      if (state !== null) throw refused(body.type);
      state = { ...body.channel, lines: {}, limits: [], ended: false };
    } else {
      if (state === null || state.ended) throw refused(body.type);
      state = { ...state, ...changed(state, body) };
    }
  }
  if (state === null) throw refused('none');
  return state;
}

function changed(state: ChannelState, body: Exclude<ChannelActionBody, { type: 'open' }>): Partial<ChannelState> {
  if (body.type === 'describe') return body.channel;
  const { party } = body;
  if (!state.parties.includes(party)) throw refused(body.type);
  if (body.type === 'end') return { ended: true };
  if (body.type === 'line') return { lines: { ...state.lines, [party]: body.line } };
  const { of, clock, minutes } = body;
  const others = state.limits.filter((one) => one.type !== of || one.clock !== clock);
  const known = state.limits.find((one) => one.type === of && one.clock === clock);
  if (body.type === 'propose-limit') {
    if (minutes === null) return { limits: others };
    return { limits: [...others, { type: of, clock, minutes, source: body.source, agreed: [party] }] };
  }
  // Whoever agrees names the minutes that it agrees to: they may have changed meanwhile.
  if (known === undefined || known.minutes !== minutes) throw refused(body.type);
  return { limits: [...others, { ...known, agreed: [...new Set([...known.agreed, party])] }] };
}

/** The limits in force for a type: those of the channel that every side agreed to, else those of the type. */
export function limitsOf(channel: ChannelState | null, type: NoticeType): AgreedLimits {
  const limits: Partial<Record<ClockId, AgreedLimit>> = {};
  for (const { id, limit } of type.clocks) {
    const own = channel?.limits.find(
      (one) => one.type === type.id && one.clock === id && channel.parties.every((party) => one.agreed.includes(party)),
    );
    if (own !== undefined) limits[id] = { minutes: own.minutes, source: own.source };
    else if (limit) limits[id] = limit;
  }
  return limits;
}

function refused(action: string): Problem {
  return new Problem('action-not-allowed', { action, state: 'channel' });
}
