import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, openSiteAt, type Site } from './pages.ts';

const STATEMENT = `TUYÊN BỐ CHUNG
giữa Cộng hòa Ilmara và Cộng hòa Tavoria

Senmar, ngày 12 tháng 3 năm 2026

1. Hai bên nhất trí mở cửa khẩu Norrin trước ngày 30 tháng 6 năm 2026.

2. Ngày 4 tháng 3 năm 2025, hai bên đã tổ chức Hội nghị thường niên các địa phương biên giới lần thứ bảy tại Senmar.`;

const DIRECTIVE = `VĂN PHÒNG CHÍNH PHỦ
CỘNG HÒA ILMARA
Số: 31/VPCP-ĐN
V/v triển khai thực hiện Tuyên bố chung Ilmara - Tavoria ngày 12 tháng 3 năm 2026

Senmar, ngày 02 tháng 4 năm 2026

Kính gửi: Các bộ, ngành liên quan.

Căn cứ Tuyên bố chung giữa Cộng hòa Ilmara và Cộng hòa Tavoria, Văn phòng Chính phủ yêu cầu các cơ quan thực hiện các việc sau:

1. Giao Phân ban Ilmara trong Ủy ban Hỗn hợp Ilmara - Tavoria chủ trì, phối hợp với Hải quan Belun, các cơ quan liên quan tổ chức mở cửa khẩu Norrin trước ngày 30 tháng 6 năm 2026.`;

/** The demonstration of the test: a statement of both sides and the directive of one. */
function demonstration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-cycle-'));
  const shared = { language: 'vi', imported: true };
  const statement = { file: 'statement.txt', title: 'Joint Statement', type: 'joint-statement', date: '2026-03-12' };
  const directive = { file: 'directive.txt', title: 'Directive 31', type: 'directive', date: '2026-04-02' };
  const files = [
    { ...shared, ...statement, parties: ['XL', 'XT'], work: 'statement' },
    { ...shared, ...directive, parties: ['XL'], work: 'directive' },
  ];
  writeFileSync(join(folder, 'statement.txt'), STATEMENT);
  writeFileSync(join(folder, 'directive.txt'), DIRECTIVE);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files }));
  return folder;
}

const LEAD = 'Ilmaran side of the Joint Commission';
const REPORT = 'Result so far, difficulties, what comes next';
const COUNTRIES = { XL: /Ilmara/, XT: /Tavoria/ };

describe.skipIf(CHROMIUM === undefined)('a promise of two sides', () => {
  let site: Site;
  let here: Page | undefined;
  let task = '';
  let now = '2026-04-06T08:00:00.000Z';
  beforeAll(async () => {
    site = await openSiteAt({ now: () => now }, demonstration());
  }, 180_000);
  afterAll(() => site?.close());

  /** A day on which somebody of a side opens a page from a seat of theirs. */
  async function on(day: string, party: 'XL' | 'XT', role: string, path: string): Promise<Page> {
    now = `${day}T08:00:00.000Z`;
    await here?.context().close();
    const page = await site.visit('/tasks/mine');
    here = page;
    await page.getByRole('button', { name: 'No accounts' }).click();
    await page
      .getByRole('group', { name: COUNTRIES[party] })
      .getByRole('menuitem', { name: role, exact: true })
      .click();
    await page.getByRole('button', { name: role }).waitFor();
    await page.goto(site.address + path);
    await page.locator('h1').first().waitFor();
    return page;
  }

  const press = (of: Page | Locator, name: string | RegExp) =>
    of.getByRole('button', { name, exact: true }).first().click();

  /** Sends a window off with the button that says what it does. */
  async function send(page: Page, button: string): Promise<void> {
    const window = page.getByRole('dialog');
    await press(window, button);
    await window.waitFor({ state: 'detached' });
  }

  async function choose(page: Page, window: Locator, field: RegExp, value: string): Promise<void> {
    await window.getByRole('button', { name: field }).click();
    await page.getByRole('option', { name: value, exact: true }).click();
  }

  /** Types a day into the first date field of a window. */
  async function typeDay(page: Page, window: Locator, day: string): Promise<void> {
    const [year, month, date] = day.split('-');
    await window.getByRole('spinbutton').first().click();
    await page.keyboard.type(`${date}${month}${year}`);
  }

  /** Moves a report on, and waits until it stands so. */
  async function move(page: Page, button: string, stage: string): Promise<void> {
    await press(page, button);
    await page.locator('.task-part').first().locator('.stage').filter({ hasText: stage }).waitFor();
  }

  test('is confirmed, assigned by the words of a directive, planned, reported late, urged, escalated, extended and kept', async () => {
    let page = await on('2026-04-06', 'XL', 'Administrator', '/units');
    await press(page, 'Add unit');
    await page.getByLabel('Name in Vietnamese').fill('Hải quan Belun');
    await page.getByLabel('Code in official documents').fill('000.07.H12');
    await send(page, 'Add unit');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Hải quan Belun' })
      .getByRole('button', { name: 'Change Hải quan Belun' })
      .waitFor();

    page = await on('2026-04-06', 'XL', 'Secretariat', '/commitments');
    for (const words of [/^mở cửa khẩu/, /^chủ trì/]) {
      await page.getByText(words).first().click();
      await press(page, /^Confirm/);
      await page.locator('.decision-mark.confirmed, .commitment-title').getByText('Confirmed').waitFor();
      if (words.source === '^mở cửa khẩu') await page.goto(`${site.address}/commitments`);
    }
    await press(page, 'Assign');
    const window = page.getByRole('dialog');
    await window.getByText('mở cửa khẩu Norrin trước ngày 30 tháng 6 năm 2026').first().waitFor();
    expect(await window.getByRole('combobox', { name: 'Lead' }).inputValue()).toBe(LEAD);
    await window.getByText('Hải quan Belun').waitFor();
    await window.getByText('the agencies concerned').waitFor();
    await choose(page, window, /Reports/, 'monthly');
    await choose(page, window, /Who sees it/, 'Shared with the other side');
    await press(window, 'Assign');
    await page.waitForURL(/\/tasks\/[^/]+$/);
    task = new URL(page.url()).pathname;
    await press(page, 'Say who is meant');
    await window.getByText('Nobody else is meant').click();
    await send(page, 'Say who is meant');

    page = await on('2026-04-07', 'XL', 'Head of unit', '/tasks/mine');
    await page.getByText('take it on').waitFor();
    await page.locator('.task-link').first().click();
    await press(page, 'Accept');
    await page.locator('.badge').getByText('Accepted', { exact: true }).first().waitFor();

    page = await on('2026-04-08', 'XL', 'Reporter', task);
    await press(page, 'Plan');
    await page.getByRole('dialog').getByLabel('Objective').fill('The gate of Norrin is open');
    await page.getByRole('dialog').getByRole('button', { name: '+ Open' }).click();
    await send(page, 'Save the plan');
    await page.locator('.badge').getByText('Planned', { exact: true }).first().waitFor();

    page = await on('2026-07-10', 'XL', 'Secretariat', '/tasks/mine');
    await page.getByRole('link', { name: '1 escalation ahead in the next 30 days' }).click();
    await page.locator('.owed-item').filter({ hasText: '14 Jul 2026' }).getByText('Level 4, by letter').waitFor();
    await page.locator('.owed-item').getByText(`${LEAD} owes it by 30 Jun 2026`).waitFor();
    await page.getByRole('link', { name: 'Next 7 days' }).waitFor();
    page = await on('2026-07-10', 'XT', 'Secretariat', '/tasks/ahead');
    await page.getByText('Nothing is escalated up to 9 Aug 2026').waitFor();
    page = await on('2026-07-10', 'XL', 'Head of unit', '/tasks/ahead');
    await page.locator('.owed-item').getByText('Over your head').waitFor();

    page = await on('2026-07-14', 'XL', 'Reporter', '/tasks/mine');
    await page.getByRole('heading', { name: 'Late (1)' }).waitFor();
    // Three months' reports and the task itself stand in one row.
    expect(await page.locator('.owed-item').count()).toBe(1);
    expect(await page.locator('.owed-things li').count()).toBeGreaterThan(3);
    await page.goto(site.address + task);
    await page.getByText('3 reports are late').waitFor();
    await page.getByRole('listitem').filter({ hasText: '1 Apr 2026' }).getByRole('button', { name: 'Report' }).click();
    await page.getByRole('dialog').getByLabel(REPORT).fill('Both banks are surveyed.');
    await send(page, 'Save the draft');
    await move(page, 'Submit the report', 'With the head');
    page = await on('2026-07-14', 'XL', 'Head of unit', task);
    await move(page, 'Forward the report', 'Sent');

    page = await on('2026-07-15', 'XL', 'Secretariat', task);
    await move(page, 'Take the report', 'Taken');
    await page.getByText('handed in late').waitFor();
    await page.getByText('level 4').waitFor();
    await press(page, 'Urge');
    await page.getByRole('dialog').getByRole('textbox').first().fill('The gate was to be open by now.');
    await send(page, 'Urge');
    await page.goto(`${site.address}/tasks/urgings`);
    await press(page, 'Urge now');
    await page.locator('.list-table').getByText('level 4').waitFor();

    page = await on('2026-07-16', 'XL', 'Head of unit', task);
    await press(page, 'Ask for more time');
    await typeDay(page, page.getByRole('dialog'), '2026-09-30');
    await page.getByRole('dialog').getByLabel('Why').fill('The bridge head was flooded.');
    await send(page, 'Ask for more time');
    page = await on('2026-07-17', 'XL', 'Leader', '/tasks/mine');
    await page.getByText('decide on more time').waitFor();
    await page.goto(site.address + task);
    await press(page, 'Grant more time');
    await send(page, 'Grant more time');
    await page.getByText('first 30 Jun 2026').waitFor();

    page = await on('2026-09-22', 'XL', 'Reporter', task);
    await press(page, 'Draft a report');
    const report = page.getByRole('dialog');
    await report.getByLabel(REPORT).fill('The gate is open since 20 September.');
    await report.getByLabel('Number of the document, or link').fill('45/BB');
    await press(report, 'Add');
    await report.getByText('We hold this to be done').click();
    await send(page, 'Save the draft');
    await move(page, 'Submit the report', 'With the head');
    page = await on('2026-09-22', 'XL', 'Head of unit', task);
    await move(page, 'Forward the report', 'Sent');

    page = await on('2026-09-23', 'XL', 'Secretariat', task);
    await move(page, 'Take the report', 'Taken');
    await press(page, 'More');
    await press(page, 'Draft a report');
    await choose(page, page.getByRole('dialog'), /Report of/, 'Hải quan Belun');
    await page.getByRole('dialog').getByLabel(REPORT).fill('The customs hall works.');
    await page.getByRole('dialog').getByText('We hold this to be done').click();
    await send(page, 'Save the draft');
    await press(page, 'Forward the report');
    await press(page, 'Take the report');
    await page.getByText('Hải quan Belun ✓').waitFor();
    await press(page, 'Settle');
    await send(page, 'Settle');
    await page.getByText('Done on time', { exact: true }).first().waitFor();
  }, 300_000);

  test('is disputed by the other side, put on the agenda, decided and closed; and an earlier day stands as it stood', async () => {
    let page = await on('2026-09-28', 'XT', 'Secretariat', '/sides');
    await page.locator('summary').first().click();
    expect(await page.locator('main').textContent()).not.toContain('Directive 31');
    await press(page, 'Rate');
    await choose(page, page.getByRole('dialog'), /Grade/, 'D – weak');
    await page.getByRole('dialog').getByLabel('Note').fill('The road behind the gate is not paved.');
    await send(page, 'Rate');
    await page.locator('.ledger').getByText('D – weak').waitFor();
    await press(page, 'Dispute');
    await page.getByRole('dialog').getByRole('textbox').first().fill('On our bank it is still shut.');
    await send(page, 'Dispute');
    await page.getByText('On our bank it is still shut.').waitFor();

    // The verdict of the other side stands beside one's own, and where both differ it is said.
    page = await on('2026-10-02', 'XL', 'Secretariat', task);
    await page.getByText('D – weak').waitFor();
    await press(page, 'Rate');
    await choose(page, page.getByRole('dialog'), /Scale/, 'Grades A–E');
    await choose(page, page.getByRole('dialog'), /Rating/, 'A – very good');
    await page.getByRole('dialog').getByLabel('Note').fill('The road is for next year.');
    await send(page, 'Rate');
    await page.goto(`${site.address}/sides`);
    const differing = page.locator('summary').first();
    await differing.getByText(/rating/).waitFor();
    await differing.click();
    for (const note of ['The road behind the gate is not paved.', 'The road is for next year.']) {
      await page.locator('.ledger-task').getByText(note).waitFor();
    }
    page = await on('2026-10-02', 'XT', 'Secretariat', '/sides');
    await page.locator('summary').first().click();
    await page.locator('.ledger-task').getByText('The road behind the gate is not paved.').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('The road is for next year.');

    page = await on('2026-10-05', 'XL', 'Secretariat', '/sessions');
    await page.getByRole('searchbox').fill('hội nghị thường niên');
    await page.locator('.series-link').first().click();
    await press(page, 'Open a session');
    await send(page, 'Open a session');
    await page.locator('.proposed').getByText('in dispute').waitFor();
    await page.locator('.proposed').getByRole('button', { name: 'Put on the agenda' }).first().click();
    const item = page.locator('.agenda-item');
    await press(item, 'Write what is agreed');
    await page.getByRole('dialog').getByLabel('Agreed text').fill('Both banks are open from 1 October.');
    await send(page, 'Save');
    await press(item, 'Decide');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Decision' }).fill('The gate counts as open.');
    await choose(page, page.getByRole('dialog'), /What it asks for/, 'be settled');
    await send(page, 'Decide');
    const sessions = new URL(page.url()).pathname;
    page = await on('2026-10-05', 'XT', 'Secretariat', sessions);
    await press(page, 'Agree');
    await page.getByText(/agreed by .*Ilmara.*Tavoria|agreed by .*Tavoria.*Ilmara/).waitFor();

    page = await on('2026-10-06', 'XL', 'Leader', task);
    await press(page, 'Settle');
    await page.getByRole('dialog').getByLabel('Note').fill('As the session decided.');
    await send(page, 'Settle');
    await page.locator('.badge').getByText('Settled', { exact: true }).first().waitFor();
    await press(page, 'Close');
    await send(page, 'Close');
    await page.locator('.badge').getByText('Closed', { exact: true }).first().waitFor();
    await page.goto(site.address + sessions);
    await press(page.locator('.agenda-item'), 'Close the item');
    await send(page, 'Save');
    await press(page, 'End the session');
    await send(page, 'End the session');

    await page.goto(`${site.address}/tasks`);
    await page.locator('.list-table').getByText('Closed').waitFor();
    await page.goto(`${site.address}/tasks?asOf=2026-05-01`);
    await page.locator('.list-table tr.in-time').getByText('Planned').waitFor();
    await page.goto(`${site.address}/tasks?asOf=2026-07-16`);
    await page.locator('.list-table tr.overdue').getByText('Under way').waitFor();
    expect(await page.locator('.list-table').textContent()).not.toContain('30 Sept');
    await page.goto(`${site.address}/sides?asOf=2026-07-16`);
    await page.locator('summary').first().click();
    await page.locator('.ledger').getByText('Under way').waitFor();
    expect(await page.locator('.ledger').getByRole('button').count()).toBe(0);
    // One task, commitment and mechanism as they stood: what they say then, that nothing can be done, and the way back.
    const stood = async (path: string, day: string, said: string, unsaid: string) => {
      await page.goto(`${site.address}${path}?asOf=${day}`);
      await page.getByRole('status').getByText('How it stood at the end of').waitFor();
      const main = page.locator('main');
      await main.getByText(said).first().waitFor();
      expect(await main.textContent()).not.toContain(unsaid);
      for (const deed of ['Settle', 'Urge', 'Confirm', 'Reject', 'Open a session', 'Close the item'])
        expect(await main.getByRole('button', { name: deed, exact: true }).count(), deed).toBe(0);
      await page.getByRole('button', { name: 'Back to today' }).click();
      await page.waitForURL(site.address + path);
      await main.getByText(unsaid).first().waitFor();
    };
    await stood(task, '2026-07-16', 'Under way', 'The gate is open since 20 September.');
    await stood(sessions, '2026-10-04', '4 Mar 2025', 'The gate counts as open.');
    await page.goto(site.address + task);
    await page.getByRole('heading', { name: 'From what was agreed to this task' }).waitFor();
    const commitment = await page.locator('.whole-chain a[href*="/commitments/"]').first().getAttribute('href');
    await page.goto(`${site.address}${commitment}?asOf=2026-07-16`);
    await page.getByText('How it stood at the end of').waitFor();
    await page.locator('section .timeliness.overdue').waitFor();
    expect(await page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.locator('section .timeliness:not(.overdue)').first().waitFor();
    await page.goto(site.address + task);
    await page.getByRole('heading', { name: 'From what was agreed to this task' }).waitFor();
    expect(await page.locator('.whole-chain li').allTextContents()).toEqual([
      expect.stringContaining('Joint Statement'),
      expect.stringContaining('Directive 31'),
      expect.stringContaining(LEAD),
    ]);
  }, 300_000);

  test('stands among many on Two sides, which go on to a second page and back, also of a past day', async () => {
    const page = await on('2026-10-07', 'XL', 'Secretariat', '/tasks');
    const items = Array.from(
      { length: 104 },
      (_, at) => `${at + 1}. Hai bên nhất trí xây dựng cầu số ${at + 1} tại Norrin.`,
    );
    const heading = STATEMENT.split('\n\n1.')[0]?.replace('12 tháng 3', '2 tháng 10');
    const given = await page.evaluate(
      async (text) => {
        const read = async (path: string) => (await fetch(path)).json();
        const { csrf } = await read('/api/session');
        const headers = { 'x-servanda-csrf': csrf };
        const body = new FormData();
        body.set('files', new Blob([text]), 'bridges.txt');
        const job = await (await fetch('/api/imports', { method: 'POST', body, headers })).json();
        while (!(await read(`/api/imports/${job.id}`)).done) await new Promise((wait) => setTimeout(wait, 200));
        const { rows } = await read('/api/commitments?q=norrin&limit=200');
        const { units } = await read('/api/units');
        const assignment = {
          ...{ party: 'XL', audience: 'shared', title: 'Bridges', parent: null, coordinators: [], unresolved: [] },
          ...{ due: null, every: null, lead: units.find((unit: { party: string }) => unit.party === 'XL').id },
          commitments: rows.map(({ id }: { id: string }) => id),
        };
        const asked = { method: 'POST', body: JSON.stringify({ assignments: [assignment] }) };
        const answer = await fetch('/api/tasks', {
          ...asked,
          headers: { ...headers, 'content-type': 'application/json' },
        });
        return answer.status === 200 || answer.status === 201 ? rows.length : await answer.text();
      },
      `${heading}\n\n${items.join('\n\n')}`,
    );
    expect(given).toBeGreaterThan(100);
    await page.goto(`${site.address}/sides?asOf=2026-10-07`);
    const shown = () => page.locator('.sides-list > li').count();
    await expect.poll(shown, { timeout: 20_000 }).toBe(100);
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await page.waitForURL(/asOf=2026-10-07.*page=2|page=2.*asOf=2026-10-07/);
    await expect.poll(shown, { timeout: 20_000 }).toBeLessThan(100);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.getByText(/^1–100 of 10\d/).waitFor();
    await page.getByRole('link', { name: 'Next', exact: true }).click();
    await expect.poll(shown, { timeout: 20_000 }).toSatisfy((rows: number) => rows > 0 && rows < 100);
    await page.getByRole('link', { name: 'Before', exact: true }).click();
    await expect.poll(shown, { timeout: 20_000 }).toBe(100);
  }, 120_000);
});
