import {
  allUnits,
  type DebtCourse,
  type DebtLadder,
  debtDays,
  debtsAhead,
  presentTasks,
  urgedDay,
} from '../../db/index.ts';
import { addDays } from '../../kernel/index.ts';
import {
  answersOn,
  ESCALATED_TO,
  escalates,
  type LadderClass,
  type LadderStep,
  LIFECYCLES,
  ladderClasses,
  type Seat,
  type StepComing,
  stepsComing,
  type UrgedPost,
} from '../../register/index.ts';
import { STRENGTHS } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { type LadderRules, laddersInForce } from '../tasks/ladders-in-force.ts';
import { aboveIn } from '../tasks/urged.ts';
import type { Escalations } from './results.ts';

/** Which of what is ahead is asked for. */
export interface EscalationsQuery {
  /** Days ahead of today; thirty where it is not said. */
  readonly days?: number | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

const DAYS = 30;
/** Rows where it is not said how many. */
export const ESCALATIONS = 100;
/** Days that a step lies before or after what is due, at most. */
const REACH = 400;

/**
 * What will be escalated if nothing changes: all of its side to a secretariat, what comes to leaders to a leader, and to heads and
 * reporters what their own unit and the units under it owe; over a seat's head where its own unit owes it. Each debt once, with the first step that brings in somebody beyond the units that owe.
 */
export async function escalationsAhead(
  { database, whole, clock }: Context,
  seat: Seat,
  { days = DAYS, offset = 0, limit = ESCALATIONS }: EscalationsQuery = {},
): Promise<Escalations> {
  const day = clock.now().slice(0, 10);
  const until = addDays(day, days);
  const tree = new Map((await allUnits(whole.queries)).map((unit) => [unit.id, unit]));
  const units = seesAll(seat) ? null : seat.units;
  const found = await debtDays(database.queries, addDays(until, REACH), units);
  const rulesOf = await laddersInForce(database.queries);
  const ladders = found.flatMap(
    (one) => ladderAhead(one, rulesOf(one.relation, one.party), seat, { day, until }) ?? [],
  );
  const words = { strengths: STRENGTHS, lifecycles: LIFECYCLES };
  const rows = await debtsAhead(database.queries, { ladders, ...words, units, offset, limit });
  const tasks = new Map(
    (
      await presentTasks(
        database.queries,
        rows.map(({ task }) => task),
      )
    ).map((record) => [record.task_id, record]),
  );
  const above = aboveIn(tree, day);
  return {
    ...{ day, until, total: rows[0]?.total ?? 0, ranOn: await urgedDay(whole.queries) },
    rows: rows.flatMap(({ total: _, relation, ...row }) => {
      const record = tasks.get(row.task);
      const step = rulesOf(relation, record?.party ?? '').ladder.steps.find(({ level }) => level === row.level);
      if (record === undefined || step === undefined) return [];
      const { title, party, lead, strength, lifecycle } = record;
      const to = postsOf(step, { party, unit: row.unit, above });
      return [
        {
          ...{ ...row, title, party, lead, strength, lifecycle, channel: step.channel, to },
          over: !toSeat(step, seat) && seat.unit !== null && answersOn(tree, row.unit, day) === seat.unit,
        },
      ];
    }),
  };
}

type DueDays = { readonly party: string; readonly relation: string; readonly days: readonly string[] };

/** What a side's ladder will do first, up to a day, that brings in the seat or somebody above it; null where nothing. */
function ladderAhead(
  { party, relation, days }: DueDays,
  rules: LadderRules,
  seat: Seat,
  { day, until }: { readonly day: string; readonly until: string },
): DebtLadder | null {
  const remembered = rememberedOf(`${relation}|${party}`, rules, day);
  const coming = (place: number, due: string) => {
    const key = `${place} ${due}`;
    const found = remembered.steps.get(key) ?? stepsComing(rules, remembered.classes[place]?.steps ?? [], due, day);
    remembered.steps.set(key, found);
    return found;
  };
  const tells = rules.ladder.steps.filter((step) => concerns(step, seat));
  const levels = new Set(tells.map(({ level }) => level));
  const courses = remembered.classes.flatMap((_, place) =>
    days.map((due) => firstOf(coming(place, due).filter((one) => one.day <= until && levels.has(one.step.level)))),
  );
  if (!courses.some(({ missed, next }) => missed ?? next)) return null;
  return { party, relation, days, classes: remembered.places, courses };
}

/** The step that was reached already, and the first of the others. */
function firstOf(sent: readonly StepComing[]): DebtCourse {
  const plain = ({ day, step: { level } }: StepComing) => ({ day, level });
  const missed = sent.find(({ missedSince }) => missedSince !== null);
  const [next] = sent
    .filter(({ missedSince }) => missedSince === null)
    .sort((a, b) => (a.day === b.day ? b.step.level - a.step.level : a.day < b.day ? -1 : 1));
  return {
    missed: missed ? { ...plain(missed), since: missed.missedSince ?? '' } : null,
    next: next ? plain(next) : null,
  };
}

interface Remembered {
  readonly day: string;
  /** The action that set the ladder; null for the program's. */
  readonly set: string | null;
  readonly classes: readonly LadderClass[];
  /** The number of the class of each strength with each lifecycle. */
  readonly places: readonly number[];
  readonly steps: Map<string, readonly StepComing[]>;
}

/** What a ladder has ahead changes from day to day only, and the days on which something is due are many. */
const known = new Map<string, Remembered>();

function rememberedOf(key: string, { ladder, set }: LadderRules, day: string): Remembered {
  const found = known.get(key);
  if (found?.day === day && found.set === (set?.id ?? null)) return found;
  const classes = ladderClasses(ladder);
  const places = STRENGTHS.flatMap((strength) =>
    LIFECYCLES.map((lifecycle) =>
      classes.findIndex(({ of }) => of.some(([s, l]) => s === strength && l === lifecycle)),
    ),
  );
  const fresh = { day, set: set?.id ?? null, classes, places, steps: new Map() };
  known.set(key, fresh);
  return fresh;
}

/** Whether a seat is told of every unit's debts. */
function seesAll({ role, party }: Seat): boolean {
  return party === null || role === 'secretariat' || role === 'leader';
}

/** Whether a step is told to a seat: to leaders what comes to leaders, to any other that is told at all the whole ladder. */
function concerns(step: LadderStep, { role, party }: Seat): boolean {
  if (!escalates(step)) return false;
  if (party === null || role === 'secretariat' || role === 'unit-head' || role === 'reporter') return true;
  return role === 'leader' && step.to.includes('leader');
}

/** Whether a step goes to a seat itself, whichever unit owes. */
function toSeat({ to }: LadderStep, { role, party }: Seat): boolean {
  return party === null || ((role === 'secretariat' || role === 'leader') && to.includes(role));
}

/** The posts that a step goes to, but for coordinators. */
function postsOf(
  { to }: LadderStep,
  debt: { readonly party: string; readonly unit: string; readonly above: (unit: string) => string | null },
): UrgedPost[] {
  const { party, unit, above } = debt;
  const over = above(unit);
  return [
    ...(to.includes('head') ? [{ party, unit, role: 'unit-head' as const }] : []),
    ...ESCALATED_TO.flatMap((one): UrgedPost[] => {
      if (!to.includes(one)) return [];
      if (one !== 'above') return [{ party, unit: null, role: one }];
      return over === null ? [] : [{ party, unit: over, role: 'unit-head' }];
    }),
  ];
}
