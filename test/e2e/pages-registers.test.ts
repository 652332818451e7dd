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
    // The history below says the same words of what was and is.
    const state = page.locator('.facts');
    await state.getByText('Confirmed', { exact: true }).waitFor();
    await page.keyboard.press('u');
    await state.getByText('To be looked at', { exact: true }).waitFor();
    await page.locator('.place-quote').first().click();
    await page.waitForURL(/\/read\/.*place=\d+-\d+/);
    await page.close();
  });

  test('let proposals go by key, or ticked all at once, each with one way back', async () => {
    const page = await site.visit('/registers/body');
    const name = 'Department of Coastal Fisheries';
    const row = page.locator('.entity-table tbody tr').filter({ hasText: name });
    await row.locator('.entity-link').focus();
    await page.keyboard.press('x');
    await page.getByText(`Rejected: ${name}`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`Taken back: ${name}`).waitFor();
    await page.getByRole('button', { name: /^Tick/ }).click();
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await bar.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await page.getByText(/^\d+ rejected$/).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/^\d+ taken back$/).waitFor();
    await row.getByRole('button', { name: 'Confirm' }).waitFor();
    await page.close();
  });

  test('stand as of a past day, from list to entry and back, where nothing can be changed', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const page = await site.visit(`/registers/body?asOf=${day}`);
    await page.getByText('How it stood at the end of').waitFor();
    const first = page.locator('.entity-link').first();
    expect(await page.getByRole('button', { name: /^(Confirm|Add|Tick)/ }).count()).toBe(0);
    await first.click();
    await page.getByText('How it stood at the end of').waitFor();
    expect(await page.locator('.decide-panel').count()).toBe(0);
    await page.locator('.entity-head').getByRole('link', { name: 'Bodies' }).click();
    await page.waitForURL(new RegExp(`asOf=${day}`));
    await page.goto(`${site.address}/registers/body?asOf=2001-01-01`);
    await page.getByText('Nothing stood in this register on that day').waitFor();
    await page.getByRole('button', { name: 'Back to today' }).click();
    await first.waitFor();
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

  test('water data: a file with a fault names its place; a sound one shows the level, read out by arrow keys and as a table', async () => {
    const page = await site.visit('/water');
    await page.getByText('No water data yet').waitFor();
    const bring = (name: string, rows: string) =>
      page.locator('input[type=file]').setInputFiles({
        ...{ name, mimeType: 'text/csv' },
        buffer: Buffer.from(`station,name,time,parameter,value,unit,datum\n${rows}`),
      });
    await bring('bad.csv', 'G1,Upper Gate,2026-03-01T06:00:00,level,4.10,m,Delta 72\n');
    await page.getByText('line 2, column 15').waitFor();
    const hours = [6, 7, 8].map((hour) => `G1,Upper Gate,2026-03-01T0${hour}:00:00+07:00,level,4.${hour}0,m,Delta 72`);
    await bring('levels.csv', `${hours.join('\n')}\n`);
    await page.getByText('levels.csv: 3 values added').waitFor();
    await page.getByRole('img', { name: /Chart of 3 values/ }).focus();
    await page.keyboard.press('Home');
    await page.locator('.water-readout').getByText('4.6 m').waitFor();
    await page.locator('.water-readout').getByText('2026-03-01 06:00 +07 · 07:00 +08').waitFor();
    await page.getByRole('button', { name: 'As a table' }).click();
    await expect.poll(() => page.locator('.water-table tbody tr').count()).toBe(3);
    await page.close();
  });
});
