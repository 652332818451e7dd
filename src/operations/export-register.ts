import { actionsByCommitment, commitmentsOf, listedWorks, presentText } from '../db/index.ts';
import { reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { summariesOf } from './present.ts';

/**
 * The whole register as one JSON value: works with their texts, commitments with state, citation and every action, so that
 * another program needs nothing else to read it.
 */
export async function exportRegister({ database, clock }: Context) {
  const { queries } = database;
  const works = await summariesOf(queries, await listedWorks(queries));
  const exported = [];
  for (const { expressions, ...work } of works) {
    const texts = [];
    for (const { id, language, file, sha256, startInFile, version, importedAt } of expressions) {
      const { text } = await presentText(queries, id);
      const commitments = await exportCommitments(database.queries, id, startInFile);
      texts.push({ id, language, file, sha256, startInFile, version, importedAt, text, commitments });
    }
    exported.push({ ...work, expressions: texts });
  }
  return { servanda: 'register' as const, form: 1 as const, at: clock.now(), works: exported };
}

/** `start` and `end` of a citation are places in the text of the file with that hash; `inText` in the text exported beside it. */
async function exportCommitments(queries: Context['database']['queries'], expressionId: string, startInFile: number) {
  const logs = await actionsByCommitment(queries, expressionId);
  const records = await commitmentsOf(queries, expressionId);
  return records
    .filter(({ retired }) => !retired)
    .map(({ id, path, page, language, prefix, suffix, sha256 }) => {
      const log = logs.get(id) ?? [];
      const { fields, span, quote, decision, anchored, origin, rejectReason, review, basis } = reduce(log);
      return {
        id,
        path,
        language,
        citation: {
          ...{ quote, prefix, suffix, page, sha256, anchored },
          ...{ start: startInFile + span.start, end: startInFile + span.end, inText: span },
        },
        ...fields,
        decision,
        origin,
        rejectReason,
        review,
        confidence: basis?.confidence ?? 1,
        why: basis?.why ?? [],
        actions: log.map(({ commitmentId: _, ...action }) => action),
      };
    });
}
