import { parentPort } from 'node:worker_threads';
import type { SourceFile } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type CorrectedText, type ReadText, readText, rereadText } from './read-text.ts';

/** What the thread is asked, and what it answers; errors travel as their code and details. */
export type ReadingRequest = { readonly id: number } & (
  | { readonly file: SourceFile }
  | { readonly corrected: CorrectedText }
);
export type ReadingAnswer = { readonly id: number } & (
  | { readonly progress: number }
  | { readonly read: ReadText }
  | { readonly problem: Pick<Problem, 'code' | 'details'> }
  | { readonly error: string }
);

const port = parentPort;
if (port !== null) {
  port.on('message', async (request: ReadingRequest) => {
    const answer = (body: Omit<ReadingAnswer, 'id'>) => port.postMessage({ id: request.id, ...body });
    try {
      if ('corrected' in request) answer({ read: rereadText(request.corrected) });
      else answer({ read: await readText(request.file, (progress) => answer({ progress })) });
    } catch (error) {
      if (error instanceof Problem) answer({ problem: { code: error.code, details: error.details } });
      else answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
