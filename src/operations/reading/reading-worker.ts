import { parentPort } from 'node:worker_threads';
import { sameWork } from '../../alignment/index.ts';
import { parseText } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import { readWithLessons } from '../teaching/read-lessons.ts';
import { compareTexts } from '../versions/compare-texts.ts';
import { readText, rereadText } from './read-text.ts';
import type { Task, Tasks } from './tasks.ts';

/** What the thread is asked, and what it answers; errors travel as their code and details. */
export interface ReadingRequest {
  readonly id: number;
  readonly task: Task;
}
export type ReadingAnswer = { readonly id: number } & (
  | { readonly progress: number }
  | { readonly done: Tasks[keyof Tasks]['result'] }
  | { readonly problem: Pick<Problem, 'code' | 'details'> }
  | { readonly error: string }
);

function perform(task: Task, progress: (done: number) => void): unknown {
  switch (task.name) {
    case 'read':
      return readText(task.input.file, task.input.teaching, progress);
    case 'reread':
      return rereadText(task.input.corrected, task.input.teaching);
    case 'try-lessons':
      return readWithLessons(task.input);
    case 'compare':
      return compareTexts(task.input, progress);
    case 'same-work':
      return sameWork(parseText(task.input.a, { name: 'a' }), parseText(task.input.b, { name: 'b' }));
  }
}

const port = parentPort;
if (port !== null) {
  port.on('message', async ({ id, task }: ReadingRequest) => {
    const answer = (body: object) => port.postMessage({ id, ...body });
    try {
      answer({ done: await perform(task, (progress) => answer({ progress })) });
    } catch (error) {
      if (error instanceof Problem) answer({ problem: { code: error.code, details: error.details } });
      else answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}
