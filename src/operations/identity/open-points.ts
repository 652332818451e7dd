import {
  descriptionsOf,
  doubtfulByExpression,
  expressionsOf,
  linksOf,
  listedWorks,
  logsOfWorks,
  type WorkTable,
} from '../../db/index.ts';
import { reduceIdentity } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { entriesOf, type LinkedWork, oddityKey } from './read-identity.ts';

/** What of a text still wants a person. */
export interface OpenPoints {
  readonly expressionId: string;
  /** Fields of what the file is that nobody has confirmed. */
  readonly toConfirm: number;
  /** Oddities of the source that nobody has marked as in the original. */
  readonly oddities: number;
  /** Undecided commitments the rules are in doubt about. */
  readonly doubtful: number;
}

export interface OpenWork {
  readonly workId: string;
  readonly texts: readonly OpenPoints[];
  readonly links: readonly LinkedWork[];
}

/** What is left to look at in every listed work, and which works it stands in one file with. Works with neither are left out. */
export async function listOpenPoints({ database: { queries } }: Context): Promise<OpenWork[]> {
  const works = await listedWorks(queries);
  const ids = works.map(({ id }) => id);
  const expressions = await expressionsOf(queries, ids);
  const described = new Map(
    (
      await descriptionsOf(
        queries,
        expressions.map(({ id }) => id),
      )
    ).map((one) => [one.expression_id, one]),
  );
  const logs = Map.groupBy(await logsOfWorks(queries, ids), ({ work_id }) => work_id);
  const doubtful = new Map((await doubtfulByExpression(queries)).map((one) => [one.expression_id, one.count]));
  const links = await linksOf(queries, ids);
  const byId = new Map(works.map((work) => [work.id, work]));
  const firstText = (id: string) => expressions.find(({ work_id }) => work_id === id)?.id ?? null;
  const linked = (work: WorkTable): LinkedWork[] =>
    links.flatMap(({ work_id, other_id, relation }) => {
      if (work_id !== work.id && other_id !== work.id) return [];
      const carries = work_id === work.id;
      const other = byId.get(carries ? other_id : work_id);
      if (other === undefined) return [];
      return [{ workId: other.id, title: other.title, relation, carries, expressionId: firstText(other.id) }];
    });
  const points = (work: WorkTable, expressionId: string): OpenPoints => {
    const description = described.get(expressionId);
    const state = reduceIdentity(logs.get(work.id) ?? [], expressionId);
    const fields = entriesOf(work, description?.fields, state);
    return {
      expressionId,
      toConfirm: fields.filter((field) => field.state === 'proposed' && field.value !== null).length,
      oddities: (description?.oddities ?? []).filter((oddity) => !state.known.has(oddityKey(oddity))).length,
      doubtful: doubtful.get(expressionId) ?? 0,
    };
  };
  return works
    .map((work) => ({
      workId: work.id,
      texts: expressions.filter(({ work_id }) => work_id === work.id).map(({ id }) => points(work, id)),
      links: linked(work),
    }))
    .filter(({ texts, links }) => links.length > 0 || texts.some(isOpen));
}

function isOpen({ toConfirm, oddities, doubtful }: OpenPoints): boolean {
  return toConfirm + oddities + doubtful > 0;
}
