import { citationsOf, type LinkRecord, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { withoutShortcuts } from '../../lineage/index.ts';
import type { Context } from '../context.ts';
import { entryOf, linksAtEntries } from './entries.ts';
import type { LineageRow, ThreadView, WorkInLineage } from './results.ts';
import { counts, lineageRows, linkView } from './rows.ts';
import { type KnownPart, knownParts, partAt, sameRelation, tracingOf } from './works.ts';

/** Works a thread runs through, and commitments it holds, at the most: beyond, it is no thread any more. */
const STEPS = 8;
const MOST = 60;

/** Texts of one day, type and level are versions of one work, however they came in. */
function sameWork({ date, type, level, workId }: WorkInLineage): string {
  return date === null ? workId : `${date} ${type} ${level}`;
}

/** Chooses of every work one text: that in the language of the first commitment, else the one most linked. */
function textsToFollow(links: readonly LinkRecord[], parts: ReadonlyMap<string, KnownPart>, start: KnownPart) {
  const weight = new Map<string, number>();
  for (const { earlier_part, later_part, score } of links) {
    for (const id of [earlier_part, later_part]) weight.set(id, (weight.get(id) ?? 0) + score);
  }
  const works = Map.groupBy(
    [...weight.keys()].flatMap((id) => parts.get(id)?.work ?? []),
    sameWork,
  );
  const rank = (work: WorkInLineage): number =>
    (work.id === start.work.id ? 1e6 : 0) +
    (work.language === start.work.language ? 1e3 : 0) +
    (weight.get(work.id) ?? 0);
  const chosen = [...works.values()].flatMap((texts) =>
    texts.toSorted((one, two) => rank(two) - rank(one)).slice(0, 1),
  );
  return new Set(chosen.map(({ id }) => id));
}

/** Follows links away from a commitment in one direction of time. */
async function follow(
  queries: Queries,
  from: string,
  direction: 'earlier' | 'later',
  parts: ReadonlyMap<string, KnownPart>,
  start: KnownPart,
): Promise<LinkRecord[]> {
  const [near, far] =
    direction === 'later' ? (['earlier_id', 'later_id'] as const) : (['later_id', 'earlier_id'] as const);
  const found = new Map<string, LinkRecord>();
  let front = [from];
  for (let step = 0; step < STEPS && front.length > 0 && found.size < MOST; step += 1) {
    const here = new Set(front);
    const links = (await linksAtEntries(queries, front, parts)).filter((link) => here.has(link[near]) && counts(link));
    const texts = textsToFollow(links, parts, start);
    const kept = links.filter((link) => texts.has(direction === 'later' ? link.later_part : link.earlier_part));
    const next = kept.filter(({ id }) => !found.has(id));
    for (const link of next) found.set(link.id, link);
    front = [...new Set(next.map((link) => link[far]))];
  }
  return [...found.values()];
}

/** The newest agreed text of the start's level and parties that the thread does not reach. */
function silentSince(parts: Iterable<KnownPart>, start: KnownPart, reached: ReadonlySet<string>): WorkInLineage | null {
  const agreed = [...parts].filter(({ work }) => {
    const after = (work.date ?? '') > (start.work.date ?? '9999');
    return (
      sameRelation(work, start.work) &&
      after &&
      work.level === start.work.level &&
      (work.type === 'joint-statement' || work.type === 'communique')
    );
  });
  const newest = agreed.at(-1)?.work;
  if (newest === undefined) return null;
  const there = agreed.filter(({ work }) => sameWork(work) === sameWork(newest));
  return there.some(({ work }) => reached.has(work.id)) ? null : newest;
}

function inOrder(parts: ReadonlyMap<string, KnownPart>) {
  const order = new Map([...parts.keys()].map((id, at) => [id, at]));
  return (one: LineageRow, other: LineageRow): number =>
    (order.get(one.part) ?? 0) - (order.get(other.part) ?? 0) || one.span.start - other.span.start;
}

/**
 * A commitment over time: what it came from, what it became, in which works, with every link between. One that stands in
 * several language versions is one entry with its words in each; the links of all of them are its links.
 * @throws Problem `not-found`
 */
export async function threadOf(context: Context, commitmentId: string): Promise<ThreadView> {
  const { queries } = context.database;
  const parts = await knownParts(queries);
  const asked = (await lineageRows(queries, parts, [commitmentId])).get(commitmentId);
  const entry = asked === undefined ? commitmentId : entryOf(asked);
  const own = entry === commitmentId ? asked : (await lineageRows(queries, parts, [entry])).get(entry);
  if (own === undefined) throw new Problem('not-found', { noun: 'commitment', id: commitmentId });
  const start = partAt(parts.values(), own.expressionId, own.span.start);
  const tracing = tracingOf(context);
  const nothing = { start: entry, citations: [], links: [], aside: [], silentSince: null, tracing };
  if (start === undefined) return { ...nothing, works: [], rows: [own] };
  const both = [
    ...(await follow(queries, entry, 'earlier', parts, start)),
    ...(await follow(queries, entry, 'later', parts, start)),
  ];
  const partOf = new Map(both.map((link) => [link.later_id, link.later_part]));
  const links = withoutShortcuts(
    both,
    ({ earlier_id, later_id }) => [earlier_id, later_id],
    (id) => parts.get(partOf.get(id) ?? '')?.work.level === 'national',
  );
  const beside = (await linksAtEntries(queries, [entry], parts)).filter((link) => !counts(link));
  const texts = textsToFollow(beside, parts, start);
  const aside = beside.filter((link) => texts.has(link.earlier_part) && texts.has(link.later_part));
  const ids = new Set([entry, ...[...links, ...aside].flatMap((link) => [link.earlier_id, link.later_id])]);
  const rows = [...(await lineageRows(queries, parts, [...ids])).values()].sort(inOrder(parts));
  const reached = new Set([start.work.id, ...links.flatMap((link) => [link.earlier_part, link.later_part])]);
  const seen = new Set(rows.map(({ part }) => part));
  return {
    ...{ start: entry, rows, tracing },
    works: [...parts.values()].filter(({ work }) => seen.has(work.id)).map(({ work }) => work),
    citations: (await citationsOf(queries, [...ids])).map(({ entry: of, ...one }) => ({ ...one, entry: of ?? '' })),
    links: links.map(linkView),
    aside: aside.map(linkView),
    silentSince: own.kind === 'commitment' ? silentSince(parts.values(), start, reached) : null,
  };
}
