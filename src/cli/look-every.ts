import type { Context } from '../operations/index.ts';

/** Looks every so many milliseconds until the register closes; nothing is done at the start, and no program is kept alive by it. */
export function lookEvery({ closing }: Pick<Context, 'closing'>, ms: number, look: () => void): void {
  const timer = setInterval(look, ms);
  timer.unref();
  closing.addEventListener('abort', () => clearInterval(timer));
}
