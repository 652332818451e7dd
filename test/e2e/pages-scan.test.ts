import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, example, expectNoSidewaysScroll, importFiles, openSite, type Site } from './pages.ts';

describe.skipIf(CHROMIUM === undefined)('a scan in the Reader, in a browser', { timeout: 120_000 }, () => {
  let site: Site;
  let reader = '';
  beforeAll(async () => {
    site = await openSite();
    const page = await site.visit('/');
    await importFiles(page, [example('communique-2025.page-1.png')], 240_000);
    await page.locator('.import-next a').first().click();
    await page.locator('mark').first().waitFor();
    reader = new URL(page.url()).pathname;
    await page.context().close();
  }, 300_000);
  afterAll(() => site?.close());

  const text = async (page: Page) => (await page.locator('.reader-text').textContent()) ?? '';

  test('the page picture stands beside the text; p hides it, and a small screen shows it when asked', async () => {
    const page = await site.visit(reader);
    const picture = page.locator('.scan-page img').first();
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(1000);
    await page.keyboard.press('p');
    await expect.poll(() => picture.count()).toBe(0);
    await page.context().close();
    const small = await site.visit(reader, { width: 390, height: 800 });
    expect(await small.locator('.scan-page').count()).toBe(0);
    await small.getByRole('button', { name: 'Page picture' }).click();
    await small.locator('.scan-page img').waitFor();
    await expectNoSidewaysScroll(small);
    await small.context().close();
  });

  test('a word pointed at in the text is shown on its page, and the other way', async () => {
    const page = await site.visit(reader);
    await page.locator('.scan-page img').first().waitFor();
    await page.locator('mark').first().hover();
    await page.locator('.scan-box.pointed').waitFor();
    const box = await page.locator('.scan-page').first().boundingBox();
    if (!box) throw new Error('no page');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.3);
    await expect.poll(() => page.evaluate(() => CSS.highlights.has('pointed'))).toBe(true);
    await page.context().close();
  });

  test('a doubtful word is put right by keyboard, kept, told in the history, and taken back', async () => {
    const page = await site.visit(reader);
    await page.locator('.scan-page').first().waitFor();
    const before = await text(page);
    await page.keyboard.press('w');
    const field = page.locator('.word-field');
    await field.waitFor();
    const word = await field.inputValue();
    expect(before).toContain(word);
    await page.keyboard.type('Norrinland');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Save 1 word/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => text(page), { timeout: 15_000 }).toContain('Norrinland');
    expect((await text(page)).length).toBe(before.length - word.length + 'Norrinland'.length);
    expect(await page.locator('.word-panel').count()).toBe(0);
    await page.getByText('1 word put right, 0 found right.').waitFor();
    await page.keyboard.press('w');
    await page.getByText('Corrected once').click();
    await page.locator('.text-history del', { hasText: word }).waitFor();
    await page.locator('.text-history').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => text(page), { timeout: 15_000 }).toBe(before);
    await page.context().close();
  });
});
