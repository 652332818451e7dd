const RUNS = 20;

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
  const [half, most] = [median.toFixed(0).padStart(5), worst.toFixed(0).padStart(5)];
  console.log(`${name.padEnd(44)} median ${half} ms   worst ${most} ms`);
}
