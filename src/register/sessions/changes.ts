import { type Change, type ChangedPart, changedFields } from '../history.ts';
import type { SeriesState } from './model.ts';

type Parts = ReadonlyMap<string, { readonly part: ChangedPart; readonly fields: Readonly<Record<string, unknown>> }>;

/**
 * What an action made different: in the mechanism itself, and part by part in its sessions, items, decisions, evidence and requests.
 * Tasks and commitments are no part of it: whoever reads the history may not see them all.
 */
export function seriesChanges(before: SeriesState, after: SeriesState): Change[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const ids = [...new Set([...now.keys(), ...old.keys()])];
  return [
    ...changedFields(itself(before), itself(after)),
    ...ids.flatMap((id) => {
      const part = (now.get(id) ?? old.get(id))?.part;
      const changes = changedFields(old.get(id)?.fields ?? {}, now.get(id)?.fields ?? {});
      return part === undefined ? [] : changes.filter(isTold).map((change) => ({ ...change, part }));
    }),
  ];
}

function itself(state: SeriesState): Readonly<Record<string, unknown>> {
  const { names, parties, members, level, hosts, every, standing, keptOut, settledOrdinals } = state;
  return { names, parties, members, level, hosts, every, standing, keptOut, settledOrdinals };
}

function partsOf({ sessions, items, decisions, evidence, requests }: SeriesState): Parts {
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  const named = (noun: ChangedPart['noun'], id: string, name: string, fields: Readonly<Record<string, unknown>>) =>
    [`${noun} ${id}`, { part: { noun, id, name }, fields }] as const;
  return new Map([
    ...sessions.map(({ id, agenda, dates, ordinal, date, host, stage, minutes }) =>
      named('session', id, '', {
        ...{ ordinal, date, host, stage, minutes },
        agenda: agenda.map((item) => texts.get(item) ?? item),
        dates: dates.map(({ day, accepted, declined }) => ({ day, accepted, declined: declined !== null })),
      }),
    ),
    ...items.map(({ id, text, why, closed, minute }) =>
      named('item', id, text, {
        ...{ text, why, closed: closed !== null, closing: closed?.note ?? '' },
        ...{ minute: minute?.text ?? null, agreed: minute?.agreed ?? [] },
      }),
    ),
    ...decisions.map(({ id, text, taken }) => named('decision', id, text, { text, taken: taken.length })),
    ...evidence.map(({ id, what, day, source, count }) => named('evidence', id, source, { what, day, source, count })),
    ...requests.map(({ id, number, opened, closed, outcome }) =>
      named('request', id, number, { number, opened, closed, outcome }),
    ),
  ]);
}

/** Nothing that became an empty list, or not yet, is told of a part that is new. */
function isTold({ before, after }: Change): boolean {
  return !(isNothing(before) && isNothing(after));
}

function isNothing(value: unknown): boolean {
  return (
    value === null || value === '' || value === false || value === 0 || (Array.isArray(value) && value.length === 0)
  );
}
