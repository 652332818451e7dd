import { countsOfEntities, type EntityRecord, entitiesOf, factsAbout, knownRelations } from '../../db/index.ts';
import { expiryAlarms, type FactSummary, type NameForms, summariseFacts } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { entriesThen } from '../entities/entities-then.ts';
import { dismissedFacts, keptFact } from '../entities/entity-rows.ts';
import { momentOf } from '../moment.ts';

/** An instrument with its term, as the page of terms shows it. */
export interface TermRow {
  readonly id: string;
  readonly version: number;
  readonly names: NameForms;
  readonly type: string | null;
  readonly parties: readonly string[];
  /** ISO dates, also of a year or month. */
  readonly signed: string | null;
  readonly expires: string | null;
  /** A text says it is to be signed or renewed, and none that it is. */
  readonly toSign: boolean;
  /** A person said that it ended: nobody is asked what followed. */
  readonly ended: boolean;
  readonly successor: { readonly id: string; readonly names: NameForms } | null;
  /** The nearest alarm reached, 0 once its term is over and nobody said what follows; null before, or where no end is known. */
  readonly months: number | null;
  /** ISO date, the last of its term where an alarm is reached. */
  readonly lastDay: string | null;
  /** Commitments that name it. */
  readonly commitments: number;
}

export interface TermList {
  /** ISO date that the alarms are of. */
  readonly day: string;
  readonly rows: readonly TermRow[];
}

/**
 * Every instrument the registers hold, the nearest end first, those without a known end last; of another day (ISO) with the
 * alarms of that day, what texts signed by then say, and entries as people had left them by its end.
 */
export async function termsOf({ database, clock }: Context, asOf?: string): Promise<TermList> {
  const { queries } = database;
  const { day, at } = momentOf(clock, asOf);
  const then = new Map(at === null ? [] : (await entriesThen(queries, at)).map((one) => [one.id, one]));
  const rows: TermRow[] = [];
  for (const relation of await knownRelations(queries)) {
    const now = await entitiesOf(queries, relation, 'instrument');
    const all = now.map((one) => then.get(one.id) ?? one);
    const ids = all.map(({ id }) => id);
    const [facts, dismissed] = [await factsAbout(queries, ids), await dismissedFacts(queries, ids)];
    const standing = facts.filter(
      ({ canonical, key, work_date }) =>
        !(dismissed.get(canonical) ?? []).includes(key) && (asOf === undefined || (work_date ?? '') <= asOf),
    );
    const byEntity = Map.groupBy(standing, ({ canonical }) => canonical);
    const counts = new Map((await countsOfEntities(queries, ids, asOf)).map((one) => [one.canonical, one.commitments]));
    const byId = new Map(all.map((one) => [one.id, one]));
    for (const one of all.filter((record) => isListed(record, counts))) {
      const summary = summariseFacts((byEntity.get(one.id) ?? []).map(keptFact));
      rows.push(termRow(one, summary, byId, counts.get(one.id) ?? 0));
    }
  }
  return { day, rows: inOrder(withAlarms(rows, day)) };
}

/** What only a text gave stays out once no text names it. */
function isListed({ id, decision, origin }: EntityRecord, counts: ReadonlyMap<string, number>): boolean {
  if (decision === 'merged' || decision === 'rejected') return false;
  return origin !== 'text' || decision === 'confirmed' || counts.has(id);
}

function termRow(
  { id, version, fields, successor }: EntityRecord,
  { signed, expires, parties, toSign }: FactSummary,
  byId: ReadonlyMap<string, EntityRecord>,
  commitments: number,
): TermRow {
  const next = successor === null ? undefined : byId.get(successor);
  return {
    ...{ id, version, names: fields.names, type: fields.type, parties, toSign, commitments },
    signed: fields.signed ?? signed?.from ?? signed?.to ?? null,
    expires: fields.until ?? fields.expires ?? expires,
    successor: next === undefined ? null : { id: next.id, names: next.fields.names },
    ended: fields.until !== null,
    ...{ months: null, lastDay: null },
  };
}

function withAlarms(rows: readonly TermRow[], day: string): TermRow[] {
  const open = rows.filter(({ ended }) => !ended);
  const termed = open.map((row) => ({ ...row, successor: row.successor?.id ?? null }));
  const alarms = new Map(expiryAlarms(termed, day).map((alarm) => [alarm.instrument, alarm]));
  return rows.map((row) => {
    const alarm = alarms.get(row.id);
    return { ...row, months: alarm?.months ?? null, lastDay: alarm?.lastDay ?? null };
  });
}

function inOrder(rows: readonly TermRow[]): TermRow[] {
  const rank = ({ months, expires }: TermRow) => (months !== null ? 0 : expires !== null ? 1 : 2);
  const end = ({ lastDay, expires }: TermRow) => lastDay ?? expires ?? '';
  return rows.toSorted(
    (a, b) => rank(a) - rank(b) || (end(a) === end(b) ? 0 : end(a) < end(b) ? -1 : 1) || b.commitments - a.commitments,
  );
}
