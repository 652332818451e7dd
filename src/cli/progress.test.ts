import { afterEach, expect, test, vi } from 'vitest';
import { showProgress } from './progress.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** What stands on stderr and stdout after work of some seconds, reported twice. */
async function after(seconds: number, wanted: boolean): Promise<{ stderr: string; stdout: string }> {
  vi.useFakeTimers();
  const written = { stderr: '', stdout: '' };
  for (const name of ['stderr', 'stdout'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += text;
      return true;
    });
  }
  const bar = await showProgress(wanted);
  bar.at(0, 4, 'a.txt');
  vi.advanceTimersByTime(seconds * 1000);
  bar.at(2, 4, 'b.txt');
  vi.advanceTimersByTime(3000);
  bar.stop();
  return written;
}

test('work that takes over a second shows how far it is and on what, on stderr alone', async () => {
  const { stderr, stdout } = await after(1.5, true);
  expect(stderr).toMatch(/50% .*b\.txt/);
  expect(stdout).toBe('');
});

test('quick work shows nothing, nor does work whose stderr is no terminal unless it was asked', async () => {
  expect((await after(0.5, true)).stderr).toBe('');
  if (!process.stderr.isTTY) expect((await after(5, false)).stderr).toBe('');
});
