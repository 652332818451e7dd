import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, example, expectNoSidewaysScroll, importFiles, openSite, readCsv, type Site } from './pages.ts';

describe.skipIf(CHROMIUM === undefined)('Documents and Commitments, in a browser', { timeout: 120_000 }, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site?.close());

  const rows = (page: Page) => page.locator('.grid-body .grid-row');
  const total = (page: Page) => page.locator('.register-total');

  test('an empty register explains the first step, and the list says where its rows come from', async () => {
    const page = await site.visit('/');
    await page.getByText('No documents yet').waitFor();
    await page.goto(`${site.address}/commitments`);
    await page.getByText('No commitments yet').waitFor();
    await page.context().close();
  });

  test('files are imported through the page; a broken one says what to do; the same one again changes nothing', async () => {
    const page = await site.visit('/');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      { name: 'no-zip.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('this is no Word file') },
    ]);
    await page.locator('.import-file.failed').nth(1).waitFor();
    expect(await page.locator('.import-batch').first().textContent()).toMatch(
      /is empty\. Check the file[\s\S]*Open it in the program/,
    );

    await importFiles(page, [example('joint-statement-2026.vi.txt'), example('communique-2025.vi.txt')]);
    await expect.poll(() => page.locator('.work').count()).toBe(2);
    await importFiles(page, [example('joint-statement-2026.vi.txt')]);
    await page.getByText('unchanged, here already').waitFor();
    expect(await page.locator('.work').count()).toBe(2);
    await page.context().close();
  });

  test('every count opens the list of exactly so many rows', async () => {
    const page = await site.visit('/');
    const links = page.locator('.work .count-link');
    await links.first().waitFor();
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    for (let index = 0; index < count; index++) {
      const link = links.nth(index);
      const number = Number(await link.locator('b').textContent());
      await link.click();
      await page.locator('.register').waitFor();
      await expect.poll(async () => (await total(page).textContent())?.replace(/\D/g, '')).toBe(String(number));
      await page.goBack();
      await links.first().waitFor();
    }
    await page.context().close();
  });

  test('title, type and date are edited in place; a work is withdrawn and brought back', async () => {
    const page = await site.visit('/');
    const work = page.locator('.work').first();
    await work.getByRole('button', { name: /^Actions/ }).click();
    await page.getByRole('menuitem', { name: /^Edit title/ }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Statement of the spring');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Statement of the spring' }).waitFor();
    await page.getByRole('button', { name: 'Actions for “Statement of the spring”' }).click();
    await page.getByRole('menuitem', { name: /^Withdraw/ }).click();
    await expect.poll(() => page.locator('.work').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.work').count()).toBe(2);
    await page.context().close();
  });

  test('the search folds diacritics and lights what it found; facets narrow; the address brings it all back', async () => {
    const page = await site.visit('/commitments');
    await page.keyboard.press('/');
    await page.keyboard.type('cua khau');
    await page.locator('mark.hit').first().waitFor();
    expect((await page.locator('mark.hit').first().textContent())?.normalize('NFC').toLowerCase()).toMatch(/cửa|khẩu/);
    await page.locator('.facet-value', { hasText: 'Deliver' }).click();
    await expect.poll(() => page.url()).toContain('strength=deliver');
    await expect.poll(() => page.locator('.grid-body .grid-row').filter({ hasNotText: 'Deliver' }).count()).toBe(0);
    const found = await total(page).textContent();
    const again = await site.visit(page.url().slice(site.address.length));
    await expect.poll(() => total(again).textContent()).toBe(found);
    await again.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => total(again).textContent()).not.toBe(found);
    await page.context().close();
    await again.context().close();
  });

  test('the CSV holds exactly the rows and columns on screen', async () => {
    const page = await site.visit(
      '/commitments?strength=deliver&column=quote&column=strength&column=actors&sort=quote',
      { locale: 'vi' },
    );
    await rows(page).first().waitFor();
    const shown = Number((await total(page).textContent())?.replace(/\D/g, ''));
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    const bytes = await readFile(await (await downloading).path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...lines] = readCsv(new TextDecoder().decode(bytes));
    const heads = await page.locator('.grid-head .sort-button').allTextContents();
    expect(head).toEqual(heads);
    expect(lines).toHaveLength(shown);
    const first = await rows(page).first().locator('.grid-cell').allTextContents();
    const plain = (text: string | undefined) => text?.replace(/\s+/g, ' ').replaceAll(';', ',').trim();
    expect(lines[0]?.map(plain)).toEqual(first.map(plain));
    await page.context().close();
  });

  test('by keyboard: to the rows, down, select, open', async () => {
    const page = await site.visit('/commitments');
    await rows(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await page.locator('.grid-row[aria-selected=true]').waitFor();
    expect(await page.locator('.grid').getAttribute('aria-activedescendant')).toBe('row-1');
    await page.keyboard.press('Enter');
    await page.locator('.commitment-page').waitFor();
    await page.context().close();
  });

  test('ticked rows are confirmed together and taken back together', async () => {
    const page = await site.visit('/commitments?decision=undecided&kind=commitment');
    await rows(page).first().waitFor();
    const before = await total(page).textContent();
    await rows(page).nth(0).locator('.grid-tick').click();
    await rows(page)
      .nth(2)
      .locator('.grid-tick')
      .click({ modifiers: ['Shift'] });
    await page.getByText('3 selected').waitFor();
    await page.locator('.bulk-bar').getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('3 confirmed').waitFor();
    await expect.poll(() => total(page).textContent()).not.toBe(before);
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 taken back').waitFor();
    await expect.poll(() => total(page).textContent()).toBe(before);

    const day = new Date().toISOString().slice(0, 10);
    await page.goto(`${site.address}/commitments?asOf=${day}`);
    await page.getByText('How it stood at the end of').waitFor();
    await rows(page).first().waitFor();
    expect(await page.locator('.grid .checkbox-box').count()).toBe(0);
    await page.goto(`${site.address}/commitments?asOf=2001-01-01`);
    await page.getByText('No commitments were known by that day').waitFor();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await rows(page).first().waitFor();
    await page.context().close();
  });

  test('the language changes at once, is kept, and is the page’s own', async () => {
    const page = await site.visit('/commitments');
    await page.getByRole('radio', { name: '中文' }).click();
    await page.getByRole('heading', { name: '承诺' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '承诺' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh');
    await page.context().close();
  });

  test('on a small screen the rows are cards, the facets a sheet, and nothing scrolls sideways', async () => {
    const page = await site.visit('/commitments', { width: 390, height: 800 });
    await page.locator('.small-row').first().waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('dialog').locator('.facet-value', { hasText: 'Deliver' }).click();
    await page.getByRole('button', { name: /^Show \d+/ }).click();
    await expect.poll(() => page.url()).toContain('strength=deliver');
    await page.context().close();
  });
});

if (CHROMIUM === undefined) test('the pages are not tried: no Chromium on this machine (CHROMIUM names one)', () => {});
