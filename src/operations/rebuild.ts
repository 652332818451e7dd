import {
  actionsByCommitment,
  commitmentsOf,
  expressionsOf,
  remakePairs,
  remakeTwoSided,
  replaceCommitments,
  replacePast,
} from '../db/index.ts';
import { reduce } from '../register/index.ts';
import type { Context } from './context.ts';
import { rebuildEntities } from './entities/rebuild-entities.ts';
import { presentTextOf } from './expressions.ts';
import { rebuildNotices } from './notices/index.ts';
import { rebuildPairs } from './pairs/index.ts';
import { commitmentRecord } from './project.ts';
import { rebuildPublications } from './publishing/index.ts';
import { rebuildQuotas } from './quotas/index.ts';
import { pastOf } from './register-then.ts';
import { rebuildSeries } from './sessions/index.ts';
import { rebuildTasks } from './tasks/index.ts';

/** Makes every row of the registers again from its actions and the present text; returns how many commitments. */
export async function rebuildRegister(context: Context): Promise<number> {
  const { database } = context;
  let count = 0;
  for (const { id } of await expressionsOf(database.queries, null)) {
    count += await database.write(async (queries) => {
      const present = await presentTextOf(queries, id);
      const logs = await actionsByCommitment(queries, id);
      const records = await commitmentsOf(queries, id);
      await replaceCommitments(
        queries,
        records.map((record) => commitmentRecord(record.id, reduce(logs.get(record.id) ?? []), present, record)),
      );
      await replacePast(queries, id, await pastOf(queries, records, logs));
      return records.length;
    });
  }
  await rebuildEntities(context);
  await rebuildTasks(context);
  await database.write(remakeTwoSided);
  await database.write(remakePairs);
  await rebuildSeries(context);
  await rebuildQuotas(context);
  await rebuildPairs(context);
  await rebuildNotices(context);
  await rebuildPublications(context);
  return count;
}
