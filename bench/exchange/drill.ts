/**
 * Two nodes as they are run, each a process of its own, with a browser before each: a level passes a threshold at one, a notice goes out, a
 * desk of the other acknowledges it, it is closed. Writes a picture of both browsers side by side for each step, and prints the times.
 *
 * node bench/exchange/drill.ts FOLDER
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const FOLDER = resolve(process.argv[2] ?? join(tmpdir(), 'servanda-drill'));
const ROOT = resolve(import.meta.dirname, '../..');
const TYPES = ['action', 'reading', 'conclusion', 'session', 'publication', 'channel', 'notice', 'water'];

interface Node {
  readonly id: string;
  readonly party: string;
  readonly locale: string;
  readonly address: string;
  readonly child: ChildProcess;
  readonly data: string;
}

async function start(name: string, party: string, locale: string, port: number): Promise<Node> {
  const data = mkdtempSync(join(tmpdir(), `servanda-drill-${name}-`));
  const env = { ...process.env, SERVANDA_DATA: data, SERVANDA_EXCHANGE_PLAIN: '1' };
  const child = spawn(process.execPath, ['bin/servanda.js', 'serve', '--no-demonstration', '--port', String(port)], {
    cwd: ROOT,
    env,
  });
  await new Promise<void>((ready, failed) => {
    child.stdout?.on('data', (said) => String(said).includes('http') && ready());
    child.stderr?.on('data', (said) => String(said).includes('http://') && ready());
    child.once('exit', failed);
  });
  const node = { id: `urn:servanda:${name}`, party, locale, address: `http://localhost:${port}`, child, data };
  await call(node, '/api/exchange/node', { id: node.id, name: name.toUpperCase(), address: node.address });
  return node;
}

/** Asks the server as its page does. */
async function call<Found>({ address }: Node, path: string, body?: unknown): Promise<Found> {
  const session = await fetch(`${address}/api/session`);
  const { csrf } = (await session.json()) as { csrf?: string };
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const headers = {
    'content-type': 'application/json',
    cookie,
    origin: address,
    ...(csrf && { 'x-servanda-csrf': csrf }),
  };
  const answer = await fetch(
    address + path,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Found;
}

interface Keys {
  readonly keys: readonly { readonly id: string; readonly fingerprint: string; readonly public: unknown }[];
}

async function trust(here: Node, there: Node): Promise<void> {
  const { id, party, address } = there;
  const types = TYPES.map((type) => `servanda.${type}`);
  await call(here, '/api/exchange/partners', {
    id,
    name: id,
    party,
    own: here.party,
    kind: 'other-side',
    address,
    types,
  });
  const path = `/api/exchange/partners/${encodeURIComponent(id)}`;
  for (const { id: key, fingerprint, public: open } of (await call<Keys>(there, '/api/exchange')).keys) {
    await call(here, path, { type: 'add-key', key: open });
    await call(here, path, { type: 'trust', key, fingerprint });
  }
}

async function waitFor<Found>(what: string, look: () => Promise<Found | undefined | false>): Promise<Found> {
  for (let turn = 0; turn < 240; turn++) {
    const found = await look();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`never came: ${what}`);
}

interface Line {
  readonly id: string;
  readonly version: number;
  readonly lines: Readonly<Record<string, { readonly posts: readonly string[] }>>;
  readonly limits: readonly { readonly agreed: readonly string[] }[];
}
const linesOf = async (node: Node) => (await call<{ rows: Line[] }>(node, '/api/channels')).rows;

/** A desk at each end, a channel opened by one, and ten minutes that both agree to. */
async function layLine(a: Node, b: Node): Promise<string> {
  const desk = async (node: Node, name: string, zone: string) => {
    const post = { party: node.party, unit: null, name, phone: '', mail: '', zone };
    const { rows } = await call<{ rows: { id: string; name: string }[] }>(node, '/api/duty/posts', post);
    return rows.find((row) => row.name === name)?.id ?? '';
  };
  const say = async (node: Node, body: object) => {
    const [line] = await linesOf(node);
    await call(node, `/api/channels/${line?.id}/actions`, { version: line?.version, body });
  };
  const hill = await desk(a, 'Senmar river watch', 'Asia/Ho_Chi_Minh');
  const names = { en: 'Norrin river line', vi: 'Đường dây sông Norrin', zh: '诺林河热线' };
  await call(a, '/api/channels', { names, parties: [a.party, b.party], types: ['water-emergency'], commitments: [] });
  await say(a, { type: 'line', party: a.party, line: { posts: [hill], chief: null } });
  const limit = { of: 'water-emergency', clock: 'acknowledge', minutes: 10 };
  await say(a, { type: 'propose-limit', party: a.party, ...limit, source: 'Protocol, article 4' });
  await waitFor('the channel at the other node', async () => (await linesOf(b))[0]?.limits.length === 1);
  const shore = await desk(b, 'Belun harbour desk', 'Asia/Shanghai');
  await say(b, { type: 'line', party: b.party, line: { posts: [shore], chief: null } });
  await say(b, { type: 'agree-limit', party: b.party, ...limit });
  await waitFor(
    'the agreed minutes at the first node',
    async () => (await linesOf(a))[0]?.limits[0]?.agreed.length === 2,
  );
  return shore;
}

/** An hour of levels that rise past 3.5 m, and the threshold that was agreed. */
async function bringLevels(node: Node): Promise<void> {
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const at = (back: number) => new Date(hour - back * 600_000).toISOString();
  const rows = [2.1, 2.2, 2.6, 3.1, 3.4, 3.8].map(
    (level, index) => `SEN-1,Senmar,22.41,104.92,Senmar gauge zero,level,m,${at(5 - index)},${level}`,
  );
  const form = new FormData();
  const head = 'station,name,latitude,longitude,datum,parameter,unit,time,value';
  form.append('files', new Blob([[head, ...rows].join('\n')], { type: 'text/csv' }), 'senmar.csv');
  const session = await fetch(`${node.address}/api/session`);
  const { csrf } = (await session.json()) as { csrf?: string };
  const headers = { origin: node.address, ...(csrf && { 'x-servanda-csrf': csrf }) };
  const answer = await fetch(`${node.address}/api/water/imports`, { method: 'POST', body: form, headers });
  const taken = (await answer.json()) as { stored: unknown; findings: unknown };
  if (!taken.stored) throw new Error(`the levels were not taken in: ${JSON.stringify(taken)}`);
  const [series] = (await call<{ rows: { id: string; version: number }[] }>(node, '/api/water')).rows;
  const threshold = { id: 't1', name: 'First alarm level', kind: 'above', value: 3.5, unit: 'm', hours: null };
  await call(node, `/api/water/${series?.id}/actions`, {
    version: series?.version,
    body: { type: 'set-threshold', threshold },
  });
}

async function open(browser: Browser, node: Node, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript((locale) => localStorage.setItem('servanda.locale', locale), node.locale);
  await page.goto(node.address + path, { waitUntil: 'networkidle' });
  return page;
}

let taken = 0;
/** One picture of both browsers, the first node on the left. */
async function picture(browser: Browser, pages: readonly Page[], name: string): Promise<void> {
  const shots = await Promise.all(pages.map((page) => page.screenshot()));
  const board = await browser.newPage({ viewport: { width: 1940, height: 920 } });
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
  await board.setContent(`<body style="margin:10px;display:flex;gap:10px;background:#777">${images}</body>`);
  const file = join(FOLDER, `${++taken}-${name}.png`);
  writeFileSync(file, await board.screenshot());
  await board.close();
  console.log(file);
}

mkdirSync(FOLDER, { recursive: true });
const nodes = await Promise.all([start('hill', 'XL', 'en', 4981), start('shore', 'XT', 'zh', 4982)]);
const [a, b] = nodes as [Node, Node];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  await trust(a, b);
  await trust(b, a);
  const shore = await layLine(a, b);
  await bringLevels(a);
  const left = await open(browser, a, '/water');
  const right = await open(browser, b, '/duty');
  await left.waitForSelector('.water-crossings');
  await picture(browser, [left, right], 'level-passes-the-threshold');
  await left.locator('.water-crossings a').first().click();
  await left.waitForSelector('form');
  await left.waitForLoadState('networkidle');
  await picture(browser, [left, right], 'notice-filled-in');
  await left.getByLabel('Kind').click();
  await left.getByRole('option', { name: 'Sudden rise' }).click();
  await left.getByLabel('River or stream').fill('Norrin');
  const sent = Date.now();
  await left.locator('form button[type=submit], form button.primary').last().click();
  await picture(browser, [left, right], 'sending');
  const notices = () =>
    call<{ rows: { id: string; of: string; acknowledged: { postName: string }[] }[] }>(b, '/api/notices');
  const came = await waitFor('the notice at the other node', async () => (await notices()).rows[0]);
  console.log(`at the other node after ${((Date.now() - sent) / 1000).toFixed(1)} s`);
  await left.goto(`${a.address}/notices/${came.id}`, { waitUntil: 'networkidle' });
  await right.waitForTimeout(6_000);
  await picture(browser, [left, right], 'the-clock-runs-on-both');
  await right.keyboard.press('a');
  await right.waitForTimeout(1_500);
  await picture(browser, [left, right], 'one-key');
  const read = async () =>
    (await call<{ notice: { acknowledged: { postName: string }[] } }>(a, `/api/notices/${came.id}`)).notice;
  if ((await notices()).rows[0]?.acknowledged.length === 0) {
    await call(b, `/api/notices/${came.id}/actions`, {
      of: came.of,
      party: b.party,
      body: { type: 'acknowledge', post: shore },
    });
    console.log('acknowledged by the server’s door, not by the key');
  }
  const known = await waitFor('the acknowledgement at home', async () => {
    const { acknowledged } = await read();
    return acknowledged[0];
  });
  console.log(`acknowledged by ${known.postName} after ${((Date.now() - sent) / 1000).toFixed(1)} s`);
  await left.waitForTimeout(6_000);
  await picture(browser, [left, right], 'acknowledged-on-both');
  await call(a, `/api/notices/${came.id}/actions`, {
    of: came.of,
    party: a.party,
    body: { type: 'close', text: 'The level fell below 3.5 m.' },
  });
  await left.waitForTimeout(8_000);
  await right.goto(`${b.address}/notices/${came.id}`, { waitUntil: 'networkidle' });
  await left.reload({ waitUntil: 'networkidle' });
  await picture(browser, [left, right], 'closed-on-both');
} finally {
  await browser.close();
  for (const { child, data } of nodes) {
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}
