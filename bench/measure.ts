import { loadavg } from 'node:os';

const RUNS = 20;
/** What a page's query may take at the median. */
const BAR_MS = 50;

const above: string[] = [];

/** Runs the work once, then twenty times, and prints the median and the worst of these. */
export async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const [median, worst] = [times[RUNS / 2] ?? 0, times.at(-1) ?? 0];
  if (median >= BAR_MS) above.push(`${name} ${median.toFixed(0)}`);
  const [half, most] = [median.toFixed(0).padStart(5), worst.toFixed(0).padStart(5)];
  console.log(`${name.padEnd(48)} median ${half} ms   worst ${most} ms${median >= BAR_MS ? '   above' : ''}`);
}

/** Prints what was above the bar of 50 ms at the median, and how busy the machine is. */
export function aboveBar(): void {
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}, ${above.length} above ${BAR_MS} ms: ${above.join(' · ')}`,
  );
}
