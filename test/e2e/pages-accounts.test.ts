import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, example, openSite, type Site } from './pages.ts';

let site: Site;
const PASSWORD = 'correct horse, battery';

beforeAll(async () => {
  if (CHROMIUM !== undefined) site = await openSite();
}, 120_000);
afterAll(() => site?.close());

async function signIn(page: Page, mail: string): Promise<void> {
  await page.getByLabel('Mail address').fill(mail);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test.skipIf(CHROMIUM === undefined)(
  'the first person sets accounts up and brings a second one in, who reads and decides nothing',
  async () => {
    const first = await site.visit('/');
    await first.locator('input[type=file]').setInputFiles(example('joint-statement-2026.en.txt'));
    await first.getByRole('link', { name: 'English', exact: true }).waitFor();
    await first.getByRole('button', { name: 'No accounts' }).click();
    await first.getByRole('menuitem', { name: 'Set up accounts' }).click();
    await first.getByLabel('Name').fill('Ana Korvel');
    await first.getByLabel('Mail address').fill('ana@ilmara.example');
    await first.getByLabel(/New password/).fill(PASSWORD);
    await first.getByLabel('Unit').fill('Ministry of Roads');
    // Nobody's side is taken for granted, and the button says what it waits for.
    await first.getByRole('button', { name: 'Set up accounts', exact: true }).click();
    await first.getByText('Still missing or not right: Party').waitFor();
    await first.getByRole('button', { name: /Party/ }).click();
    await first.getByRole('option', { name: 'Vietnam' }).click();
    await first.getByRole('button', { name: 'Set up accounts', exact: true }).click();
    await first.getByRole('heading', { name: 'People' }).waitFor();

    await first.getByRole('button', { name: 'Add person' }).click();
    await first.getByText(/Still missing or not right: Name.+Mail address/).waitFor();
    await first.getByLabel('Name').fill('Ivo Danel');
    await first.getByLabel('Mail address').fill('ivo@ilmara.example');
    await first.getByRole('button', { name: 'Add person' }).click();
    const link = new URL((await first.locator('code').textContent()) ?? '');
    const entry = first.getByRole('listitem').filter({ hasText: 'ivo@ilmara.example' });
    await first.getByText('Hand this one-time link over to Ivo Danel').waitFor();
    await entry.getByRole('button', { name: 'Give a post' }).click();
    await entry.getByRole('button', { name: 'Give post' }).click();
    await entry.getByText(/Still missing or not right: Role.+Unit/).waitFor();
    for (const [field, value] of [
      [/Role/, 'Reader'],
      [/Unit/, 'Ministry of Roads'],
    ] as const) {
      await entry.getByRole('button', { name: field }).click();
      await first.getByRole('option', { name: value, exact: true }).click();
    }
    await entry.getByRole('button', { name: 'Give post' }).click();
    await entry.getByText('Reader · Ministry of Roads').waitFor();

    const second = await site.visit(link.pathname + link.hash);
    await second.getByLabel(/New password/).fill(PASSWORD);
    await second.getByRole('button', { name: 'Sign in' }).click();
    await second.getByRole('heading', { name: 'Documents' }).waitFor();
    expect(await second.getByText('Drop documents here').count()).toBe(0);
    const id = await second.evaluate(async () => (await (await fetch('/api/commitments')).json()).rows[0].id);
    const answer = await second.evaluate(async (commitment) => {
      const { csrf } = await (await fetch('/api/session')).json();
      const headers = { 'content-type': 'application/json', 'x-servanda-csrf': csrf };
      const body = JSON.stringify({ type: 'confirm', version: 1 });
      return (await fetch(`/api/commitments/${commitment}/decisions`, { method: 'POST', headers, body })).json();
    }, id);
    expect(answer.code).toBe('seat-may-not');
    await second.goto(`${site.address}/commitments/${id}`);
    await second.getByText('You act as Reader').waitFor();
    expect(await second.getByRole('button', { name: /Confirm|Edit|Reject|Assign/ }).count()).toBe(0);

    await entry.getByRole('button', { name: 'End or hand over' }).click();
    await first.getByRole('dialog').getByLabel('Successor').click();
    await first.getByRole('option', { name: 'Ana Korvel' }).click();
    await first.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
    await first.getByRole('dialog').waitFor({ state: 'detached' });
    const own = first.getByRole('listitem').filter({ hasText: 'ana@ilmara.example' });
    await own.getByText('Reader · Ministry of Roads').waitFor();
    // Who handed the post over keeps it in their history, with its last day.
    await entry.getByText(/Reader · Ministry of Roads.*\d{4}.*\d{4}/).waitFor();
    expect(await entry.getByRole('button', { name: 'End or hand over' }).count()).toBe(0);

    await second.goto(`${site.address}/account`);
    await second.getByRole('button', { name: 'Change the password' }).click();
    await second.getByLabel('Present password').fill(PASSWORD);
    await second.getByLabel(/New password/).fill(`${PASSWORD} of Senmar`);
    await second.getByRole('button', { name: 'Change the password' }).click();
    await second.getByText('Password changed').waitFor();
  },
  120_000,
);

test.skipIf(CHROMIUM === undefined)(
  'whoever is not signed in sees the sign-in page alone, and after signing in the page they asked for',
  async () => {
    const page = await site.visit('/commitments');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, 'nobody@ilmara.example');
    await page.getByRole('alert').waitFor();
    await signIn(page, 'ana@ilmara.example');
    await page.getByText('Ana Korvel').waitFor();
    await page.getByRole('heading', { name: 'Commitments' }).waitFor();
    await page.context().close();
  },
  120_000,
);

test.skipIf(CHROMIUM === undefined)(
  'a program gets a token that reads as its seat does until it is revoked, and an address is told until it is stopped',
  async () => {
    const page = await site.visit('/account');
    await signIn(page, 'ana@ilmara.example');
    const tokens = page.getByRole('region', { name: 'Tokens for programs' });
    await tokens.getByRole('button', { name: 'New token' }).click();
    await page.getByLabel('What it is for').fill('Nightly list');
    await page.getByRole('dialog').getByRole('button', { name: 'New token' }).click();
    const token = (await tokens.getByRole('status').locator('code').textContent()) ?? '';
    const read = async () =>
      (await fetch(`${site.address}/api/commitments?limit=1`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await read()).toBe(200);
    await tokens
      .getByRole('listitem')
      .filter({ hasText: 'Nightly list' })
      .getByRole('button', { name: 'Revoke' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await read()).toBe(401);

    const addresses = page.getByRole('region', { name: /webhooks/ });
    await addresses.getByRole('button', { name: 'New address' }).click();
    const add = page.getByRole('dialog').getByRole('button', { name: 'New address' });
    await page.getByLabel('Address', { exact: true }).fill('no address');
    await add.click();
    await page.getByRole('dialog').getByText('Still missing or not right: Address').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('https://watch.ilmara.example/told');
    await add.click();
    await addresses.getByText('Copy this secret now').waitFor();
    const row = addresses.getByRole('listitem').filter({ hasText: 'watch.ilmara.example' });
    await row.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await row.getByText('stopped').waitFor();
    await page.context().close();
  },
  120_000,
);
