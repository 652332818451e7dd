import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openSite, type Site } from './pages.ts';

const TEXT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. The two sides agreed to open the border gate of Norrin before 30 June 2026.`;

describe.skipIf(CHROMIUM === undefined)('tasks', () => {
  let site: Site;
  const post = async (path: string, body: unknown) =>
    (await fetch(`${site.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json())) as { readonly id: string };

  beforeAll(async () => {
    site = await openSite();
    const files = new FormData();
    files.set('files', new Blob([TEXT]), '2025.txt');
    const job = await (await fetch(`${site.address}/api/imports`, { method: 'POST', body: files })).json();
    const done = async () => (await (await fetch(`${site.address}/api/imports/${job.id}`)).json()).done;
    while (!(await done())) await new Promise((wait) => setTimeout(wait, 200));
    for (const name of ['Ministry of Roads', 'Customs Office']) {
      const unit = { party: 'XL', names: { en: [name] }, parent: null, from: null, until: null, successor: null };
      await post('/api/units', { ...unit, entity: null });
    }
  }, 180_000);
  afterAll(() => site?.close());

  test('go from the commitment to a unit, are accepted, planned, reported and settled, and counted by timeliness', async () => {
    const page = await site.visit('/commitments');
    await page.getByText('open the border gate').first().click();
    await page.getByRole('heading', { name: 'Tasks', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Assign' }).click();
    const window = page.getByRole('dialog');
    await window.getByRole('combobox', { name: 'Lead' }).fill('Roads');
    await page.getByRole('option', { name: 'Ministry of Roads' }).click();
    await window.getByRole('button', { name: 'Assign' }).click();
    await page.waitForURL(/\/tasks\/[^/]+$/);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Draft a report' }).click();
    const report = page.getByRole('dialog');
    await report.getByLabel('Number of the document, or link').fill('12/BC');
    await report.getByRole('button', { name: 'Add', exact: true }).click();
    await report.locator('input[type=file]').setInputFiles({
      ...{ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('The gate is open.') },
    });
    await report.getByRole('link', { name: 'minutes.txt' }).waitFor();
    await report.getByText('We hold this to be done').click();
    await report.getByRole('button', { name: 'Save the draft' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'minutes.txt' }).click();
    expect((await saved).suggestedFilename()).toBe('minutes.txt');
    await page.getByRole('button', { name: 'Forward the report' }).click();
    await page.getByRole('button', { name: 'Take the report' }).click();
    await page.getByText('Reported done', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Settle' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
    await page.getByText('Settled', { exact: true }).waitFor();
    await page.goto(`${site.address}/tasks`);
    const rows = page.locator('.task-table tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await page
      .getByRole('link', { name: /Done late|Done on time/ })
      .filter({ hasText: '1' })
      .first()
      .click();
    await page.waitForURL(/timeliness=done/);
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(1);
    await page.close();
  });
});
