import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '../kernel/index.ts';

/** Who holds a folder. The start time tells a process from a later one that was given the same number. */
interface Holder {
  readonly pid: number;
  readonly started: string;
}

const held = new Set<string>();

/**
 * Takes a data folder for this process, so that no second one writes into it. What a crashed process left behind does
 * not count. Returns what gives the folder back.
 * @throws Problem `data-locked`, `disk-full`, `file-unreadable`
 */
export function lockFolder(folder: string): () => void {
  const path = join(resolve(folder), 'servanda.lock');
  try {
    mkdirSync(folder, { recursive: true });
    if (held.has(path) || isHeld(path)) throw new Problem('data-locked', { path: folder });
    rmSync(path, { force: true });
    const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
  } catch (error) {
    throw folderProblem(error, folder);
  }
  held.add(path);
  return () => {
    if (!held.delete(path)) return;
    rmSync(path, { force: true });
  };
}

function isHeld(path: string): boolean {
  const holder = readHolder(path);
  return holder !== null && holder.pid !== process.pid && isAlive(holder);
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' ? { pid: holder.pid, started: String(holder.started) } : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(holder.pid) === holder.started;
}

/**
 * When a process started, in ticks since boot with the boot's id; empty where the system does not tell (not Linux).
 * A killed process that its parent has not asked after (a container without an init) has ended, though it has a number.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields[19];
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return '';
  }
}

function folderProblem(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') return new Problem('data-locked', { path: folder }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Problem('disk-full', { path: folder }, error);
  if (error instanceof Problem) return error;
  return new Problem('file-unreadable', { name: folder, reason: code ?? String(error) }, error);
}
