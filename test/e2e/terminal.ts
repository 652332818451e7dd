import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

interface Call {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs `servanda …` as a user does, in a process of its own, in English. */
export function servanda(args: readonly string[], call: Call = {}): Promise<Ended> {
  return ended(process.execPath, [join(ROOT, 'bin/servanda.js'), ...args], call);
}

/** Runs a shell line with `servanda` in it as `$SERVANDA`. */
export function shell(line: string, call: Call = {}): Promise<Ended> {
  const SERVANDA = `${process.execPath} ${join(ROOT, 'bin/servanda.js')}`;
  return ended('bash', ['-c', line], { ...call, env: { ...call.env, SERVANDA } });
}

function ended(program: string, args: readonly string[], call: Call): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, {
      cwd: call.cwd ?? ROOT,
      env: { ...process.env, LC_ALL: 'C.UTF-8', NODE_ENV: 'production', ...call.env },
      stdio: 'pipe',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr, seconds: (performance.now() - started) / 1000 }));
    child.stdin.on('error', () => {});
    child.stdin.end(call.stdin ?? '');
  });
}

/** The JSON objects of JSONL output. */
export function records<T = Record<string, unknown>>(stdout: string): T[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
