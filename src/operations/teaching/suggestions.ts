import { beginsWithKnownVerb } from '../../commitments/index.ts';
import {
  appendSuggestionAction,
  type DecidedRecord,
  decidedRecords,
  lessonRecords,
  suggestionsAside,
} from '../../db/index.ts';
import { type DecidedUnit, suggestLessons } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { relationOfText } from './relation-of-text.ts';
import type { SuggestionRow } from './results.ts';

/** Decisions shown with a suggestion. */
const SHOWN = 12;

/** Lessons that people's decisions speak for, by relation, with the decisions; those set aside say so. */
export async function listSuggestions({ database }: Context): Promise<readonly SuggestionRow[]> {
  const { queries } = database;
  const byRelation = Map.groupBy(await decidedRecords(queries), ({ relation, parties }) =>
    relationOfText(relation, parties),
  );
  const lessons = await lessonRecords(queries);
  const aside = await suggestionsAside(queries);
  return [...byRelation.keys()].sort().flatMap((relation) => {
    const taught = lessons.filter((one) => one.relation === relation).map(({ entry }) => entry.lesson);
    const units = (byRelation.get(relation) ?? []).map(decidedUnit);
    return suggestLessons(units, taught, beginsWithKnownVerb).map(({ evidence, ...suggestion }) => ({
      ...suggestion,
      relation,
      aside: aside.get(relation)?.has(suggestion.key) ?? false,
      count: evidence.length,
      evidence: evidence.slice(0, SHOWN).map(({ id, expressionId, title, language, quote }) => {
        return { id, expressionId, title, language, quote };
      }),
    }));
  });
}

function decidedUnit(record: DecidedRecord): DecidedUnit {
  const { id, expression_id, title, language, span_start, decision, reject_reason, proposed } = record;
  const { due_text, due_from, due_to, kind, actors, action, strength, sector } = record;
  const { instruments, mechanisms, places, lead, coordinators, report, targets } = record;
  const due = due_text === null ? null : { text: due_text, from: due_from, to: due_to };
  const names = { instruments, mechanisms, places, lead, coordinators, report, targets };
  return {
    ...{ id, expressionId: expression_id, title, language, decision, rejectReason: reject_reason },
    quote: proposed?.quote ?? record.quote,
    start: span_start,
    fields: { kind, actors, action, strength, sector, due, ...names },
    proposed: proposed && { fields: proposed.fields, why: proposed.basis.why },
  };
}

/** Sets a suggestion aside, or takes it up again; it stays so however many more decisions speak for it. */
export async function setSuggestionAside(
  context: Context,
  {
    relation,
    key,
    aside,
    by,
  }: { readonly relation: string; readonly key: string; readonly aside: boolean; readonly by: string },
): Promise<readonly SuggestionRow[]> {
  const { database, clock, newId } = context;
  const body = { type: aside ? 'set-aside' : 'take-up' } as const;
  await database.write((queries) =>
    appendSuggestionAction(queries, { id: newId(), relation, key, at: clock.now(), by, body }),
  );
  return listSuggestions(context);
}
