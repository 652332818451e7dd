import type { Context } from './context.ts';

/**
 * Asks the database whether it answers; the name and version of what does.
 * @throws Problem `database-unreachable`
 */
export async function health({ database }: Context): Promise<{ database: string }> {
  return { database: await database.version() };
}
