/**
 * `npm test`: everything that must hold, in one go. Prepares the machine, then types, lint, all tests beside the code
 * and of the architecture, then the product from outside (command line, server, Chromium). Ends with one line
 * `N passed, N failed`; the exit code is 0 only where nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMachine } from './machine.ts';
import { add, closingLine, type Report, type Tally, tally } from './tally.ts';

const ROOT = join(import.meta.dirname, '..');
const STEP_LIMIT_MS = 40 * 60_000;

/** Runs a program of node_modules/.bin with its output on ours. */
function run(title: string, program: string, args: readonly string[]): boolean {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const result = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: STEP_LIMIT_MS,
    env: { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}` },
  });
  console.log(
    `   ${title}: ${result.status === 0 ? 'well' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return result.status === 0;
}

/** A check that is one test: passes or fails as a whole. */
function check(title: string, program: string, args: readonly string[] = []): Tally {
  return run(title, program, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function tests(title: string, args: readonly string[]): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-test-'));
  const file = join(folder, 'report.json');
  try {
    const well = run(title, 'vitest/vitest.mjs', [
      'run',
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...args,
    ]);
    return tally(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null, well);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function everything(): Tally {
  return [
    check('types', 'typescript/bin/tsc'),
    check('lint', '@biomejs/biome/bin/biome', ['check', '--max-diagnostics=50']),
    tests('unit, store, operation and architecture tests', ['--exclude=test/e2e/**']),
    check('pages', '../bin/run.js', ['scripts/build.ts']),
    tests('the product from outside: command line, server, Chromium', ['test/e2e']),
  ].reduce(add);
}

const missing = prepareMachine();
for (const sentence of missing) console.error(sentence);
const result = missing.length === 0 ? everything() : { passed: 0, failed: missing.length, skipped: 0 };
console.log(`\n${closingLine(result)}`);
process.exitCode = result.failed === 0 ? 0 : 1;
