import { addDays, Problem } from '../../kernel/index.ts';
import { instantOf } from '../zones.ts';

/** Who sits at a desk from one instant to another (ISO, UTC; the end is not part of it). Its own side alone sees it. */
export interface Shift {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly name: string;
  /** Where they are written to; empty: at the desk's address. */
  readonly mail: string;
}

export type RosterActionBody =
  | { readonly type: 'plan'; readonly shifts: readonly Shift[] }
  | { readonly type: 'change'; readonly shift: Shift }
  | { readonly type: 'drop'; readonly shift: string };

export interface RosterAction {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly body: RosterActionBody;
}

export interface RosterState {
  /** In order of time; none overlaps another. */
  readonly shifts: readonly Shift[];
}

const ms = (instant: string) => new Date(instant).getTime();

/** Where the actions of a roster lead to. @throws Problem `roster-overlap` (two at once), `action-not-allowed`, `input-invalid` */
export function reduceRoster(actions: readonly RosterAction[]): RosterState {
  let shifts: readonly Shift[] = [];
  for (const { body } of actions) {
    if (body.type === 'plan') shifts = [...shifts, ...body.shifts];
    else {
      const id = body.type === 'drop' ? body.shift : body.shift.id;
      if (!shifts.some((one) => one.id === id)) {
        throw new Problem('action-not-allowed', { action: body.type, state: 'roster' });
      }
      const others = shifts.filter((one) => one.id !== id);
      shifts = body.type === 'drop' ? others : [...others, body.shift];
    }
    shifts = inTurn(shifts);
  }
  return { shifts };
}

function inTurn(shifts: readonly Shift[]): readonly Shift[] {
  const sorted = shifts.toSorted((a, b) => ms(a.from) - ms(b.from));
  for (const [index, { from, until }] of sorted.entries()) {
    if (!(ms(from) < ms(until))) throw new Problem('input-invalid', { field: 'until', reason: 'before from' });
    const next = sorted[index + 1];
    if (next !== undefined && ms(next.from) < ms(until)) {
      throw new Problem('roster-overlap', { from: next.from, until: ms(until) < ms(next.until) ? until : next.until });
    }
  }
  return sorted;
}

/** A stretch in which nobody sits at the desk. */
export interface RosterGap {
  readonly from: string;
  readonly until: string;
}

/** The gaps of a roster between two instants. */
export function gapsOf(shifts: readonly Shift[], from: string, until: string): RosterGap[] {
  const gaps: RosterGap[] = [];
  const iso = (at: number) => new Date(at).toISOString();
  let covered = ms(from);
  for (const shift of shifts.toSorted((a, b) => ms(a.from) - ms(b.from))) {
    if (ms(shift.until) <= covered) continue;
    if (ms(shift.from) >= ms(until)) break;
    if (ms(shift.from) > covered) gaps.push({ from: iso(covered), until: iso(ms(shift.from)) });
    covered = ms(shift.until);
  }
  if (covered < ms(until)) gaps.push({ from: iso(covered), until: iso(ms(until)) });
  return gaps;
}

/** Who sits at the desk at an instant; null where nobody does. */
export function onDuty(shifts: readonly Shift[], now: string): Shift | null {
  return shifts.find(({ from, until }) => ms(from) <= ms(now) && ms(now) < ms(until)) ?? null;
}

/** How a desk is filled turn by turn: from a day and hour of its zone, changing at the same hours of its clocks. */
export interface Rotation {
  /** ISO date, and `08:00`. */
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  /** Hours of a turn; 24 has to be a multiple of it, or it of 24. */
  readonly hours: number;
  readonly days: number;
  readonly people: readonly Pick<Shift, 'name' | 'mail'>[];
}

/** The shifts of a rotation, each beginning where the one before ends, also in the nights when clocks change. @throws Problem `input-invalid` */
export function rotationOf({ day, time, zone, hours, days, people }: Rotation): Omit<Shift, 'id'>[] {
  const whole = Number.isInteger(hours) && hours > 0 && (24 % hours === 0 || hours % 24 === 0);
  if (!whole) throw new Problem('input-invalid', { field: 'hours', reason: '1, 2, 3, 4, 6, 8, 12, 24, 48…' });
  if (people.length === 0 || !(days > 0)) throw new Problem('input-invalid', { field: 'people', reason: 'none' });
  const turns = Math.ceil((days * 24) / hours);
  const handover = (turn: number) => {
    const hour = Number(time.slice(0, 2)) + turn * hours;
    const clock = `${String(hour % 24).padStart(2, '0')}${time.slice(2)}`;
    return instantOf(addDays(day, Math.floor(hour / 24)), clock, zone);
  };
  return Array.from({ length: turns }, (_, turn) => {
    const { name, mail } = people[turn % people.length] as Pick<Shift, 'name' | 'mail'>;
    return { from: handover(turn), until: handover(turn + 1), name, mail };
  }).filter(({ from, until }) => from < until);
}
