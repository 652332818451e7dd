import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'servanda-machine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a machine with nothing on its PATH but the programs of `folder` is found to miss. */
function missing(path: string): string[] {
  const script = "import { prepareMachine } from './scripts/machine.ts'; console.log(JSON.stringify(prepareMachine()))";
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: path },
    encoding: 'utf8',
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

function program(name: string, lines: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`);
  chmodSync(join(folder, name), 0o755);
}

test('a machine where nothing may be installed is told what is missing and how to get it', () => {
  expect(missing('/nowhere')).toContainEqual(
    'Missing: Chromium (browser tests). Install it with: sudo apt-get install chromium',
  );
});

test('where it may be installed it is, after the lists of packages have been brought up to date', () => {
  program('sudo', '[ "$1" = -n ] && shift; exec "$@"');
  program('true', 'exit 0');
  const chromium = `printf '#!/bin/sh\\n' > ${folder}/chromium`;
  program('apt-get', `echo "$@" >> ${folder}/calls; case "$*" in install*chromium*) ${chromium};; esac`);
  expect(missing(folder).filter((sentence) => sentence.includes('chromium'))).toEqual([]);
  const [first, second] = readFileSync(join(folder, 'calls'), 'utf8').split('\n');
  expect(first).toBe('update -q');
  expect(second).toMatch(/^install -y -q --no-install-recommends .*chromium/);
});
