import type { SingleBar } from 'cli-progress';

/** Shown only when the work is taking longer than this. */
const PATIENCE_MS = 1000;

/** How far a piece of work is; `stop` takes the bar off the screen. */
export interface Progress {
  /** `done` of `total`, and the thing being worked on. */
  at(done: number, total: number, label: string): void;
  stop(): void;
}

const SILENT: Progress = { at() {}, stop() {} };

/**
 * A bar on stderr once the work has taken over a second, where stderr is a terminal or `wanted` says so
 * (`--progress`). Elsewhere silent.
 */
export async function showProgress(wanted: boolean): Promise<Progress> {
  if (!wanted && !process.stderr.isTTY) return SILENT;
  const { SingleBar } = await import('cli-progress');
  const started = Date.now();
  let bar: SingleBar | null = null;
  return {
    at(done, total, label) {
      if (bar === null) {
        if (Date.now() - started < PATIENCE_MS) return;
        bar = new SingleBar({
          format: '{bar} {percentage}%  {label}',
          stream: process.stderr,
          noTTYOutput: wanted,
          notTTYSchedule: PATIENCE_MS,
          hideCursor: true,
          clearOnComplete: true,
          gracefulExit: false,
        });
        bar.start(total, done, { label });
      }
      bar.setTotal(total);
      bar.update(done, { label });
    },
    stop() {
      bar?.stop();
    },
  };
}
