import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openSite, type Site } from './pages.ts';

const TEXT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. The two sides agreed to support the Department of Coastal Fisheries and to convene the 3+3 Strategic Dialogue.

2. The 16th meeting of the Joint Commission was held in Velgar in March 2025.`;

describe.skipIf(CHROMIUM === undefined)('the registers', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    const files = new FormData();
    files.set('files', new Blob([TEXT]), '2025.txt');
    const job = await (await fetch(`${site.address}/api/imports`, { method: 'POST', body: files })).json();
    const done = async () => (await (await fetch(`${site.address}/api/imports/${job.id}`)).json()).done;
    while (!(await done())) await new Promise((wait) => setTimeout(wait, 200));
  }, 120_000);
  afterAll(() => site?.close());

  test('show a proposal first; confirmed by key it can be taken back, and its words open in the text', async () => {
    const page = await site.visit('/registers/body');
    const first = page.locator('.entity-link').first();
    expect(await first.textContent()).toBe('Department of Coastal Fisheries');
    await first.click();
    await page.getByRole('heading', { level: 1, name: 'Department of Coastal Fisheries' }).waitFor();
    await page.keyboard.press('c');
    await page.getByText('Confirmed', { exact: true }).first().waitFor();
    await page.keyboard.press('u');
    await page.getByText('To be looked at', { exact: true }).waitFor();
    await page.locator('.place-quote').first().click();
    await page.waitForURL(/\/read\/.*place=\d+-\d+/);
    await page.close();
  });

  test('find an entry by a name in any language and count the commitments that lean on it', async () => {
    const page = await site.visit('/registers/mechanism', { locale: 'vi' });
    await page.locator('.entity-link').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('doi thoai chien luoc 3+3');
    await expect.poll(() => page.locator('.entity-table tbody tr').count(), { timeout: 10_000 }).toBe(1);
    await page.locator('.entity-table td.number a').click();
    await page.waitForURL(/\/commitments\?entity=/);
    await page.getByText('convene the 3+3 Strategic Dialogue').waitFor();
    await page.close();
  });
});
