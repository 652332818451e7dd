import { Problem } from '../../kernel/index.ts';
import type { ImportFile, ImportJob } from '../../operations/index.ts';
import type { Received } from '../upload.ts';

/** Jobs whose refused files are remembered: enough for every page that is still asking. */
const KEPT = 100;

/**
 * Files turned away at the door never reach the import; here they keep their place among those that did, so that the
 * reader sees the outcome of each file that was dropped.
 */
export function refusedFiles() {
  const known = new Map<string, ReadonlyMap<number, ImportFile>>();
  return {
    keep(jobId: string, received: readonly Received[]): void {
      const refused = received.flatMap((file, place) =>
        file.content instanceof Problem ? [[place, failed(file, file.content)] as const] : [],
      );
      if (refused.length === 0) return;
      known.set(jobId, new Map(refused));
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    },
    into(job: ImportJob): ImportJob {
      const files = [...job.files];
      for (const [place, file] of known.get(job.id) ?? []) files.splice(place, 0, file);
      return { ...job, files };
    },
  };
}

function failed({ name, size }: Received, problem: Problem): ImportFile {
  return {
    name,
    bytes: size,
    state: 'failed',
    progress: 1,
    workId: null,
    expressionId: null,
    counts: null,
    seconds: null,
    messages: [],
    problem: { code: problem.code, details: problem.details },
  };
}
