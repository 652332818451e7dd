import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Something of the system that the tests need: how to see it, and the Debian package that brings it. */
interface Need {
  readonly what: string;
  readonly debian: string;
  readonly present: () => boolean;
}

const NEEDS: readonly Need[] = [
  {
    what: 'Chromium (browser tests)',
    debian: 'chromium',
    present: () => ['chromium', 'chromium-browser', 'google-chrome'].some(onPath),
  },
  {
    what: 'the PostgreSQL server (initdb, postgres)',
    debian: 'postgresql',
    present: () => onPath('initdb') || versions('/usr/lib/postgresql').some((bin) => existsSync(join(bin, 'initdb'))),
  },
  {
    what: 'a Chinese font (screenshots)',
    debian: 'fonts-noto-cjk',
    present: () => existsSync('/usr/share/fonts/opentype/noto') || run('fc-list', [':lang=zh-cn']).stdout.trim() !== '',
  },
];

/**
 * Makes sure the machine has what the tests need: installs it through `apt-get` where that may be done without asking
 * (root, or sudo without a password). Returns what is missing all the same, one sentence each.
 */
export function prepareMachine(): string[] {
  const missing = NEEDS.filter((need) => !need.present());
  if (missing.length === 0) return [];
  const apt = aptCommand();
  if (apt !== null) install(apt, missing);
  return missing
    .filter((need) => !need.present())
    .map((need) => `Missing: ${need.what}. Install it with: sudo apt-get install ${need.debian}`);
}

/** `apt-get`, with sudo where needed and possible; null where this user may not install. */
function aptCommand(): string[] | null {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return run('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null;
}

function install(apt: readonly string[], missing: readonly Need[]): void {
  const packages = missing.map((need) => need.debian);
  console.log(`Installing through apt-get: ${packages.join(', ')}`);
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const [command = '', ...first] = apt;
    const result = spawnSync(command, [...first, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (result.status !== 0) console.log(`apt-get ${args[0]} ended with ${result.status ?? result.signal}`);
  }
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function versions(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [];
}

function run(command: string, args: string[]) {
  return spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
