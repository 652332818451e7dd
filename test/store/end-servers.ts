import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_LIST } from './postgres-server.ts';

/**
 * Run once around all tests: a server that tests share lives as long as the process that started it, and that process may be
 * ended from outside. Whatever server is still listed at the end is ended here, with its folder.
 */
export function setup(): () => void {
  const list = mkdtempSync(join(tmpdir(), 'servanda-servers-'));
  process.env[SERVER_LIST] = list;
  return () => {
    for (const name of readdirSync(list)) {
      const { pid, folder } = JSON.parse(readFileSync(join(list, name), 'utf8')) as { pid: number; folder: string };
      try {
        process.kill(pid, 'SIGQUIT');
      } catch {
        // It has ended by itself.
      }
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
    rmSync(list, { recursive: true, force: true });
  };
}
