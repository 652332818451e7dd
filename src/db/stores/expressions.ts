import type { Selectable } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';
import { insertRows } from '../insert-rows.ts';
import type { ExpressionTable, LineHintsRow, ManifestationTable, ProvisionTable, SentenceTable } from '../tables.ts';
import { insertPages, type PageParts } from './pages.ts';

/** A file of an expression without its bytes and text. */
export type ManifestationHead = Omit<
  Selectable<ManifestationTable>,
  'bytes' | 'body_names' | 'text' | 'sketch' | 'corrections' | 'line_hints'
>;

const HEAD = [
  'id',
  'expression_id',
  'version',
  'name',
  'format',
  'encoding',
  'sha256',
  'size',
  'coverage',
  'messages',
  'imported_at',
  'imported_by',
  'corrects',
  'undoes',
  'part_of',
  'part_start',
] as const satisfies readonly (keyof ManifestationHead)[];

export async function insertExpression(queries: Queries, expression: ExpressionTable): Promise<void> {
  await queries.insertInto('expression').values(expression).execute();
}

/** A file with the structure read in it. */
export interface ManifestationParts {
  readonly manifestation: Selectable<ManifestationTable>;
  readonly provisions: readonly ProvisionTable[];
  readonly sentences: readonly SentenceTable[];
  readonly pages: PageParts;
}

export async function insertManifestation(queries: Queries, parts: ManifestationParts): Promise<void> {
  const { coverage, body_names, messages, corrections, line_hints, ...rest } = parts.manifestation;
  await queries
    .insertInto('manifestation')
    .values({
      ...rest,
      coverage: JSON.stringify(coverage),
      body_names: JSON.stringify(body_names),
      messages: JSON.stringify(messages),
      corrections: corrections && JSON.stringify(corrections),
      line_hints: line_hints && JSON.stringify(line_hints),
    })
    .execute();
  await insertRows(queries, 'provision', parts.provisions);
  await insertRows(queries, 'sentence', parts.sentences);
  await insertPages(queries, parts.pages);
}

/** @throws Problem `not-found` */
export async function expressionById(queries: Queries, id: string): Promise<ExpressionTable> {
  const expression = await queries.selectFrom('expression').selectAll().where('id', '=', id).executeTakeFirst();
  if (expression === undefined) throw new Problem('not-found', { noun: 'expression', id });
  return expression;
}

/** Expressions of the works given, or of all. */
export function expressionsOf(queries: Queries, workIds: readonly string[] | null): Promise<ExpressionTable[]> {
  const all = queries.selectFrom('expression').selectAll().orderBy('language').orderBy('id');
  return (workIds === null ? all : all.where('work_id', 'in', [...workIds, ''])).execute();
}

/** The present version of each expression given, or of all. */
export function presentHeads(queries: Queries, expressionIds: readonly string[] | null): Promise<ManifestationHead[]> {
  const all = queries
    .selectFrom('manifestation')
    .distinctOn('expression_id')
    .select(HEAD)
    .orderBy('expression_id')
    .orderBy('version', 'desc');
  return (expressionIds === null ? all : all.where('expression_id', 'in', [...expressionIds, ''])).execute();
}

/** The present version of an expression with its text; with an instant, the version that was present then (or the first). */
export function presentText(
  queries: Queries,
  expressionId: string,
  at: string | null = null,
): Promise<ManifestationHead & { text: string }> {
  return queries
    .selectFrom('manifestation')
    .select([...HEAD, 'text'])
    .where('expression_id', '=', expressionId)
    .$if(at !== null, (rows) => rows.where((row) => row.or([row('imported_at', '<=', at), row('version', '=', 1)])))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(() => new Problem('not-found', { noun: 'expression', id: expressionId }));
}

/** The file of the present version: of a text corrected by a person, the file it corrects; of a part, the file it is in. */
export async function presentFile(
  queries: Queries,
  expressionId: string,
): Promise<Pick<ManifestationTable, 'name' | 'format' | 'bytes'>> {
  const { id, corrects, part_of } = await presentText(queries, expressionId);
  return queries
    .selectFrom('manifestation')
    .select(['name', 'format', 'bytes'])
    .where('id', '=', corrects ?? part_of ?? id)
    .executeTakeFirstOrThrow(() => new Problem('not-found', { noun: 'expression', id: expressionId }));
}

/** The versions of an expression's text with what people corrected in each, the newest first. */
export function versionsOf(queries: Queries, expressionId: string) {
  return queries
    .selectFrom('manifestation')
    .select(['id', 'version', 'name', 'imported_at', 'imported_by', 'corrects', 'corrections', 'undoes'])
    .where('expression_id', '=', expressionId)
    .orderBy('version', 'desc')
    .execute();
}

/** What the pages of a scan say of its lines; null for other texts. */
export async function lineHintsOf(queries: Queries, manifestationId: string): Promise<LineHintsRow | null> {
  const found = await queries
    .selectFrom('manifestation')
    .select('line_hints')
    .where('id', '=', manifestationId)
    .executeTakeFirstOrThrow();
  return found.line_hints;
}

/** The text of one version. */
export async function textOfVersion(queries: Queries, manifestationId: string): Promise<string> {
  const found = await queries
    .selectFrom('manifestation')
    .select('text')
    .where('id', '=', manifestationId)
    .executeTakeFirstOrThrow();
  return found.text;
}

/** The file with these bytes, whichever version it is, with its work. */
export function fileBySha256(queries: Queries, sha256: string) {
  return queries
    .selectFrom('manifestation')
    .innerJoin('expression', 'expression.id', 'manifestation.expression_id')
    .innerJoin('work', 'work.id', 'expression.work_id')
    .select([
      'manifestation.id',
      'manifestation.expression_id',
      'manifestation.version',
      'expression.work_id',
      'work.withdrawn',
      'work.version as work_version',
    ])
    .select((row) =>
      row
        .selectFrom('manifestation as later')
        .select((latest) => latest.fn.max('later.version').as('version'))
        .whereRef('later.expression_id', '=', 'manifestation.expression_id')
        .where('later.corrects', 'is', null)
        .where('later.part_of', 'is', null)
        .$asScalar()
        .$notNull()
        .as('latest'),
    )
    .where('manifestation.sha256', '=', sha256)
    .where('manifestation.corrects', 'is', null)
    .where('manifestation.part_of', 'is', null)
    .executeTakeFirst();
}

/** What tells whether a text corrects one of the expressions in its language: name and sketch of each present version. */
export function sketchesIn(queries: Queries, language: ExpressionTable['language']) {
  return queries
    .selectFrom('manifestation')
    .innerJoin('expression', 'expression.id', 'manifestation.expression_id')
    .innerJoin('work', 'work.id', 'expression.work_id')
    .distinctOn('manifestation.expression_id')
    .select(['manifestation.expression_id', 'manifestation.name', 'manifestation.sketch', 'expression.work_id'])
    .where('expression.language', '=', language)
    .where('work.withdrawn', '=', false)
    .orderBy('manifestation.expression_id')
    .orderBy('manifestation.version', 'desc')
    .execute();
}

export function provisionsOf(queries: Queries, manifestationId: string): Promise<ProvisionTable[]> {
  return queries
    .selectFrom('provision')
    .selectAll()
    .where('manifestation_id', '=', manifestationId)
    .orderBy('index')
    .execute();
}

export function sentencesOf(queries: Queries, manifestationId: string): Promise<SentenceTable[]> {
  return queries
    .selectFrom('sentence')
    .selectAll()
    .where('manifestation_id', '=', manifestationId)
    .orderBy('index')
    .execute();
}
