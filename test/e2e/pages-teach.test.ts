import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, expectAccessible, importFiles, openSite, type Site } from './pages.ts';

/** Point 4 is missing in the source. */
const TEXT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Ostra, 12 March 2026

1. The two sides agreed to strengthen the exchange of flood warnings.

2. The two sides agreed to strengthen the training of nurses.

3. The two sides agreed to strengthen the care of the lighthouses.

5. The two sides agreed to respect the night rest of sailors.
`;

/** A text of another relation. */
const OTHER = `JOINT STATEMENT
between Japan and India

Kyoto, 3 June 2026

1. The two sides agreed to open a school of gardening.
`;

interface Row {
  readonly id: string;
  readonly strength: string;
  readonly quote: string;
}

describe.skipIf(CHROMIUM === undefined)('what a file is and how it is read, in a browser', { timeout: 90_000 }, () => {
  let site: Site;
  const folder = mkdtempSync(join(tmpdir(), 'servanda-teach-'));
  beforeAll(async () => {
    site = await openSite();
    const file = join(folder, 'statement.txt');
    writeFileSync(file, TEXT);
    const page = await site.visit('/');
    await importFiles(page, [file], 60_000);
    await page.context().close();
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  const rows = async (): Promise<Row[]> =>
    ((await (await fetch(`${site.address}/api/commitments?limit=100`)).json()) as { rows: Row[] }).rows;
  const named = async (words: string) => (await rows()).find(({ quote }) => quote.includes(words)) as Row;
  const correct = async (words: string) => {
    const { id } = await named(words);
    const answer = await fetch(`${site.address}/api/commitments/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site.address },
      body: JSON.stringify({ type: 'correct', version: 1, fields: { strength: 'deliver' } }),
    });
    expect(answer.status, await answer.text()).toBe(200);
  };
  const preview = (page: Page) => page.locator('.teach-preview');
  const apply = async (page: Page) => {
    await preview(page).getByRole('button', { name: 'Apply' }).click();
    await preview(page).waitFor({ state: 'detached' });
  };

  test('Documents leads to what is to confirm: a field is confirmed, corrected and taken back, an oddity marked', async () => {
    const page = await site.visit('/');
    await page.getByRole('link', { name: '1 oddity' }).waitFor();
    await page.getByRole('link', { name: /to confirm$/ }).click();
    const title = page.locator('.identity-field').filter({ has: page.getByText('Title', { exact: true }) });
    await title.getByRole('button', { name: 'Confirm' }).click();
    await title.getByText('confirmed', { exact: true }).waitFor();
    await title.getByRole('button', { name: 'Correct' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Statement of Ostra');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Statement of Ostra' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await title.getByText('confirmed', { exact: true }).waitFor();
    const odd = page.locator('.oddity', { hasText: 'The numbering goes from' });
    await odd.getByRole('button', { name: 'As in the original' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('so in the signed copy');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await odd.getByText('so in the signed copy').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test('a lesson is written, shown on all documents, applied, and undone with a preview of its own', async () => {
    const page = await site.visit('/');
    const other = join(folder, 'other.txt');
    writeFileSync(other, OTHER);
    await importFiles(page, [other], 60_000);
    await page.goto(`${site.address}/teach`);
    await page.getByRole('button', { name: 'New lesson' }).click();
    const form = page.getByRole('form', { name: 'New lesson' });
    for (const relation of [/Japan/, /Ilmara/]) {
      await page.getByRole('button', { name: /Relation/ }).click();
      await page.getByRole('option', { name: relation }).click();
      await expect.poll(() => form.count()).toBe(1);
    }
    await form.getByRole('button', { name: /What it is/ }).click();
    await page.getByRole('option', { name: 'Words that are no act' }).click();
    await form.getByRole('textbox', { name: 'Words, as they stand in the text' }).fill('respect');
    await form.getByRole('button', { name: 'Preview on all documents' }).click();
    await preview(page).locator('tr.disappears', { hasText: 'sailors' }).waitFor();
    expect(await named('sailors')).toBeDefined();
    await expectAccessible(page);
    await apply(page);
    await expect.poll(() => named('sailors')).toBeUndefined();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo last change' }).click();
    await preview(page).locator('tr.appears', { hasText: 'sailors' }).waitFor();
    await apply(page);
    await expect.poll(() => named('sailors')).toBeDefined();
    await page.context().close();
  });

  test('two corrections suggest a lesson; applied, it changes the third sentence and leaves the two as decided', async () => {
    await correct('flood warnings');
    await correct('nurses');
    const page = await site.visit('/teach');
    const suggestion = page.locator('.lesson', { hasText: 'strengthen' });
    await suggestion.getByRole('button', { name: /The decisions/ }).click();
    await suggestion.getByRole('link', { name: /nurses/ }).waitFor();
    await suggestion.getByRole('button', { name: 'Preview' }).click();
    await preview(page).locator('tr.changes', { hasText: 'lighthouses' }).waitFor();
    await apply(page);
    await expect.poll(async () => (await named('lighthouses')).strength).toBe('deliver');
    await page.context().close();
  });
});

if (CHROMIUM === undefined)
  test('what a file is and how it is read is not tried: no Chromium on this machine (CHROMIUM names one)', () => {});
