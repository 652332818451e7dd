import type { Checked } from '../kernel/index.ts';
import { writeAkn } from '../reports/index.ts';
import type { Context } from './context.ts';
import { readExpression } from './expressions.ts';

/**
 * The present version of an expression as Akoma Ntoso, with the commitments that stand in it and are not rejected, and a
 * name for the file.
 * @throws Problem `not-found`
 */
export async function expressionAkn(
  context: Context,
  id: string,
): Promise<Checked<string> & { readonly name: string }> {
  const { work, expression, text, provisions, pages, commitments } = await readExpression(context, id);
  const { file, sha256, startInFile, version, language } = expression;
  const written = writeAkn({
    work: { title: work.title, type: work.type, date: work.date, number: null, parties: work.parties },
    ...{ text, language, provisions, pages },
    commitments: commitments.filter(({ decision, anchored }) => anchored && decision !== 'rejected'),
    source: { name: file, sha256, version, start: startInFile },
    on: context.clock.now().slice(0, 10),
  });
  return { ...written, name: `${file.replace(/\.[^.]+$/, '')}.akn` };
}
