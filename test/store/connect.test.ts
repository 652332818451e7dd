import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { connect } from '../../src/db/index.ts';
import { importFiles, listWorks, openDatabase } from '../../src/operations/index.ts';
import { postgresPrograms, startPostgres } from './postgres-server.ts';
import { file, statement } from './texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'servanda-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder is one process’s at a time, and opens again with everything in it', async () => {
  const data = join(folder, 'one');
  const context = await openDatabase({ folder: data });
  await expect(openDatabase({ folder: data })).rejects.toMatchObject({ code: 'data-locked', details: { path: data } });
  await importFiles(context, { files: [file('2023.txt', statement(2023))], by: 'lan' });
  await context.close();
  expect(existsSync(join(data, 'servanda.lock'))).toBe(false);
  const again = await openDatabase({ folder: data });
  expect(await listWorks(again)).toHaveLength(1);
  await again.close();
});

test('a folder another process holds is refused; what a killed process left does not block the start', async () => {
  const data = join(folder, 'two');
  const door = new URL('../../src/operations/index.ts', import.meta.url).href;
  const script = `const { openDatabase } = await import(${JSON.stringify(door)});
    await openDatabase({ folder: ${JSON.stringify(data)} }); console.log('open'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  await expect(openDatabase({ folder: data })).rejects.toMatchObject({ code: 'data-locked' });
  other.kill('SIGKILL');
  await once(other, 'exit');
  const context = await openDatabase({ folder: data });
  expect(await listWorks(context)).toEqual([]);
  await context.close();
});

test('what a killed process left does not block, even where nobody asks after the dead', async () => {
  if (!existsSync('/proc/self/stat')) return;
  const data = join(folder, 'unasked');
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line));
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'servanda.lock'), JSON.stringify({ pid, started: `${boot}/${fields[19]}` }));
  await expect(openDatabase({ folder: data })).rejects.toMatchObject({ code: 'data-locked' });
  process.kill(pid, 'SIGKILL');
  const dead = () => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  await expect.poll(dead, { timeout: 10_000 }).toBe(true);
  await (await openDatabase({ folder: data })).close();
  parent.kill('SIGKILL');
});

test('a lock of another start of the machine, or one that cannot be read, does not block', async () => {
  const data = join(folder, 'three');
  mkdirSync(data, { recursive: true });
  for (const left of [JSON.stringify({ pid: process.ppid, started: 'another boot/1' }), '{"pid":', '']) {
    writeFileSync(join(data, 'servanda.lock'), left);
    await (await openDatabase({ folder: data })).close();
  }
});

test('a server that is not there is a problem with a name', async () => {
  for (const url of ['postgres://nobody@127.0.0.1:1/none', 'postgres://nobody@/none?host=/nowhere']) {
    await expect(connect({ url })).rejects.toMatchObject({ code: 'database-unreachable', status: 503 });
  }
});

test.runIf(postgresPrograms() !== null)(
  'a server that goes away while it is used is a problem, and the process lives',
  async () => {
    const server = await startPostgres(postgresPrograms() as string);
    const context = await openDatabase({ url: server.url('postgres') });
    expect(await listWorks(context)).toEqual([]);
    await server.stop();
    await expect(listWorks(context)).rejects.toMatchObject({ code: 'database-unreachable' });
    await context.close();
  },
);

test('a disk that is nearly full is a problem before anything is written', async () => {
  const data = join(folder, 'full');
  const context = await openDatabase({ folder: data });
  const { bavail, bsize } = statfsSync(data);
  const nothing = async () => {};
  await expect(context.database.write(nothing, bavail * bsize)).rejects.toMatchObject({
    code: 'disk-full',
    details: { path: data },
  });
  await context.database.write(nothing);
  await context.close();
});

test('neither an address nor a folder is refused', async () => {
  await expect(openDatabase({})).rejects.toMatchObject({ code: 'input-invalid' });
});
