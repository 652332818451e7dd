import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  actOnChannel,
  type Context,
  dutyOf,
  followNotices,
  openChannel,
  openPost,
} from '../../src/operations/index.ts';
import { OPEN_SEAT } from '../../src/register/index.ts';
import { CHROMIUM, expectAccessible, expectNoSidewaysScroll, openSiteAt } from './pages.ts';

/** One text, so that there are seats to try. */
function demonstration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-notices-'));
  const about = { file: 'statement.txt', title: 'Joint Statement', type: 'joint-statement', date: '2026-03-12' };
  const files = [{ ...about, language: 'en', imported: true, parties: ['XL', 'XT'], work: 'statement' }];
  writeFileSync(join(folder, 'statement.txt'), 'JOINT STATEMENT\n\n1. The two sides agreed to set up a flood line.');
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files }));
  return folder;
}

/** A line with a desk at one end, two at the other, and a chief at both; thirty minutes that both sides agreed to. */
async function flood(context: Context): Promise<void> {
  const desk = async (party: string, name: string) => {
    const post = { party, unit: null, name, phone: '+99 1', mail: '', zone: 'UTC' };
    await openPost(context, post, OPEN_SEAT);
    return (await dutyOf(context, OPEN_SEAT)).rows.find((row) => row.name === name)?.id ?? '';
  };
  const [hill, shore, harbour] = [await desk('XL', 'Hill'), await desk('XT', 'Shore'), await desk('XT', 'Harbour')];
  const [head, boss] = [await desk('XL', 'Head'), await desk('XT', 'Boss')];
  const about = { parties: ['XL', 'XT'], types: ['water-emergency'], commitments: [] };
  const { rows } = await openChannel(context, { ...about, names: { en: 'Flood line' } }, OPEN_SEAT);
  const limit = { of: 'water-emergency', clock: 'acknowledge', minutes: 30 } as const;
  const bodies = [
    { type: 'line', party: 'XL', line: { posts: [hill], chief: head } },
    { type: 'line', party: 'XT', line: { posts: [shore, harbour], chief: boss } },
    { type: 'propose-limit', party: 'XL', ...limit, source: 'Note 7' },
    { type: 'agree-limit', party: 'XT', ...limit },
  ] as const;
  for (const [index, body] of bodies.entries()) {
    await actOnChannel(context, { id: rows[0]?.id ?? '', version: index + 1, body }, OPEN_SEAT);
  }
}

describe.skipIf(CHROMIUM === undefined)('a drill between two duty desks', () => {
  let site: Awaited<ReturnType<typeof openSiteAt>>;
  let now = '2026-04-06T03:00:00.000Z';
  beforeAll(async () => {
    site = await openSiteAt({ now: () => now }, demonstration());
    await flood(site.register);
  }, 180_000);
  afterAll(() => site?.close());

  async function sitDown(country: RegExp, path: string, width = 1440): Promise<Page> {
    const page = await site.visit('/');
    await page.getByRole('button', { name: 'No accounts' }).click();
    await page
      .getByRole('group', { name: country })
      .getByRole('menuitem', { name: 'Duty officer', exact: true })
      .click();
    await page.getByRole('button', { name: 'Duty officer' }).waitFor();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.address + path);
    await page.locator('h1').first().waitFor();
    return page;
  }

  test('goes from one side to the other, up the ladder while nobody answers, and ends with one key', async () => {
    const there = await sitDown(/Tavoria/, '/duty', 390);
    await there.getByText('Nothing waits for this desk.').waitFor();
    const here = await sitDown(/Ilmara/, '/notices/new');
    await here.getByRole('button', { name: 'exercise', exact: true }).click();
    await here.getByLabel('Headline (English)').fill('The Velm rises fast at Senmar');
    await here.getByRole('button', { name: 'Send as exercise' }).click();
    await here.getByText('Place: is needed').waitFor();
    await here
      .getByRole('button', { name: /^–\s*Kind/ })
      .or(here.getByRole('button', { name: /Kind/ }))
      .first()
      .click();
    await here.getByRole('option', { name: 'Sudden rise' }).click();
    await here.getByLabel('River or stream *').fill('Velm');
    await here.getByLabel('Place *').fill('Senmar');
    await here.getByRole('button', { name: 'Now' }).first().click();
    await here.getByRole('button', { name: 'Send as exercise' }).click();
    await here.getByRole('heading', { name: 'The Velm rises fast at Senmar' }).waitFor();
    await expectAccessible(here);

    const card = there.getByRole('listitem', { name: 'Water emergency' });
    await card.getByText('The Velm rises fast at Senmar').waitFor();
    await card.getByText('agreed: 30 min (Note 7)').waitFor();
    await expectNoSidewaysScroll(there);
    await expectAccessible(there);

    now = '2026-04-06T04:01:00.000Z';
    await followNotices(site.register);
    await card.getByText('ran out', { exact: true }).waitFor();
    await card.getByText(/Time ran out; told: .*Harbour.*Boss/).waitFor();
    await here.getByText('told: Head').waitFor();

    await there.keyboard.press('a');
    await there.getByText('Acknowledged by Shore').first().waitFor();
    await there.getByText('Nothing waits for this desk.').waitFor();
    await here.getByText('done late').waitFor();
    expect(await here.getByText('exercise: nothing sent').count()).toBeGreaterThan(0);
    const shows = { '/duty/roster': 'Flood line', '/notices': 'The Velm rises fast at Senmar' };
    for (const [path, words] of Object.entries(shows)) {
      await here.goto(site.address + path);
      await here.locator('main li').getByText(words).waitFor();
      await expectAccessible(here);
    }
  }, 120_000);
});
