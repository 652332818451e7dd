import { Problem } from '../../kernel/index.ts';
import type { ReadSheet } from '../../register/index.ts';
import { readApart } from '../read-apart.ts';

/** A hundred thousand rows fit; what does not, or hangs, is refused, and nothing else suffers. */
const BOUNDS = { memoryMb: 768, patienceMs: 120_000 } as const;

type Answer = { readonly sheets: ReadSheet[] } | { readonly problem: Pick<Problem, 'code' | 'details'> };

/**
 * Reads the sheets of a file in a thread of its own, with a bound to its memory.
 * @throws Problem `format-unknown`, `file-damaged`, `file-too-large`, `sheet-too-large`
 */
export async function readSheetsApart(name: string, bytes: Uint8Array): Promise<ReadSheet[]> {
  const script = new URL('./sheet-worker.ts', import.meta.url);
  const broken = (reason: string) => new Problem('file-damaged', { name, format: 'xlsx', reason });
  const answer = await readApart<Answer>(script, { name, bytes }, BOUNDS, broken);
  if ('sheets' in answer) return answer.sheets;
  throw new Problem(answer.problem.code, answer.problem.details);
}
