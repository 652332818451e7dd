import { readFile } from 'node:fs/promises';
import { type CellValue, openXlsx, writeXlsx } from 'hucre/xlsx';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, expectAccessible, expectNoSidewaysScroll, openSite, type Site } from './pages.ts';

const TEXT = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. The two sides agreed to open the border gate of Norrin before 30 June 2026.

2. The two sides held the 7th session of the Annual Conference of Border Localities in Senmar on 4 March 2025.`;

describe.skipIf(CHROMIUM === undefined)('tasks', () => {
  let site: Site;
  const post = async (path: string, body: unknown) =>
    (await fetch(`${site.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json())) as { readonly id: string };

  const get = async <Answer>(path: string) => (await (await fetch(`${site.address}${path}`)).json()) as Answer;

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
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: 'Set the reporting period' }).click();
    const period = page.getByRole('dialog');
    await period.getByRole('button', { name: /not set/ }).click();
    await page.getByRole('option', { name: 'yearly' }).click();
    await period.getByRole('button', { name: 'Set the reporting period' }).click();
    await page.getByText('period running').waitFor();
    await page.goto(`${site.address}/tasks/mine`);
    await page.getByText('finish', { exact: true }).waitFor();
    await page
      .getByRole('link', { name: /open the border gate/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    const plan = page.getByRole('dialog');
    await plan.getByRole('button', { name: '+ Open' }).click();
    await plan.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('cell', { name: 'Open' }).waitFor();
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
    await page.locator('.badge').getByText('Reported done', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Settle' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
    await page.locator('.badge').getByText('Settled', { exact: true }).first().waitFor();
    await page.goto(`${site.address}/tasks/urgings`);
    await page.getByText('Mail is not set up').waitFor();
    await page.getByRole('button', { name: 'Urge now' }).click();
    await page.getByText('Nothing is pressing today').waitFor();
    await page.goto(`${site.address}/tasks`);
    const rows = page.locator('.list-table tbody tr');
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

  test('two people who change the same thing at once choose field by field; nothing is lost and nobody meets an error', async () => {
    const { rows } = await get<{ rows: { id: string; version: number }[] }>('/api/commitments');
    const [row] = rows;
    const page = await site.visit(`/commitments/${row?.id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    const other = { type: 'correct', fields: { strength: 'study', sector: 'tourism' }, version: row?.version };
    await post(`/api/commitments/${row?.id}/decisions`, other);
    await page.getByLabel('Strength').click();
    await page.getByRole('option', { name: 'implement' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const merge = page.getByRole('dialog');
    await merge.getByText('Both changed this').waitFor();
    expect(await merge.getByRole('button', { name: 'Save what is chosen' }).isDisabled()).toBe(true);
    await merge
      .getByRole('row', { name: /^Strength/ })
      .getByRole('radio')
      .first()
      .check();
    await merge.getByRole('button', { name: 'Save what is chosen' }).click();
    await merge.waitFor({ state: 'detached' });
    const after = await get<{ strength: string; sector: string }>(`/api/commitments/${row?.id}`);
    expect(after).toMatchObject({ strength: 'implement', sector: 'tourism' });

    const tasks = await get<{ rows: { task_id: string; version: number }[] }>('/api/tasks');
    const task = tasks.rows[0];
    await page.goto(`${site.address}/tasks/${task?.task_id}`);
    await page.getByRole('button', { name: 'Change who sees it' }).click();
    const version = task?.version;
    await post(`/api/tasks/${task?.task_id}/actions`, { version, body: { type: 'share', audience: 'shared' } });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Who sees it|Own side/ })
      .first()
      .click();
    await page.getByRole('option', { name: 'Public' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change who sees it' }).click();
    await page.getByText('Meanwhile').waitFor();
    await page.getByRole('dialog').getByRole('radio').first().check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save what is chosen' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const { state } = await get<{ state: { audience: string } }>(`/api/tasks/${task?.task_id}`);
    expect(state.audience).toBe('public');
    await page.close();
  });

  test('are frozen, rated by two, compared; where the raters differ the task is named', async () => {
    const page = await site.visit('/tasks/evaluations');
    await page.getByRole('button', { name: 'Take an interim snapshot' }).click();
    await page.getByRole('cell', { name: /interim/i }).waitFor();
    await page.goto(`${site.address}/tasks`);
    await page.locator('.task-link').first().click();
    for (const rater of ['Self-rating', 'Secretariat']) {
      await page.getByRole('button', { name: 'Rate', exact: true }).click();
      const window = page.getByRole('dialog');
      await window.getByRole('button', { name: /Rated by/ }).click();
      await page.getByRole('option', { name: rater }).click();
      // No value is chosen before the person does.
      await window.getByRole('button', { name: 'Rate', exact: true }).click();
      await window.getByText('Still missing or not right: Rating').waitFor();
      await window.getByRole('button', { name: /^Choose… Rating/ }).click();
      await page.getByRole('option', { name: 'Work under way' }).click();
      await window.getByRole('button', { name: 'Rate', exact: true }).click();
      await window.waitFor({ state: 'detached' });
    }
    await page.goto(`${site.address}/tasks/evaluations`);
    await page.getByRole('button', { name: 'Take a final snapshot' }).click();
    await page
      .getByRole('link', { name: /unchanged/i })
      .first()
      .click();
    await page.getByRole('heading', { name: 'How far the raters agree' }).waitFor();
    await page.getByText('1 of 1 rated by both').waitFor();
    await page.close();
  });

  test('of one unit stand on its page, from its place in the tree and from what it leads', async () => {
    const page = await site.visit('/units');
    await page.getByRole('link', { name: 'Ministry of Roads' }).click();
    await page.getByRole('heading', { name: 'Ministry of Roads', level: 1 }).waitFor();
    const all = page.getByRole('link', { name: /^\d+ all$/ }).first();
    const count = Number.parseInt((await all.textContent()) ?? '', 10);
    expect(count).toBeGreaterThan(0);
    await all.click();
    await page.waitForURL(/\/tasks\?/);
    expect(await page.locator('tbody .task-link').count()).toBe(count);
    await page.locator('.task-link').first().click();
    await page.locator('.task-facts').getByRole('link', { name: 'Ministry of Roads' }).click();
    await page.getByRole('heading', { name: 'Ministry of Roads', level: 1 }).waitFor();
  }, 60_000);

  test('go by rules of urging that can be read, and changed by whoever keeps the side', async () => {
    const page = await site.visit('/tasks/urgings');
    await page.getByRole('link', { name: 'Rules: what happens when, and to whom' }).click();
    const rules = page.locator('.ladder-rules').first();
    await rules.getByText('10 working days after').waitFor();
    await rules.getByText('Nobody has set any').waitFor();
    await rules.getByRole('button', { name: 'Change the rules' }).click();
    const window = page.getByRole('dialog');
    await window.getByRole('group', { name: 'Level 1' }).getByRole('button', { name: 'Take out' }).click();
    await window.getByRole('group', { name: 'Level 1' }).getByLabel('Days', { exact: true }).fill('4');
    await window.getByRole('button', { name: 'Save' }).click();
    await window.getByRole('alert').getByText('Source').waitFor();
    await window.getByLabel('Source: the agreement', { exact: false }).fill('Decision 12 of the committee');
    await window.getByRole('button', { name: 'Save' }).click();
    await rules.getByText('Decision 12 of the committee').waitFor();
    expect(await rules.locator('tbody tr').first().textContent()).toContain('4 working days before');
    expect(await rules.locator('tbody tr').count()).toBe(4);
    await rules.getByRole('button', { name: 'Back to what was before' }).click();
    await rules.getByText('10 working days before').waitFor();
  }, 60_000);

  test('lead on to ledgers: places granted, a pair said by each side, a text handed on and studied', async () => {
    const page = await site.visit('/quotas');
    const window = page.getByRole('dialog');
    const done = () => window.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Open a ledger' }).click();
    await window.getByRole('button', { name: 'Open a ledger' }).click();
    await window.getByText(/Still missing or not right: Who gives.+Who receives/).waitFor();
    await window.getByLabel('Who gives').fill('Tavoria');
    await window.getByLabel('Who receives').fill('Ilmara');
    await window.getByLabel('Promised').fill('40');
    await window.getByRole('button', { name: 'Open a ledger' }).click();
    await done();
    await page.getByRole('button', { name: 'Enter places' }).click();
    await window.getByLabel('Places').fill('25');
    await window.getByRole('button', { name: 'Enter places' }).click();
    await done();
    await page.getByText('15 promised and not granted').waitFor();

    await page.goto(`${site.address}/pairs`);
    await page.getByRole('button', { name: 'New paired milestone' }).click();
    await window.getByLabel('What both sides have to do').fill('Open the gate of Norrin');
    for (const side of ['XL', 'XT']) {
      const parties = window.getByLabel('Parties').and(page.locator('input'));
      await parties.fill(side);
      await parties.press('Enter');
    }
    await window.getByRole('button', { name: 'New paired milestone' }).click();
    await done();
    for (const standing of ['one side only', 'both sides']) {
      await page.locator('.pair-side.behind').first().getByRole('button', { name: 'Say how far we are' }).click();
      const [day] = await window.getByRole('group', { name: 'Reached on' }).getByRole('spinbutton').all();
      await day?.click();
      await page.keyboard.type('02022026');
      await window.getByLabel('Number of the document, or link').fill('7/QD');
      await window.getByRole('button', { name: 'Save' }).click();
      await done();
      await page.locator('.pair-standing').getByText(standing).waitFor();
    }

    await page.goto(`${site.address}/dissemination`);
    await page.getByRole('button', { name: 'Hand a text on' }).click();
    await window.getByRole('combobox').fill('Customs');
    await page.getByRole('option', { name: 'Customs Office' }).click();
    await window.getByRole('button', { name: 'Save' }).click();
    await done();
    await page.getByText('1 has not confirmed that it studied it').waitFor();
    await page.locator('.dissemination summary').click();
    await page.getByRole('button', { name: 'Confirm receipt' }).click();
    await page.getByText('received by 1 of 1').waitFor();
    await page.getByRole('button', { name: 'Confirm that it was studied' }).click();
    await window.getByLabel(/How many people/).fill('12');
    await window.getByRole('button', { name: 'Save' }).click();
    await page.getByText('studied by 1 of 1').waitFor();
    expect(await page.getByText('12 people reached').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('come before a session: it is opened, takes an item, agrees on its words, and leaves it to the next', async () => {
    const page = await site.visit('/sessions');
    await page.getByRole('searchbox').fill('border localities');
    await page.getByRole('link', { name: 'Annual Conference of Border Localities' }).click();
    await page.getByText('4 Mar 2025').first().waitFor();
    const openSession = async () => {
      await page.getByRole('button', { name: 'Open a session' }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Open a session' }).click();
      await page.getByRole('heading', { name: /^Agenda/ }).waitFor();
    };
    await openSession();
    await page.getByRole('textbox', { name: 'Add an item' }).fill('Opening hours of the gate');
    await page.keyboard.press('Enter');
    const item = page.locator('.agenda-item');
    await item.getByRole('button', { name: 'Write what is agreed' }).click();
    await page.getByRole('dialog').getByLabel('Agreed text').fill('The gate opens at six.');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await item.getByText('The gate opens at six.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'End the session' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the session' }).click();
    await page.getByRole('heading', { name: /^Agenda/ }).waitFor({ state: 'detached' });
    await openSession();
    expect(await item.allInnerTexts()).toHaveLength(1);
    await item.getByText('from an earlier session').waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await page.close();
  });

  test('come back in a spreadsheet others worked on: each fault is named by its cell, the rest is brought in and taken back', async () => {
    const { rows } = await get<{ rows: { id: string; lead: string }[] }>('/api/commitments');
    const units = await get<{ units: { id: string }[] }>('/api/units');
    const given = ['Survey the road', 'Build the hall', 'Hire the staff', 'Set the hours', 'Print the forms'].map(
      (title) => ({
        ...{ party: 'XL', audience: 'own-side', title, commitments: [rows[0]?.id], parent: null, unresolved: [] },
        ...{ lead: units.units[0]?.id, coordinators: [], every: null },
        due: { day: '2026-06-30', basis: 'text', source: 'before 30 June 2026' },
      }),
    );
    const { ids } = (await post('/api/tasks', { assignments: given })) as unknown as { ids: string[] };
    const sent = await fetch(`${site.address}/api/exports/tasks?format=xlsx&locale=en`);
    const book = await openXlsx(new Uint8Array(await sent.arrayBuffer()));
    const before = (book.sheets[0]?.rows ?? []) as CellValue[][];
    const top = before.findIndex((row) => row.includes('Servanda key'));
    // The last column comes first, as somebody moved it.
    const moved = before.slice(top).map((row) => [...row.slice(-1), ...row.slice(0, -1)]);
    const at = (title: string) => (moved[0] as CellValue[]).indexOf(title);
    const of = (title: string) => moved.findIndex((row) => row[at('Task')] === title);
    const set = (title: string, column: string, value: CellValue) => {
      (moved[of(title)] as CellValue[])[at(column)] = value;
    };
    set('Survey the road', 'Last day', '15/7/2026');
    set('Set the hours', 'Last day', '31/8/2026');
    const bytes = await writeXlsx({
      sheets: [
        {
          ...{ name: 'Annex', rows: moved },
          merges: [
            {
              startRow: of('Build the hall'),
              endRow: of('Hire the staff'),
              startCol: at('Result'),
              endCol: at('Result'),
            },
          ],
          cells: new Map([
            [`${of('Print the forms')},${at('Last day')}`, { value: null, type: 'formula', formula: 'TODAY()+9' }],
          ]),
        },
      ],
    });
    const meanwhile = { type: 'set-due', due: { day: '2026-09-09', basis: 'person', source: '' } };
    await post(`/api/tasks/${ids[3]}/actions`, { version: 1, body: meanwhile });
    const cell = (title: string, column: string) => `${String.fromCharCode(65 + at(column))}${of(title) + 1}`;
    const page = await site.visit('/tasks/sheets');
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'annex.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) },
    });
    await page.getByText('Columns were moved').waitFor();
    const table = page.locator('.sheet-table');
    await page.getByRole('button', { name: /with a fault/ }).click();
    const place = `${cell('Build the hall', 'Result')}:${cell('Hire the staff', 'Result')}`;
    await table.getByText(`The cells ${place} are merged`).first().waitFor();
    await table.getByText(cell('Print the forms', 'Last day'), { exact: true }).waitFor();
    await table.getByText('A formula without a value').waitFor();
    await page.getByRole('button', { name: /in conflict/ }).click();
    await table.getByText(cell('Set the hours', 'Last day'), { exact: true }).waitFor();
    await table.getByText('Changed on both sides; it was “30 Jun 2026”').waitFor();
    await page.getByRole('button', { name: 'Bring in 1 row' }).click();
    await page.getByText('“annex.xlsx” was brought in: 1 row.').waitFor();
    const due = async () => (await get<{ state: { due: string } }>(`/api/tasks/${ids[0]}`)).state.due;
    expect(await due()).toBe('2026-07-15');
    await page.getByRole('button', { name: 'Take back' }).click();
    await page.getByText('“annex.xlsx” was taken back').waitFor();
    expect(await due()).toBe('2026-06-30');
    await expectAccessible(page);
    await page.close();
  });

  test('go out as a paper under a number, to be opened in Word as a draft and as it was kept', async () => {
    const page = await site.visit('/tasks');
    await page.getByRole('link', { name: 'Survey the road' }).click();
    await page.getByRole('link', { name: 'Dispatch' }).click();
    await page.locator('.paper-sheet').waitFor();
    await page.getByRole('button', { name: /Layout/ }).click();
    await page.getByRole('option', { name: /30\/2020/ }).click();
    await page.getByLabel('Notation').fill('CV-BS');
    await page.getByLabel('Place').fill('Senmar');
    await page.getByLabel('Name of who signs').fill('Orla Venn');
    const words = async (name: string, within = page.locator('body')) => {
      const saved = page.waitForEvent('download');
      await within.getByRole('link', { name }).first().click();
      const file = await saved;
      expect(file.suggestedFilename()).toMatch(/\.docx$/);
      return (await mammoth.extractRawText({ buffer: await readFile(await file.path()) })).value;
    };
    await page.locator('.paper-sheet').getByText('Orla Venn').waitFor();
    expect(await words('Save draft, Word')).toContain('open the border gate of Norrin');
    await page.getByText(/Reserve number 1 /).click();
    await page.getByRole('button', { name: 'Reserve the number, make and keep' }).click();
    await page.getByText('The paper was made under number 1.').waitFor();
    const kept = page.locator('.paper-made tbody tr');
    await kept.getByText('1 · CV-BS').waitFor();
    expect(await words('Word', kept)).toContain('Orla Venn');
    await page.close();
  });
});
