import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { ROOT, servanda } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-start-'));
const data = join(folder, 'data');
const statement = join(folder, 'Tuyên bố chung.txt');
writeFileSync(statement, '1. Both sides agreed to open the Tarn bridge in 2031.\n');

let running: ChildProcess | null = null;
afterEach(() => {
  if (running?.pid !== undefined && running.exitCode === null) spawnSync('kill', ['-9', '--', `-${running.pid}`]);
});
const small = join(folder, 'small');
afterAll(() => {
  spawnSync('umount', [small]);
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly address: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Sends a signal to all that `npm start` started, as a terminal does, and waits for the end. */
  readonly stop: (signal: NodeJS.Signals) => Promise<void>;
}

/** `npm start -- …` as the README says it, on a port that is free. */
function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['start', '--', ...args], {
      cwd: ROOT,
      env: { ...process.env, LC_ALL: 'C.UTF-8', SERVANDA_DATA: data, PORT: '0', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running = child;
    let stdout = '';
    let stderr = '';
    const ended = new Promise<number | null>((done) => child.on('close', done));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const address = /http:\/\/localhost:\d+/.exec(stdout)?.[0];
      if (address === undefined) return;
      resolve({
        address,
        stdout: () => stdout,
        stderr: () => stderr,
        stop: async (signal) => {
          process.kill(-(child.pid ?? 0), signal);
          await ended;
        },
      });
    });
    void ended.then((code) => reject(new Error(`ended with ${code} before it served:\n${stdout}${stderr}`)));
  });
}

const ask = async (url: string) => (await fetch(url)).json();

describe('npm start', { timeout: 120_000 }, () => {
  test('on a new machine makes the register, loads the demonstration, imports the files and prints the address last', async () => {
    const server = await start([statement]);
    expect(server.stdout().trimEnd().split('\n').at(-1)).toContain(server.address);
    expect(server.stderr()).toContain('Tuyên bố chung.txt: new');
    const { works } = await ask(`${server.address}/api/works`);
    const demonstration = works.filter((work: { demonstration: boolean }) => work.demonstration);
    expect(demonstration.length).toBeGreaterThanOrEqual(4);
    expect(works).toHaveLength(demonstration.length + 1);
    const { rows } = await ask(`${server.address}/api/tasks`);
    expect(new Set(rows.map(({ timeliness }: { timeliness: string }) => timeliness))).toEqual(
      new Set(['done-on-time', 'done-late', 'in-time', 'overdue', 'no-deadline', 'waiting']),
    );
    const page = await fetch(server.address);
    expect(await page.text()).toContain('<script type="module"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    await server.stop('SIGINT');
    expect(readdirSync(data)).not.toContain('servanda.lock');
  });

  test('a second time everything is as it was left', async () => {
    const server = await start();
    const { works } = await ask(`${server.address}/api/works`);
    expect(works.length).toBeGreaterThanOrEqual(5);
    await server.stop('SIGTERM');
    expect(readdirSync(data)).not.toContain('servanda.lock');
  });

  test('what was decided is kept when the power goes', async () => {
    const first = await start();
    const { rows } = await ask(`${first.address}/api/commitments?q=Tarn%20bridge`);
    const [row] = rows.filter(({ quote }: { quote: string }) => quote.startsWith('open the Tarn bridge'));
    const decided = await fetch(`${first.address}/api/commitments/${row.id}/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'confirm', version: row.version }),
    });
    expect(decided.status).toBe(200);
    await first.stop('SIGKILL');
    const second = await start();
    expect(await ask(`${second.address}/api/commitments/${row.id}`)).toMatchObject({ decision: 'confirmed' });
    await second.stop('SIGINT');
  });

  test('while it runs, a second one on the same folder is told so', async () => {
    const server = await start();
    const { code, stderr } = await servanda(['import', statement], { env: { SERVANDA_DATA: data } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^servanda: The data folder .+ is in use.+\n$/);
    await server.stop('SIGINT');
  });

  test('a port that is taken is said on one line, before any work is done', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, 'localhost', () => resolve((other.address() as { port: number }).port));
    });
    const { code, stdout, stderr } = await servanda(['serve', '--port', String(port)], {
      env: { SERVANDA_DATA: join(folder, 'never-made') },
    });
    other.close();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^servanda: Port ${port} is taken.+--port.*\n$`));
  });

  test.each([
    [['--port', 'many'], /port/],
    [['--port', '70000'], /port/],
    [['--host', '203.0.113.9'], /host/],
  ])('%j is refused on one line', async (args, said) => {
    const { code, stderr } = await servanda(['serve', ...args], { env: { SERVANDA_DATA: join(folder, 'never-made') } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^servanda: .+\n$/);
    expect(stderr).toMatch(said);
  });
});

describe('a full disk', { timeout: 240_000 }, () => {
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', small]).status === 0;
  if (!mounted) {
    test('skipped: this user may not mount a small disk', () => {});
    return;
  }
  const env = { SERVANDA_DATA: join(small, 'data') };
  const full = /^servanda: The disk that holds .+ is full\..+\n$/;

  function fill(megabytes: number): void {
    spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'fill')}`, 'bs=1M', `count=${megabytes}`]);
  }

  test('is named when the register cannot be made, and does no harm once there is room', async () => {
    fill(150);
    const refused = await servanda(['migrate'], { env });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(full)]);
    rmSync(join(small, 'fill'));
    expect((await servanda(['migrate'], { env })).code).toBe(0);
  });

  test('is named when a file no longer fits, and nothing of the file is kept', async () => {
    fill(250);
    const refused = await servanda(['import', statement], { env });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(full)]);
    rmSync(join(small, 'fill'));
    const { stdout } = await servanda(['export', '--format', 'csv'], { env });
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(1);
  });
});
