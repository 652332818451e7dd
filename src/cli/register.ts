import { resolve } from 'node:path';
import { systemClock } from '../kernel/index.ts';
import { type Context, openDatabase } from '../operations/index.ts';

/** Who acts, in the history of a commitment: one name for all until there are accounts. */
export const OFFICER = 'officer';

/** Where PGlite keeps its files: `SERVANDA_DATA`, else `data` in the present folder. */
export function dataFolder(): string {
  return resolve(process.env.SERVANDA_DATA || 'data');
}

/** Opens the register of this machine (or of `DATABASE_URL`), migrated. Whoever opens it closes it. */
export function openRegister(): Promise<Context> {
  const url = process.env.DATABASE_URL;
  return openDatabase({ ...(url ? { url } : { folder: dataFolder() }), clock: systemClock });
}

/** Opens the register for one piece of work and closes it, whatever comes of the work. */
export async function withRegister<T>(work: (register: Context) => Promise<T>): Promise<T> {
  const register = await openRegister();
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}
