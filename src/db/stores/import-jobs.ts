import { Problem } from '../../kernel/index.ts';
import type { Queries } from '../connect.ts';

/** An import as it is kept: the files are what the operation reports of them. */
export interface KeptJob {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly done: boolean;
  readonly files: unknown;
}

export async function keepJob(queries: Queries, job: KeptJob): Promise<void> {
  const row = { ...job, files: JSON.stringify(job.files) };
  await queries
    .insertInto('import_job')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ done: row.done, files: row.files }))
    .execute();
}

/** @throws Problem `not-found` */
export async function jobById(queries: Queries, id: string): Promise<KeptJob> {
  const job = await queries.selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst();
  if (job === undefined) throw new Problem('not-found', { noun: 'import', id });
  return job;
}
