import { putWordsTogether } from '../db/index.ts';
import type { Context } from './context.ts';

/**
 * Puts together what imports keep apart so as not to wait for one another; nothing that is shown changes by it. Returns how many rows were
 * put together. `spare`: how many rows more than it needs a word may keep.
 */
export async function tidyRegister({ whole, closing }: Context, spare?: number): Promise<number> {
  let all = 0;
  for (let taken = 1; taken > 0 && !closing.aborted; all += taken) {
    taken = await whole.write((queries) => putWordsTogether(queries, spare));
  }
  return all;
}
