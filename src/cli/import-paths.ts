import { Problem } from '../kernel/index.ts';
import { type Context, importFiles } from '../operations/index.ts';
import { fail, isRefusal, warn } from './exit.ts';
import { showProgress } from './progress.ts';
import { OFFICER } from './register.ts';
import { readSource } from './source.ts';

/** The outcome of one file, for programs. */
export interface Imported {
  readonly file: string;
  readonly state: string;
  readonly work: string | null;
  readonly expression: string | null;
  readonly commitments: number;
  readonly support: number;
  readonly seconds: number | null;
}

/**
 * Imports files one after another, so that no more than one is held in memory. One that cannot be used is named on
 * stderr and makes the exit code 2; the others go on.
 */
export async function* importPaths(
  register: Context,
  paths: readonly string[],
  progress: boolean,
): AsyncGenerator<Imported> {
  const bar = await showProgress(progress);
  try {
    for (const [index, path] of paths.entries()) {
      const at = (share: number) => bar.at(Math.round((index + share) * 100), paths.length * 100, path);
      at(0);
      const outcome = await importPath(register, path, at).catch(async (error: unknown) => {
        if (!isRefusal(error)) throw error;
        await fail(error);
        return null;
      });
      if (outcome !== null) yield outcome;
    }
  } finally {
    bar.stop();
  }
}

async function importPath(register: Context, path: string, at: (share: number) => void): Promise<Imported> {
  const source = await readSource(path);
  const job = await importFiles(register, { files: [source], by: OFFICER }, ({ files }) => at(files[0]?.progress ?? 0));
  const file = job.files[0];
  if (file === undefined) throw new Problem('unexpected', { id: path });
  if (file.problem !== null) throw new Problem(file.problem.code, file.problem.details);
  for (const message of file.messages) if (message.severity !== 'info') await warn(path, message);
  return {
    file: path,
    state: file.state,
    work: file.workId,
    expression: file.expressionId,
    commitments: file.counts?.commitment ?? 0,
    support: file.counts?.support ?? 0,
    seconds: file.seconds,
  };
}
