/**
 * Two nodes, each a process of its own in a network namespace of its own, that reach each other over one cable (a veth pair) and nothing
 * else. The cable is pulled and put back, a node is killed and started again, while both say sessions to each other and open channels.
 * Prints what was counted; exits with 1 where something was lost, is there twice, or left that was to stay. Needs to be root on Linux.
 *
 * node bench/exchange/namespaces.ts [seconds]
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const SECONDS = Number(process.argv[2] ?? 120);
const ROOT = resolve(import.meta.dirname, '../..');
const ip = (...words: string[]) => execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Asks the node of its own namespace what it is told to, a JSON value a line: only from there is the node reached. */
const ASKER = `require('node:readline').createInterface({ input: process.stdin }).on('line', async (line) => {
  const { n, url, body } = JSON.parse(line);
  const post = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', origin: new URL(url).origin } };
  try {
    const answer = await fetch(url, body === null ? {} : post);
    console.log(JSON.stringify({ n, ok: answer.ok, text: await answer.text() }));
  } catch (error) { console.log(JSON.stringify({ n, ok: false, text: String(error) })); }
})`;

interface Answer {
  readonly n: number;
  readonly ok: boolean;
  readonly text: string;
}

class Node {
  readonly id: string;
  readonly address: string;
  readonly data = mkdtempSync(join(tmpdir(), 'servanda-namespace-'));
  readonly space: string;
  readonly party: string;
  readonly host: string;
  private server: ChildProcess | null = null;
  private readonly asker: ChildProcess;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private asked = 0;

  constructor(space: string, party: string, host: string) {
    [this.space, this.party, this.host] = [space, party, host];
    this.id = `urn:servanda:${space}`;
    this.address = `http://${host}:4700`;
    this.asker = spawn('ip', ['netns', 'exec', space, process.execPath, '-e', ASKER], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.asker.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const answer = JSON.parse(line) as Answer;
      this.waiting.get(answer.n)?.(answer);
    });
  }

  async start(): Promise<void> {
    const env = { ...process.env, SERVANDA_DATA: this.data, SERVANDA_EXCHANGE_PLAIN: '1', SERVANDA_HOSTS: this.host };
    const command = [
      'bin/servanda.js',
      'serve',
      '--no-demonstration',
      '--api-only',
      '--host',
      '0.0.0.0',
      '--port',
      '4700',
    ];
    this.server = spawn('ip', ['netns', 'exec', this.space, process.execPath, ...command], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let turn = 0; turn < 120; turn++) {
      if ((await this.ask('/api/session')).ok) return;
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`${this.space} never answered`);
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    if (this.server === null || this.server.exitCode !== null) return;
    const ended = new Promise((done) => this.server?.once('close', done));
    this.server.kill(signal);
    await ended;
    this.server = null;
  }

  ask(path: string, body: unknown = null): Promise<Answer> {
    const n = ++this.asked;
    this.asker.stdin?.write(`${JSON.stringify({ n, url: `http://127.0.0.1:4700${path}`, body })}\n`);
    return new Promise((done) => this.waiting.set(n, done));
  }

  async call<Found>(path: string, body: unknown = null): Promise<Found> {
    const { ok, text } = await this.ask(path, body);
    if (!ok) throw new Error(`${path}: ${text}`);
    return JSON.parse(text) as Found;
  }

  async end(): Promise<void> {
    await this.stop('SIGTERM');
    this.asker.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}

interface Exchange {
  readonly keys: readonly { readonly id: string; readonly fingerprint: string; readonly public: unknown }[];
  readonly partners: readonly {
    readonly waiting: number;
    readonly dead: number;
    readonly failed: number;
    readonly gaps: readonly unknown[];
    readonly sealed: number;
    readonly hasAll: number;
  }[];
}

async function trust(here: Node, there: Node): Promise<void> {
  const { id, party, address } = there;
  const types = ['servanda.session', 'servanda.channel', 'servanda.notice'];
  await here.call('/api/exchange/partners', {
    id,
    name: id,
    party,
    own: here.party,
    kind: 'other-side',
    address,
    types,
  });
  for (const { id: key, fingerprint, public: open } of (await there.call<Exchange>('/api/exchange')).keys) {
    await here.call(`/api/exchange/partners/${encodeURIComponent(id)}`, { type: 'add-key', key: open });
    await here.call(`/api/exchange/partners/${encodeURIComponent(id)}`, { type: 'trust', key, fingerprint });
  }
}

function lay(): void {
  for (const [space, host] of [
    ['sv-hill', '10.77.7.1'],
    ['sv-shore', '10.77.7.2'],
  ] as const) {
    ip('netns', 'add', space);
    if (space === 'sv-hill') ip('link', 'add', 'sv-a', 'type', 'veth', 'peer', 'name', 'sv-b');
    const end = space === 'sv-hill' ? 'sv-a' : 'sv-b';
    ip('link', 'set', end, 'netns', space);
    ip('-n', space, 'addr', 'add', `${host}/30`, 'dev', end);
    for (const device of ['lo', end]) ip('-n', space, 'link', 'set', device, 'up');
  }
}

const cable = (state: 'up' | 'down') => ip('-n', 'sv-hill', 'link', 'set', 'sv-a', state);
const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1_000));
const counts = { said: 0, unheard: 0, pulled: 0, killed: 0 };
const said = new Map<string, string>();

async function say(from: Node, to: Node): Promise<void> {
  const title = `Session ${said.size + 1}`;
  const body = { thing: null, kind: 'session', partner: to.id, parents: [], content: { title, host: from.party } };
  const { ok, text } = await from.ask('/api/exchange/papers', body);
  if (!ok) {
    counts.unheard++;
    return;
  }
  said.set((JSON.parse(text) as { id: string }).id, title);
  counts.said++;
}

async function traffic(a: Node, b: Node): Promise<void> {
  const until = Date.now() + SECONDS * 1_000;
  for (let turn = 0; Date.now() < until; turn++) {
    await Promise.all([say(a, b), say(b, a)]);
    if (turn % 20 === 5) {
      cable('down');
      counts.pulled++;
    }
    if (turn % 20 === 12) cable('up');
    if (turn % 40 === 30) {
      await b.stop('SIGKILL');
      counts.killed++;
      await say(a, b);
      await b.start();
    }
    await pause(1);
  }
  cable('up');
}

async function settled(nodes: readonly Node[]): Promise<Exchange['partners'][number][]> {
  for (let turn = 0; turn < 90; turn++) {
    const found = (await Promise.all(nodes.map((node) => node.call<Exchange>('/api/exchange')))).flatMap(
      ({ partners }) => partners,
    );
    if (found.every(({ waiting, gaps, sealed, hasAll }) => waiting === 0 && gaps.length === 0 && sealed === hasAll))
      return found;
    await pause(2);
  }
  throw new Error('something never arrived');
}

async function check(nodes: readonly Node[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { dead, failed } of await settled(nodes))
    if (dead + failed > 0) problems.push(`${dead} dead, ${failed} failed`);
  for (const node of nodes) {
    const { papers } = await node.call<{ papers: { id: string; heads: { content: { title: string } }[] }[] }>(
      '/api/exchange/papers',
    );
    const here = Map.groupBy(papers, ({ id }) => id);
    for (const [id, title] of said) {
      const found = here.get(id) ?? [];
      if (found.length !== 1) problems.push(`${node.space}: ${title} is there ${found.length} times`);
      else if (found[0]?.heads.map(({ content }) => content.title).join() !== title)
        problems.push(`${node.space}: ${title} reads otherwise`);
    }
    if (papers.length < said.size) problems.push(`${node.space} has ${papers.length} of ${said.size}`);
  }
  return problems;
}

if (process.getuid?.() !== 0) {
  console.error('Namespaces are made by root alone; nothing was run.');
  process.exit(2);
}
lay();
const nodes = [new Node('sv-hill', 'XL', '10.77.7.1'), new Node('sv-shore', 'XT', '10.77.7.2')] as const;
let problems: string[] = [];
try {
  for (const node of nodes) {
    await node.start();
    await node.call('/api/exchange/node', { id: node.id, name: node.space, address: node.address });
  }
  await trust(nodes[0], nodes[1]);
  await trust(nodes[1], nodes[0]);
  await traffic(nodes[0], nodes[1]);
  problems = await check(nodes);
  console.log(JSON.stringify({ seconds: SECONDS, ...counts, problems }, null, 2));
} finally {
  for (const node of nodes) await node.end();
  for (const space of ['sv-hill', 'sv-shore']) ip('netns', 'del', space);
}
process.exit(problems.length > 0 ? 1 : 0);
