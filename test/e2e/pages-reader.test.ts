import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, example, expectNoSidewaysScroll, importFiles, openSite, type Site } from './pages.ts';

describe.skipIf(CHROMIUM === undefined)('the Reader, in a browser', { timeout: 120_000 }, () => {
  let site: Site;
  let reader = '';
  beforeAll(async () => {
    site = await openSite();
    const page = await site.visit('/');
    await importFiles(page, [example('joint-statement-2026.vi.txt'), example('joint-statement-2024.fa.txt')]);
    await page.locator('.import-next a').first().click();
    await page.locator('mark').first().waitFor();
    reader = new URL(page.url()).pathname;
    await page.context().close();
  }, 120_000);
  afterAll(() => site?.close());

  const chosen = (page: Page) => page.locator('.chosen-card');
  const decided = async (page: Page, id: string) =>
    (await (await fetch(`${site.address}/api/commitments/${id}`)).json()) as {
      decision: string;
      quote: string;
      version: number;
      page: typeof page;
    };
  const chosenId = (page: Page) => new URL(page.url()).searchParams.get('c') ?? '';

  test('keys move through the commitments and the address says where one stands', async () => {
    const page = await site.visit(reader);
    await page.keyboard.press('j');
    await chosen(page).waitFor();
    const first = chosenId(page);
    await page.keyboard.press('j');
    await expect.poll(() => chosenId(page)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => chosenId(page)).toBe(first);
    await page.reload();
    await chosen(page).waitFor();
    expect(chosenId(page)).toBe(first);
    await page.context().close();
  });

  test('c confirms and goes to the next undecided, u takes it back', async () => {
    const page = await site.visit(reader);
    await page.keyboard.press('n');
    await chosen(page).waitFor();
    const id = chosenId(page);
    await page.keyboard.press('c');
    await expect.poll(() => chosenId(page)).not.toBe(id);
    await expect.poll(async () => (await decided(page, id)).decision).toBe('confirmed');
    await page.getByText(/^Confirmed:/).waitFor();
    await page.keyboard.press('u');
    await expect.poll(async () => (await decided(page, id)).decision).toBe('undecided');
    await expect.poll(() => chosenId(page)).toBe(id);
    await page.context().close();
  });

  test('two keys in a row are two decisions, not a conflict', async () => {
    const page = await site.visit(reader);
    await page.keyboard.press('n');
    await chosen(page).waitFor();
    const id = chosenId(page);
    const { version } = await decided(page, id);
    await page.keyboard.press('c');
    await page.keyboard.press('u');
    await expect.poll(async () => (await decided(page, id)).version).toBe(version + 2);
    expect((await decided(page, id)).decision).toBe('undecided');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  test('x asks for a reason and a digit gives it', async () => {
    const page = await site.visit(reader);
    await page.keyboard.press('n');
    await chosen(page).waitFor();
    const id = chosenId(page);
    await page.keyboard.press('x');
    await page.getByText('Why is it rejected?').waitFor();
    await page.keyboard.press('2');
    await expect.poll(async () => (await decided(page, id)).decision).toBe('rejected');
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await decided(page, id)).decision).toBe('undecided');
    await page.context().close();
  });

  test('the end of a quote is moved by a key, and dragged, to whole words', async () => {
    const page = await site.visit(reader);
    for (let step = 0; step < 5; step++) await page.keyboard.press('j');
    await chosen(page).waitFor();
    const id = chosenId(page);
    const before = (await decided(page, id)).quote;
    await page.keyboard.press('e');
    await page.locator('.handle.end').waitFor();
    await page.keyboard.press('}');
    await page.keyboard.press('}');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await decided(page, id)).decision).toBe('corrected');
    const shorter = (await decided(page, id)).quote;
    expect(before.startsWith(shorter)).toBe(true);
    expect(before.slice(shorter.length)).toMatch(/^\s*\S+\s+\S+$/);

    await page.keyboard.press('e');
    const handle = await page.locator('.handle.start').boundingBox();
    if (!handle) throw new Error('no handle');
    const y = handle.y + handle.height / 2;
    await page.mouse.move(handle.x + handle.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(handle.x + 70, y, { steps: 6 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await decided(page, id)).quote).not.toBe(shorter);
    const dragged = (await decided(page, id)).quote;
    expect(shorter.endsWith(dragged)).toBe(true);
    expect(shorter.slice(0, -dragged.length)).toMatch(/\s$/);
    await page.context().close();
  });

  test('what somebody else decided meanwhile is shown beside one’s own change', async () => {
    const page = await site.visit(reader);
    await page.keyboard.press('n');
    await chosen(page).waitFor();
    const id = chosenId(page);
    const { version } = await decided(page, id);
    const elsewhere = { type: 'reject', version, reason: 'duplicate', note: '' };
    await fetch(`${site.address}/api/commitments/${id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(elsewhere),
    });
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Somebody else was faster' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(/Your change[\s\S]*Confirm[\s\S]*As it is now[\s\S]*Rejected/);
    await dialog.getByRole('button', { name: 'Keep it as it is now' }).click();
    expect((await decided(page, id)).decision).toBe('rejected');
    await page.context().close();
  });

  test('selected words become a commitment of their own', async () => {
    const page = await site.visit(reader);
    const passage = page
      .locator('.passage.item, .passage.paragraph')
      .filter({ hasNot: page.locator('mark') })
      .first();
    await passage.scrollIntoViewIfNeeded();
    const words = await passage.textContent();
    await passage.click({ clickCount: 3 });
    await page.getByRole('button', { name: /Mark as commitment/ }).click();
    await chosen(page).waitFor();
    const added = await decided(page, chosenId(page));
    expect(added.decision).toBe('confirmed');
    expect(words).toContain(added.quote.slice(0, 20));
    await page.context().close();
  });

  test('the filter leaves what is asked for, and the search finds words without their diacritics', async () => {
    const page = await site.visit(`${reader}?strength=deliver&kind=commitment`);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('mark.line:not(.deliver)').count()).toBe(0);
    await page.keyboard.press('/');
    await page.keyboard.type('duong sat');
    await page.getByText(/^\d+\/\d+$/).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('duong sat');
    await page.context().close();
  });

  test('a count of the coverage meter lights its sentences and says why they hold nothing', async () => {
    const page = await site.visit(reader);
    await page.locator('.coverage-count.none').click();
    await page.getByText(/^1 of \d+/).waitFor();
    expect(new URL(page.url()).searchParams.get('coverage')).toBe('none');
    expect(await page.evaluate(() => CSS.highlights.get('covered')?.size ?? 0)).toBeGreaterThan(0);
    await page.context().close();
  });

  test('Persian stands from right to left, with the page in another language around it', async () => {
    const works = (await (await fetch(`${site.address}/api/works`)).json()) as {
      works: { expressions: { id: string; language: string }[] }[];
    };
    const persian = works.works.flatMap((work) => work.expressions).find((each) => each.language === 'fa');
    const page = await site.visit(`/read/${persian?.id}`, { locale: 'zh' });
    const passage = page.locator('.passage.paragraph, .passage.item').first();
    await passage.waitFor();
    expect(await passage.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh');
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('ltr');
    await page.context().close();
  });

  test('on a small screen the chosen commitment lies below its words and nothing scrolls sideways', async () => {
    const page = await site.visit(reader, { width: 390, height: 800 });
    await page.locator('mark').first().click();
    await page.locator('.sheet').waitFor();
    await expectNoSidewaysScroll(page);
    const [mark, sheet] = await Promise.all([
      page.locator('mark.chosen').first().boundingBox(),
      page.locator('.sheet').boundingBox(),
    ]);
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
    await page.context().close();
  });
});

if (CHROMIUM === undefined) test('the Reader is not tried: no Chromium on this machine (CHROMIUM names one)', () => {});
