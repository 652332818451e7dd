import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCALES } from '../../src/kernel/index.ts';
import {
  CHROMIUM,
  example,
  expectAccessible,
  expectNoSidewaysScroll,
  go,
  importFiles,
  openSite,
  type Site,
  type Visit,
} from './pages.ts';

const FOLLOWING_UP = [
  ...[
    '/tasks',
    '/tasks/mine',
    '/tasks/urgings',
    '/tasks/ladder',
    '/tasks/ahead',
    '/tasks/evaluations',
    '/tasks/sheets',
    '/papers',
    '/dissemination',
  ],
  ...[
    '/sessions',
    '/sides',
    '/terms',
    '/quotas',
    '/pairs',
    '/publishing',
    '/account',
    '/units',
    '/partners',
    '/alerts',
  ],
];

describe.skipIf(CHROMIUM === undefined)('the pages for everyone, in a browser', { timeout: 180_000 }, () => {
  let site: Site;
  let paths: string[] = [];
  beforeAll(async () => {
    site = await openSite();
    const page = await site.visit('/');
    await importFiles(page, [example('communique-2025.vi.txt'), example('joint-statement-2024.fa.txt')]);
    const { rows } = (await (await fetch(`${site.address}/api/commitments?limit=1`)).json()) as {
      rows: { id: string; expressionId: string }[];
    };
    const [row] = rows;
    paths = [
      '/',
      '/commitments',
      `/commitments/${row?.id}`,
      `/read/${row?.expressionId}`,
      `/read/${row?.expressionId}?c=${row?.id}`,
      '/nowhere',
    ];
    await page.context().close();
  }, 120_000);
  afterAll(() => site?.close());

  const everywhere = async (options: Visit, look: (page: Page) => Promise<void>, among = paths) => {
    const page = await site.visit('/', options);
    for (const path of among) {
      await go(page, site.address + path);
      await look(page);
    }
    await page.context().close();
  };

  // Other words stand in the same pages: all of them are tried in one language, the fullest in each.
  for (const locale of LOCALES) {
    test(`no page has a serious fault for those who cannot see or use a mouse (${locale})`, () =>
      everywhere({ locale }, expectAccessible, locale === 'vi' ? paths : paths.slice(1, 3)));
  }

  test('dark colours keep their contrast', () => everywhere({ dark: true }, expectAccessible));

  test('no page scrolls sideways at 390, 1024 or 1440 pixels', () =>
    everywhere({ locale: 'vi' }, async (page) => {
      for (const width of [390, 1024, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await expectNoSidewaysScroll(page);
      }
    }));

  test('the pages of following up are free of serious faults and never scroll sideways', () =>
    everywhere(
      { locale: 'vi' },
      async (page) => {
        for (const width of [1440, 1024, 390]) {
          await page.setViewportSize({ width, height: 800 });
          await expectNoSidewaysScroll(page);
        }
        await expectAccessible(page);
      },
      FOLLOWING_UP,
    ));

  test('the way to the content is the first stop of the Tab key', async () => {
    const page = await site.visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content');
    await page.context().close();
  });

  test('a paper whose rules of layout could not be read says so, and comes when they are asked for again', async () => {
    const page = await site.visit('/');
    const layouts = '**/api/papers/layouts';
    await page.route(layouts, (route) =>
      route.fulfill({ status: 500, json: { code: 'unexpected', details: { id: '7' } } }),
    );
    await go(page, `${site.address}/papers`);
    await page.unroute(layouts);
    await page.locator('.papers-result').getByRole('button', { name: 'Try again' }).click();
    await page.locator('.paper-sheet').waitFor();
    await page.context().close();
  });

  test('when the server is gone the page says so and stands', async () => {
    const page = await site.visit('/commitments');
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.facet-value').first().click();
    await page.getByText('The server does not answer').waitFor();
    expect(await page.locator('.grid-row').count()).toBeGreaterThan(0);
    await page.unroute('**/api/**');
    await page.getByText('The server does not answer').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the public pages are read without scripts, by ear and in print, and what was published is on them', async () => {
    const ask = async (path: string, body?: object) => {
      const headers = { 'content-type': 'application/json' };
      const sent = body && { method: 'POST', headers, body: JSON.stringify(body) };
      return (await fetch(`${site.address}/api/${path}`, sent)).json();
    };
    const { rows } = await ask('commitments?language=fa&limit=1');
    const [row] = rows as { id: string; version: number; workId: string; quote: string }[];
    await ask(`commitments/${row?.id}/decisions`, { type: 'confirm', version: row?.version });
    const offered = await ask(`publishing/${row?.workId}`);
    const able = (
      offered.items as { kind: string; item: string; version: number; bar: string | null; id: string }[]
    ).filter(({ bar }) => bar === null);
    const items = able.map(({ kind, item, version }) => ({ kind, item, version }));
    await ask(`publishing/${row?.workId}/actions`, {
      type: 'publish',
      items,
      fields: { commitment: ['sector', 'context', 'source'] },
    });
    const addressOf = (kind: string) => able.find((one) => one.kind === kind)?.id;
    const context = await site.browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${site.address}/public/vi/`);
    await page.getByRole('searchbox').fill('۲۰۲۴');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.goto(`${site.address}/public/vi/${addressOf('commitment')}`);
    expect(await page.locator('blockquote strong').textContent()).toBe(row?.quote);
    const heard = await page.locator('body').ariaSnapshot();
    for (const part of ['banner', 'navigation', 'main', 'contentinfo', 'heading "Cách trích dẫn"'])
      expect(heard).toContain(part);
    expect(await context.cookies()).toEqual([]);
    await context.close();
    const shown = ['', 'figures', addressOf('commitment'), addressOf('text')].map((path) => `/public/zh/${path}`);
    await everywhere(
      { width: 390, dark: true },
      async (seen) => {
        await expectAccessible(seen);
        await expectNoSidewaysScroll(seen);
      },
      shown,
    );
  });
});

if (CHROMIUM === undefined) test('the pages are not tried: no Chromium on this machine (CHROMIUM names one)', () => {});
