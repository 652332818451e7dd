import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { MEGABYTE, Problem } from '../kernel/index.ts';

/** PGlite stops for good where a disk fills up under it, so it must not come to that. What a new database takes, and what is kept free. */
const NEW_DATABASE = 160 * MEGABYTE;
const RESERVE = 64 * MEGABYTE;

/**
 * Makes sure that a data folder can take what is about to be written.
 * @throws Problem `disk-full`
 */
export function ensureRoom(folder: string, bytes = 0): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = bytes + (existsSync(join(folder, 'postgres', 'PG_VERSION')) ? RESERVE : NEW_DATABASE);
  if (bavail * bsize < needed) throw new Problem('disk-full', { path: folder });
}
