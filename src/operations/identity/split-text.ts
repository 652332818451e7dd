import {
  changeWorkRow,
  commitmentsOf,
  expressionById,
  insertExpression,
  insertManifestation,
  insertWork,
  linksOf,
  linkWorks,
  moveCommitments,
  pageStartsOf,
  presentText,
  type Queries,
  unlinkWorks,
  workActionsOf,
  workById,
} from '../../db/index.ts';
import { type Document, hintsOf, type PartRelation, parseText, type Scan, takePart } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { manifestationParts } from '../manifestation-parts.ts';
import type { CorrectedText, ReadText } from '../reading/read-text.ts';
import { scanOf } from '../scan.ts';
import { enterVersion } from '../store-file.ts';
import { teachingInForce } from '../teaching/lessons.ts';
import type { IdentityChange } from './decide-identity.ts';
import { type Identity, readIdentity } from './read-identity.ts';

type Head = Awaited<ReturnType<typeof presentText>>;

/**
 * Makes what stands in a text from an offset on a work of its own, linked with the work it stood in. Both texts are exact
 * stretches of the file's; commitments go with their words, decisions stay.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid` where the place is not inside the text
 */
export async function splitText(
  context: Context,
  { expressionId, version, by }: IdentityChange,
  { at, relation }: { readonly at: number; readonly relation: PartRelation },
): Promise<Identity> {
  const { database, reader, clock, newId } = context;
  const present = await presentText(database.queries, expressionId);
  if (at <= 0 || at >= present.text.length)
    throw new Problem('input-invalid', { field: 'at', reason: 'outside the text' });
  const document = await documentOf(database.queries, present);
  const teaching = await teachingInForce(database.queries);
  const [before, after] = await Promise.all([
    reader.reread(sourceOf(takePart(document, { start: 0, end: at })), teaching),
    reader.reread(sourceOf(takePart(document, { start: at, end: document.text.length })), teaching),
  ]);
  const stamp = () => ({ id: newId(), at: clock.now(), by });
  await database.write(async (queries) => {
    const { work_id } = await expressionById(queries, expressionId);
    const { side } = await workById(queries, work_id);
    const fields = { ...after.work, side };
    const work = { id: newId(), ...fields, demonstration: false, withdrawn: false };
    const into = newId();
    await insertWork(queries, work, { ...stamp(), body: { type: 'describe', fields } });
    await insertExpression(queries, { id: into, work_id: work.id, language: after.document.language });
    const from = present.part_start ?? 0;
    await insertManifestation(
      queries,
      partRows(context, present, after, { id: into, version: 1, start: from + at, by }),
    );
    const moved = (await commitmentsOf(queries, expressionId)).filter(({ span_start }) => span_start >= at);
    await moveCommitments(
      queries,
      moved.map(({ id }) => id),
      { expressionId: into, workId: work.id },
    );
    await enterVersion(queries, context, {
      parts: partRows(context, present, before, { id: expressionId, version: present.version + 1, start: from, by }),
      read: before,
    });
    await enterVersion(queries, context, {
      parts: partRows(context, present, after, { id: into, version: 2, start: from + at, by }),
      read: after,
    });
    await linkWorks(queries, { work_id, other_id: work.id, relation });
    await changeWorkRow(queries, work_id, version, {
      ...stamp(),
      body: { type: 'split', expression: expressionId, into, relation },
    });
  });
  return readIdentity(context, expressionId);
}

/**
 * Makes the works of a file one again: the text of a further part goes back behind the text before it, its commitments with
 * it, and its work is withdrawn.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where no part stands behind it
 */
export async function mergeText(context: Context, { expressionId, version, by }: IdentityChange): Promise<Identity> {
  const { database, reader, clock, newId } = context;
  const { queries: now } = database;
  const { work_id } = await expressionById(now, expressionId);
  const parts = await partsBehind(now, work_id, expressionId);
  const [next] = parts;
  if (next === undefined) throw new Problem('action-not-allowed', { action: 'merge', state: 'work' });
  const { into, workId } = next;
  const first = await presentText(now, expressionId);
  const second = next.text;
  const documents = [await documentOf(now, first), await documentOf(now, second)] as const;
  const read = await reader.reread(sourceOf(joinParts(...documents)), await teachingInForce(now));
  const stamp = () => ({ id: newId(), at: clock.now(), by });
  await database.write(async (queries) => {
    const ids = (await commitmentsOf(queries, into)).map(({ id }) => id);
    await moveCommitments(queries, ids, { expressionId, workId: work_id });
    const start = parts.length > 1 ? (first.part_start ?? 0) : null;
    const joined = { id: expressionId, version: first.version + 1, start, by };
    await enterVersion(queries, context, { parts: partRows(context, first, read, joined), read });
    await unlinkWorks(queries, { work_id, other_id: workId });
    const other = await workById(queries, workId);
    await changeWorkRow(queries, workId, other.version, { ...stamp(), body: { type: 'withdraw' } });
    const body = { type: 'merge', expression: expressionId, from: into } as const;
    await changeWorkRow(queries, work_id, version, { ...stamp(), body });
  });
  return readIdentity(context, expressionId);
}

/** The parts of the same file that were split from a text and still are, in the order of the file. */
async function partsBehind(queries: Queries, workId: string, expressionId: string) {
  const links = await linksOf(queries, [workId]);
  const split = (await workActionsOf(queries, workId)).flatMap(({ body }) =>
    body.type === 'split' && body.expression === expressionId ? [body.into] : [],
  );
  const parts = await Promise.all(
    [...new Set(split)].map(async (into) => {
      const { work_id } = await expressionById(queries, into);
      return { into, workId: work_id, text: await presentText(queries, into) };
    }),
  );
  return parts
    .filter((part) => links.some(({ other_id }) => other_id === part.workId))
    .sort((a, b) => (a.text.part_start ?? 0) - (b.text.part_start ?? 0));
}

async function documentOf(queries: Queries, { id, text, name, format, encoding, sha256 }: Head): Promise<Document> {
  const pages = (await pageStartsOf(queries, id)).map(({ start, number }) => ({ start, number }));
  const scan = await scanOf(queries, id);
  return { ...parseText(text, { name, format, encoding, sha256 }), pages, ...(scan.pages.length > 0 && { scan }) };
}

/** Two parts of a file one behind the other. */
function joinParts(first: Document, second: Document): Document {
  const by = first.text.length;
  const moved = second.pages.map(({ start, number }) => ({ start: start + by, number }));
  const last = first.pages.at(-1)?.number;
  const words = (second.scan?.pages ?? []).map((page) => ({
    ...page,
    words: page.words.map((word) => ({ ...word, span: { start: word.span.start + by, end: word.span.end + by } })),
  }));
  const pages = [...first.pages, ...moved.filter(({ start, number }) => start > by || number !== last)];
  const joined = { ...first, text: first.text + second.text, pages };
  if (first.scan === undefined) return joined;
  const numbers = [...new Set([...first.scan.pages, ...words].map(({ number }) => number))];
  const scanned = numbers.map((number) => {
    const same = [...(first.scan?.pages ?? []), ...words].filter((page) => page.number === number);
    return { ...(same[0] as (typeof same)[number]), words: same.flatMap((page) => page.words) };
  });
  return { ...joined, scan: { ...first.scan, pages: scanned } };
}

const NO_SCAN: Scan = { pages: [], pictures: [], hints: { headings: new Set(), asides: new Set() } };

function sourceOf({ text, name, format, encoding, sha256, scan = NO_SCAN, pages }: Document): CorrectedText {
  const hints = pages.length > 0 ? { hints: hintsOf({ text, scan, pages }) } : {};
  return { text, source: { name, format, encoding, sha256, ...hints }, scan };
}

function partRows(
  { newId, clock }: Context,
  { id: file, part_of, name, format, encoding, sha256, size }: Head,
  read: ReadText,
  to: { readonly id: string; readonly version: number; readonly start: number | null; readonly by: string },
) {
  return manifestationParts(
    {
      ...{ id: newId(), expressionId: to.id, version: to.version, at: clock.now(), by: to.by },
      file: { name, format, encoding, sha256, size, bytes: new Uint8Array() },
      ...{ corrected: null, part: { of: part_of ?? file, start: to.start } },
    },
    read,
  );
}
