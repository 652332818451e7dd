import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../kernel/index.ts';
import { ROOT } from './package.ts';

/** Where the built pages lie. */
export const PAGES = join(ROOT, 'dist/web');

/** All that the pages are made of: their own folder, and those they may import (tiers). */
const SOURCES = [
  ...['web', 'kernel', 'i18n', 'vocabulary', 'register', 'commitments', 'server/contract'].map((name) => `src/${name}`),
  ...['index.html', 'profiles', 'vite.config.ts', 'package-lock.json'],
];

/**
 * Builds the pages where they are missing or older than their sources (told by a hash kept beside them); a build that
 * breaks off leaves the former pages as they were. `announce` is called before a build, which takes seconds.
 * Returns the folder of the pages.
 */
export async function ensurePages(announce: (first: boolean) => void): Promise<string> {
  const wanted = await hashOfSources();
  const stamp = join(PAGES, '.sources');
  const kept = await readFile(stamp, 'utf8').catch(() => null);
  if (kept === wanted) return PAGES;
  announce(!existsSync(join(PAGES, 'index.html')));
  const fresh = `${PAGES}.${process.pid}`;
  try {
    await build(fresh);
    await writeFile(join(fresh, '.sources'), wanted);
    await rm(PAGES, { recursive: true, force: true });
    await rename(fresh, PAGES);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return PAGES;
}

const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const run = promisify(execFile);

/** In a process of its own: in the server's, what a build takes (650 MB) would stay with it. */
async function build(outDir: string): Promise<void> {
  const given = ['--config', join(ROOT, 'vite.config.ts'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  await run(process.execPath, [VITE, 'build', ...given], { cwd: ROOT }).catch((cause: unknown) => {
    throw new Problem('unexpected', { id: 'vite' }, cause);
  });
}

async function hashOfSources(): Promise<string> {
  const files = (await Promise.all(SOURCES.map((source) => filesOf(join(ROOT, source))))).flat().sort();
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(file)));
  for (const [index, file] of files.entries()) {
    hash.update(`${relative(ROOT, file)}\0`).update(contents[index] ?? '');
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
