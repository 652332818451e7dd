import { commitmentTerms, listTasks, type TaskRow, taskLogs, unitById } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type NameForms, reduceTask, type Seat, workingDaysBetween } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { rulesFor } from '../tasks/rules-for.ts';

/** What a formal urging letter to a unit says. */
export interface UrgingLetter {
  readonly unit: NameForms;
  readonly day: string;
  readonly items: readonly {
    readonly title: string;
    readonly due: string;
    /** Working days it is late. */
    readonly late: number;
    /** How often it was urged before, and the words of the last reply. */
    readonly urged: number;
    readonly reply: string | null;
    /** What binds: the words, and where they stand. */
    readonly basis: readonly {
      readonly quote: string;
      readonly work: string;
      readonly path: string;
      readonly date: string | null;
    }[];
  }[];
  /** Further tasks that are overdue and that the letter does not name. */
  readonly more: number;
}

/** Items of one letter, the longest overdue; and tasks that are counted at most. */
const LIMIT = 60;
const COUNTED = 2_000;

/**
 * A letter to a unit over every task it leads that is overdue, with what binds it. For secretariats and leaders of its side.
 * @throws Problem `seat-may-not`, `not-found` (the unit, or nothing of it is overdue)
 */
export async function urgingLetter({ database, clock }: Context, unit: string, seat: Seat): Promise<UrgingLetter> {
  if (seat.role !== 'secretariat' && seat.role !== 'leader') throw new Problem('seat-may-not', { deed: 'urge' });
  const day = clock.now().slice(0, 10);
  const { queries } = database;
  const { names } = await unitById(queries, unit);
  const filter = { units: [unit], role: 'lead', timeliness: ['overdue'] } as const;
  const overdue = await listTasks(queries, filter, { day, at: null }, { offset: 0, limit: COUNTED });
  const open = overdue.filter(isOpen);
  const rows = open.slice(0, LIMIT);
  if (rows.length === 0) throw new Problem('not-found', { noun: 'task', id: unit });
  const logs = await taskLogs(
    queries,
    rows.map(({ task_id }) => task_id),
  );
  const terms = await commitmentTerms(queries, [...new Set(rows.flatMap(({ commitments }) => commitments))]);
  const known = new Map(terms.map((one) => [one.id, one]));
  const items = rows.map((row) => {
    const { urgings } = reduceTask(logs.get(row.task_id) ?? []);
    const due = row.due ?? day;
    return {
      ...{
        title: row.title,
        due,
        late: workingDaysBetween(rulesFor(row.relation ?? '', row.party).calendar, due, day),
      },
      ...{ urged: urgings.length, reply: urgings.findLast(({ reply }) => reply !== null)?.reply?.text ?? null },
      basis: row.commitments.flatMap((id) => {
        const one = known.get(id);
        return one === undefined ? [] : { quote: one.quote, work: one.work_title, path: one.path, date: one.work_date };
      }),
    };
  });
  return { unit: names, day, items, more: open.length - rows.length };
}

function isOpen({ outcome, due }: TaskRow): boolean {
  return outcome === null && due !== null;
}
