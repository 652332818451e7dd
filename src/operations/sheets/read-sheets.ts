import { Problem } from '../../kernel/index.ts';
import type { ReadSheet } from '../../register/index.ts';
import type { ReadList } from '../../reports/index.ts';
import { readApart } from '../read-apart.ts';

/** A hundred thousand rows fit; what does not, or hangs, is refused, and nothing else suffers. */
const BOUNDS = { memoryMb: 768, patienceMs: 120_000 } as const;

/** What a file that is brought in holds: tables, or a list of ours as data. */
export type BroughtFile = { readonly sheets: ReadSheet[] } | { readonly list: ReadList };

type Answer = BroughtFile | { readonly problem: Pick<Problem, 'code' | 'details'> };

/**
 * Reads a file (.xlsx, .csv, .json, a form as .docx) in a thread of its own, with a bound to its memory.
 * @throws Problem `format-unknown`, `file-damaged`, `file-too-large`, `sheet-too-large`, `input-invalid`
 */
export async function readFileApart(name: string, bytes: Uint8Array): Promise<BroughtFile> {
  const script = new URL('./sheet-worker.ts', import.meta.url);
  const format = name.split('.').at(-1) ?? '';
  const broken = (reason: string) => new Problem('file-damaged', { name, format, reason });
  const answer = await readApart<Answer>(script, { name, bytes }, BOUNDS, broken);
  if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.details);
  return answer;
}
