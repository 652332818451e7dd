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

  test('the way to the content is the first stop of the Tab key', async () => {
    const page = await site.visit('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the content');
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
});

if (CHROMIUM === undefined) test('the pages are not tried: no Chromium on this machine (CHROMIUM names one)', () => {});
