import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, example, expectAccessible, importFiles, openSite, type Site } from './pages.ts';

/** Texts that changed are compared meanwhile. */
const SLOWLY = { timeout: 15_000 };

describe.skipIf(CHROMIUM === undefined)('two language versions, in a browser', { timeout: 120_000 }, () => {
  let site: Site;
  let address = '';
  beforeAll(async () => {
    site = await openSite();
    const page = await site.visit('/');
    await importFiles(
      page,
      [example('joint-statement-2023.vi.txt'), example('joint-statement-2023.en-draft.txt')],
      60_000,
    );
    await page.getByRole('button', { name: 'Yes, join them' }).click();
    await page.getByRole('link', { name: 'Compare the versions' }).click();
    await page.locator('.bead-row').first().waitFor({ timeout: 60_000 });
    address = new URL(page.url()).pathname;
    await page.context().close();
  }, 240_000);
  afterAll(() => site?.close());

  const versions = async () =>
    (await (await fetch(`${site.address}/api${address}`)).json()) as {
      version: number;
      findings: { key: string; judgement: { verdict: string; note: string } | null }[];
      beads: { origin: string }[];
    };
  const judged = async (page: Page) => {
    const key = new URL(page.url()).searchParams.get('f');
    return (await versions()).findings.find((finding) => finding.key === key)?.judgement ?? null;
  };

  test('keys lead through the differences, judge them and take it back; a note is kept', async () => {
    const page = await site.visit(address);
    await page.locator('.small-finding').first().waitFor();
    await page.keyboard.press('j');
    await page.locator('.chosen-finding').waitFor();
    const first = page.url();
    await page.keyboard.press('t');
    await expect.poll(() => page.url(), SLOWLY).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => judged(page), SLOWLY).toMatchObject({ verdict: 'true' });
    await page.keyboard.press('w');
    await page.keyboard.type('say it plainly');
    await page.keyboard.press('Enter');
    await expect.poll(() => judged(page), SLOWLY).toMatchObject({ verdict: 'true', note: 'say it plainly' });
    await page.keyboard.press('u');
    await expect.poll(() => judged(page), SLOWLY).toMatchObject({ note: '' });
    // Half under the fixed head a control would count as too small.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
    await page.context().close();
  });

  test('a press on a link undoes it, and two presses make one', async () => {
    const page = await site.visit(address);
    const row = page.locator('.bead-row').nth(3);
    await row.waitFor();
    await row.locator('.bead-link').click();
    await page.getByText('The link is undone').waitFor();
    await expect
      .poll(async () => (await versions()).beads.some(({ origin }) => origin === 'person'), SLOWLY)
      .toBe(true);
    const lone = page.locator('.bead-row.lone');
    await lone.first().waitFor();
    const only = (side: string) => page.locator(`.bead-row.lone:has(.version-cell.${side} .link-handle)`).first();
    await only('a').hover();
    await only('a').locator('.link-handle').click();
    await page.getByText('Choose the passage of text B').waitFor();
    await only('b').locator('.link-handle').click();
    await page.getByText('The two passages are linked').waitFor();
    await page.context().close();
  });

  test('a number beside a kind of difference opens exactly those', async () => {
    const page = await site.visit(address);
    const chip = page.locator('.chip.critical');
    await chip.waitFor();
    const count = Number(await chip.locator('b').textContent());
    await chip.click();
    await expect.poll(() => page.locator('.finding').count(), SLOWLY).toBe(count);
    await page.context().close();
  });
});
