import { allUnits, type DebtStep, debtDays, debtsAhead, presentTasks, urgedDay } from '../../db/index.ts';
import { addDays } from '../../kernel/index.ts';
import {
  answersOn,
  ESCALATED_TO,
  escalates,
  type LadderClass,
  type LadderStep,
  ladderClasses,
  type Seat,
  type StepComing,
  stepsComing,
  type Unit,
  type UrgedPost,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { type FollowUpRules, rulesFor } from '../tasks/rules-for.ts';
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
 * What will be escalated if nothing changes: all of its side to a secretariat; what comes to a leader or to the unit above; and over
 * a seat's head where its own unit owes it. Each debt once, with the first step that brings in somebody beyond the units that owe.
 */
export async function escalationsAhead(
  { database, whole, clock }: Context,
  seat: Seat,
  { days = DAYS, offset = 0, limit = ESCALATIONS }: EscalationsQuery = {},
): Promise<Escalations> {
  const day = clock.now().slice(0, 10);
  const until = addDays(day, days);
  const units = new Map((await allUnits(whole.queries)).map((unit) => [unit.id, unit]));
  const mine = unitsOfSeat(seat, units, day);
  const asked = seesAll(seat) ? null : [...mine.below, ...mine.own];
  const found = await debtDays(database.queries, addDays(until, REACH), asked);
  const steps = found.flatMap((one) => stepsFor(one, seat, day, until));
  const rows = steps.length === 0 ? [] : await debtsAhead(database.queries, steps, { ...mine, offset, limit });
  const tasks = new Map(
    (
      await presentTasks(
        database.queries,
        rows.map(({ task }) => task),
      )
    ).map((record) => [record.task_id, record]),
  );
  const above = aboveIn(units, day);
  return {
    ...{ day, until, total: rows[0]?.total ?? 0, ranOn: await urgedDay(whole.queries) },
    rows: rows.flatMap(({ total: _, relation, ...row }) => {
      const record = tasks.get(row.task);
      const step = rulesFor(relation, record?.party ?? '').ladder.steps.find(({ level }) => level === row.level);
      if (record === undefined || step === undefined) return [];
      const { title, party, lead, strength, lifecycle } = record;
      const to = postsOf(step, { party, unit: row.unit, above });
      return [
        {
          ...{ ...row, title, party, lead, strength, lifecycle, channel: step.channel, to },
          over: !toSeat(step, seat) && mine.own.includes(row.unit),
        },
      ];
    }),
  };
}

/** What a side's ladder will do up to a day that brings in the seat, or somebody above it. */
function stepsFor(
  { party, relation, days }: { readonly party: string; readonly relation: string; readonly days: readonly string[] },
  seat: Seat,
  day: string,
  until: string,
): DebtStep[] {
  const rules = rulesFor(relation, party);
  const remembered = rememberedOf(rules, day);
  return remembered.classes.flatMap(({ of, steps }, place) => {
    if (!steps.some((step) => whomOf(step, seat).length > 0)) return [];
    const kinds = of.map((pair) => pair.join(' '));
    const coming = (due: string) => {
      const key = `${place} ${due}`;
      const found = remembered.steps.get(key) ?? stepsComing(rules, steps, due, day);
      remembered.steps.set(key, found);
      return found;
    };
    return days.flatMap((due) =>
      coming(due).flatMap(({ step, day: sent, missedSince }): DebtStep[] => {
        const whom = whomOf(step, seat);
        if (sent > until || whom.length === 0) return [];
        return [{ party, relation, of: kinds, due, day: sent, missedSince, level: step.level, whom }];
      }),
    );
  });
}

interface Remembered {
  readonly day: string;
  readonly classes: readonly LadderClass[];
  readonly steps: Map<string, readonly StepComing[]>;
}

/** What a ladder has ahead changes from day to day only, and the days on which something is due are many. */
const known = new WeakMap<FollowUpRules, Remembered>();

function rememberedOf(rules: FollowUpRules, day: string): Remembered {
  const found = known.get(rules);
  if (found?.day === day) return found;
  const fresh = { day, classes: ladderClasses(rules.ladder), steps: new Map() };
  known.set(rules, fresh);
  return fresh;
}

/** Whether a seat is told of every unit's debts. */
function seesAll({ role, party }: Seat): boolean {
  return party === null || role === 'secretariat' || role === 'leader';
}

/** Over which units' debts a step concerns a seat: a secretariat keeps the whole ladder of its side. */
function whomOf(step: LadderStep, { role, party }: Seat): DebtStep['whom'] {
  if (!escalates(step)) return [];
  if (party === null) return ['all'];
  switch (role) {
    case 'secretariat':
      return ['all'];
    case 'leader':
      return step.to.includes('leader') ? ['all'] : [];
    case 'unit-head':
      return step.to.includes('above') ? ['below', 'own'] : ['own'];
    case 'reporter':
      return ['own'];
    default:
      return [];
  }
}

/** Whether a step goes to a seat itself, whichever unit owes. */
function toSeat({ to }: LadderStep, { role, party }: Seat): boolean {
  return party === null || ((role === 'secretariat' || role === 'leader') && to.includes(role));
}

/** The units whose debts go up to a seat's own, and those that its own answers for. */
function unitsOfSeat({ unit: own }: Seat, units: ReadonlyMap<string, Unit>, day: string) {
  const all = own === null ? [] : [...units.keys()];
  const above = aboveIn(units, day);
  const overOf = (unit: string) => {
    const over = above(unit);
    return over === null ? null : answersOn(units, over, day);
  };
  return {
    below: all.filter((unit) => overOf(unit) === own),
    own: all.filter((unit) => answersOn(units, unit, day) === own),
  };
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
