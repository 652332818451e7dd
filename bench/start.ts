/**
 * How long a second `npm start` takes until its address is printed, with the demonstration in the register, beside what Node
 * takes to open the same data with PGlite alone: the median of seven each, in turn. `node bench/start.ts`
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const RUNS = 7;
const data = mkdtempSync(join(tmpdir(), 'servanda-bench-start-'));

/** Seconds until `npm start` has printed its address; it is ended then. */
async function product(): Promise<number> {
  const began = performance.now();
  const env = { ...process.env, SERVANDA_DATA: data, PORT: '0', NODE_ENV: 'production' };
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = new Promise((done) => child.once('close', done));
  let said = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    said += text;
    if (said.includes('http://')) break;
  }
  const seconds = (performance.now() - began) / 1000;
  process.kill(-(child.pid as number), 'SIGTERM');
  await ended;
  return seconds;
}

/** Seconds that a Node of its own takes to open the data and ask one thing. */
function databaseAlone(): number {
  const open = `import { PGlite } from '@electric-sql/pglite';
    const db = await PGlite.create({ dataDir: process.argv[1] }); await db.query('select 1'); await db.close();`;
  const began = performance.now();
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', open, join(data, 'postgres')], {
    cwd: ROOT,
  });
  if (status !== 0) throw new Error('the database could not be opened');
  return (performance.now() - began) / 1000;
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

try {
  console.log(`first start, with loading the demonstration: ${(await product()).toFixed(1)} s`);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await product());
    theirs.push(databaseAlone());
  }
  const [second, alone] = [median(ours), median(theirs)];
  console.log(
    `second start ${second.toFixed(2)} s; PGlite alone ${alone.toFixed(2)} s; ratio ${(second / alone).toFixed(2)}`,
  );
} finally {
  rmSync(data, { recursive: true, force: true });
}
