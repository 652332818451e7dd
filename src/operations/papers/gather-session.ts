import { citedVersions, type Queries } from '../../db/index.ts';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { nameIn, type Seat } from '../../register/index.ts';
import type { PaperFacts, PaperItem } from '../../reports/index.ts';
import { seriesDetail } from '../sessions/series-detail.ts';
import { commitmentsOf } from './gather-tasks.ts';
import type { PaperRequest } from './results.ts';

/**
 * The session a paper is for: the one asked for, else the open, the next, the last. Notes of one's own side are no part of it, and in
 * joint minutes no words of a work that only one side has.
 * @throws Problem `not-found`
 */
export async function gatherSession(
  queries: Queries,
  { series, session, kind }: PaperRequest,
  seat: Seat,
  day: string,
): Promise<PaperFacts['session']> {
  if (series === null) return null;
  const detail = await seriesDetail(queries, series, seat, { day, at: null });
  const { names, sessions, items, decisions, open, next, last } = detail;
  const found = sessions.find(({ id }) => id === session) ?? open ?? next ?? last;
  const on = items.filter(({ id }) => found?.agenda.includes(id));
  const quotes = await quotesOf(
    queries,
    on.flatMap(({ commitments }) => commitments),
    kind === 'minutes',
  );
  return {
    names: Object.fromEntries(LOCALES.map((locale) => [locale, nameIn(names, locale)])) as Record<Locale, string>,
    ...{ ordinal: found?.ordinal ?? null, date: found?.date ?? null, minutes: found?.minutes ?? '' },
    items: on.map(
      (item): PaperItem => ({
        ...{ id: item.id, text: item.text, closed: item.closed !== null, minute: item.minute?.text ?? null },
        decisions: decisions.filter((one) => one.item === item.id && one.session === found?.id).map(({ text }) => text),
        tasks: item.tasks,
        quotes: item.commitments.flatMap((id) => quotes.get(id) ?? []),
      }),
    ),
  };
}

/** Each commitment with its versions in other languages. */
async function quotesOf(
  queries: Queries,
  ids: readonly string[],
  shared: boolean,
): Promise<Map<string, PaperItem['quotes']>> {
  const known = await commitmentsOf(queries, ids, { shared });
  const rows = await citedVersions(queries, ids);
  const entries = Map.groupBy(rows, ({ id, joined_to }) => joined_to ?? id);
  return new Map([...entries].map(([entry, own]) => [entry, own.flatMap(({ id }) => known.get(id) ?? [])]));
}
