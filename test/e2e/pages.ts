import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ensurePages } from '../../src/cli/pages.ts';
import type { Clock } from '../../src/kernel/index.ts';
import { type Context, loadDemonstration, openDatabase, traceLineage } from '../../src/operations/index.ts';
import { buildApp } from '../../src/server/index.ts';
import { ROOT } from './terminal.ts';

/** The browser of the machine, or undefined where there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path));

const AXE = createRequire(import.meta.url).resolve('axe-core');

/** A file of the demonstration, to be given to the page. */
export function example(name: string): string {
  return resolve(ROOT, 'examples', name);
}

export interface Site {
  readonly address: string;
  readonly browser: Browser;
  /** A new window in a language; a size of 1440 × 900 unless told. What is kept of another is not in it. */
  readonly visit: (path: string, options?: Visit) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface Visit {
  readonly locale?: 'vi' | 'en' | 'zh';
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** ISO instant that the page takes for now; the machine's own unless told. */
  readonly now?: string;
}

/** The product on an empty register of its own, on a free port, and a browser before it. */
export async function openSite(): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'servanda-pages-'));
  const { child, address } = await serve(data);
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  return {
    address,
    browser,
    visit: (path, options = {}) => visit(browser, address + path, options),
    close: async () => {
      await browser.close();
      const ended = new Promise((done) => child.once('close', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * The product with the demonstration of a folder, in this process and by a clock of the test's own, so that months can pass; and
 * a browser before it whose pages know the same time. Its seats are tried from the menu.
 */
export async function openSiteAt(clock: Clock, demonstration: string): Promise<Site & { readonly register: Context }> {
  const [pages, database] = await Promise.all([
    ensurePages(() => undefined),
    openDatabase({ folder: mkdtempSync(join(tmpdir(), 'servanda-clock-')), clock }),
  ]);
  await loadDemonstration(database, demonstration);
  await traceLineage(database);
  const app = await buildApp({
    ...{ database, version: '0', pages, hosts: [] },
    report: (number, error) => console.error(number, error),
  });
  const address = (await app.listen({ port: 0, host: 'localhost' })).replace(/127\.0\.0\.1|\[::1\]/, 'localhost');
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  return {
    address,
    register: database,
    browser,
    visit: (path, options = {}) => visit(browser, address + path, { ...options, now: clock.now() }),
    close: async () => {
      await browser.close();
      await app.close();
      await database.close();
    },
  };
}

function serve(data: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['bin/servanda.js', 'serve', '--no-demonstration', '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, SERVANDA_DATA: data, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((done, failed) => {
    const listen = (text: string) => {
      said += text;
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) done({ child, address });
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('close', (code) => failed(new Error(`ended with ${code} before it served:\n${said}`)));
  });
}

async function visit(
  browser: Browser,
  address: string,
  { locale = 'en', width = 1440, height = 900, dark = false, now }: Visit,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  await context.addInitScript((kept) => {
    if (!localStorage.getItem('servanda.locale')) localStorage.setItem('servanda.locale', kept);
  }, locale);
  if (now !== undefined) await context.clock.setFixedTime(now);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await go(page, address);
  return page;
}

/** Goes to an address and waits until what it shows is there. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('h1').first().waitFor();
}

/** Imports files through the page of documents and waits until each has its outcome. */
export async function importFiles(page: Page, files: readonly string[], timeout = 30_000): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([...files]);
  await page
    .locator('.import-batch')
    .first()
    .locator('.import-file.new, .import-file.failed, .import-file.unchanged')
    .nth(files.length - 1)
    .waitFor({ timeout });
}

/** Fails on a serious violation of WCAG in the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(readAxe());
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(' | ')}`,
      );
  });
  expect(found, page.url()).toEqual([]);
}

let axe: string | undefined;

function readAxe(): string {
  axe ??= process.getBuiltinModule('node:fs').readFileSync(AXE, 'utf8');
  return axe;
}

/** Fails where the page stays wider than its window; while a window is being made narrower it may be so for a frame. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over, { message: page.url(), timeout: 5_000 }).toBeLessThanOrEqual(0);
}

/** The lines of a CSV file whose cells hold no line breaks; quotation marks are taken off. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted && character === '"' && text[index + 1] === '"') cell += text[index++];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && character === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      rows.push([]);
      cell = '';
    } else cell += character;
  }
  return rows.filter((row) => row.length > 0);
}
