/**
 * `npm run dev`: the API with restart on change, and the pages with reload in front of it (Vite). Ctrl-C ends both.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const API_PORT = process.env.PORT ?? '4700';

const api = spawn(
  process.execPath,
  [
    '--watch-path=src',
    '--watch-preserve-output',
    join(ROOT, 'bin/servanda.js'),
    'serve',
    '--api-only',
    '--port',
    API_PORT,
  ],
  { cwd: ROOT, stdio: 'inherit' },
);

process.env.SERVANDA_SERVER = `http://localhost:${API_PORT}`;
const pages = await createServer({ configFile: join(ROOT, 'vite.config.ts') });
await pages.listen();
pages.printUrls();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    api.kill('SIGTERM');
    void pages.close().then(() => process.exit(0));
  });
}
