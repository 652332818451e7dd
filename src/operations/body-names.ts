import type { BodyName } from '../commitments/index.ts';
import { listBodyNames } from '../db/index.ts';
import type { Context } from './context.ts';

/** What the texts of the register call bodies that stand in none of its registers, those of most texts first. */
export function bodyNames({ database }: Context): Promise<BodyName[]> {
  return listBodyNames(database.queries);
}
