import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, example, expectNoSidewaysScroll, importFiles, openSite, type Site } from './pages.ts';

describe.skipIf(CHROMIUM === undefined)('Thread, What changed and Cascade, in a browser', { timeout: 180_000 }, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());

  const lines = (page: Page) => page.locator('.change-line');
  const count = async (page: Page, kind: string) => Number(await page.locator(`.change-count.${kind} b`).textContent());

  test('with one text there is nothing to compare, and the page says what to do', async () => {
    const page = await site.visit('/');
    await importFiles(page, [example('joint-statement-2024.vi.txt')]);
    await page.goto(`${site.address}/changes`);
    await page.getByText('Only one text is in the register').waitFor({ timeout: 60_000 });
    await page.context().close();
  });

  test('two statements are compared as soon as both are in; every count opens a list of so many', async () => {
    const page = await site.visit('/');
    await importFiles(page, [example('joint-statement-2026.vi.txt'), example('directive-2026.vi.docx')]);
    await page.goto(`${site.address}/changes`);
    await lines(page).first().waitFor({ timeout: 90_000 });
    for (const kind of ['new', 'stronger', 'same', 'gone']) {
      const wanted = await count(page, kind);
      expect(wanted, kind).toBeGreaterThan(0);
      await page.locator(`.change-count.${kind}`).click();
      await expect.poll(() => lines(page).count()).toBe(wanted);
    }
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });

  test('a person sets a link aside with the keyboard and takes it back', async () => {
    const page = await site.visit('/changes?show=stronger');
    await lines(page).first().waitFor();
    const before = await count(page, 'stronger');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('Link set aside.').waitFor();
    await expect.poll(() => count(page, 'stronger')).toBe(before - 1);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => count(page, 'stronger')).toBe(before);
    await page.context().close();
  });

  test('the words of a line open its thread: both texts with their dates, and what moved', async () => {
    const page = await site.visit('/changes?show=stronger');
    await lines(page).first().locator('.quoted-words').last().click();
    await page.locator('.thread .work-steps').nth(1).waitFor();
    const line = await page.locator('.headline').textContent();
    expect(line).toMatch(/2024.*2026/s);
    expect(await page.locator('.step.here').count()).toBe(1);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });

  test('the cascade says what the province takes up, and gives a draft of the rest as a Word file', async () => {
    const page = await site.visit('/cascade');
    await page.locator('.cascade tbody tr').first().waitFor({ timeout: 30_000 });
    const [all, taken, open] = [await count(page, 'all'), await count(page, 'taken'), await count(page, 'open')];
    expect(taken).toBeGreaterThan(0);
    expect(taken + open).toBe(all);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'as Word' }).click();
    const bytes = await readFile(await (await download).path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await page.locator('.change-count.open').click();
    await expect.poll(() => page.locator('.cascade tbody tr').count()).toBe(open);
    await page.context().close();
    const small = await site.visit('/cascade', { width: 390 });
    await small.locator('.cascade tbody tr').first().waitFor();
    await expectNoSidewaysScroll(small);
    await small.context().close();
  });
});
