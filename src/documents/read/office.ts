import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { readDocx } from './docx.ts';
import type { Extract } from './extract.ts';

/** A file LibreOffice has not opened after this long is one it hangs on. Milliseconds. */
const PATIENCE = 90_000;
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/libreoffice/program',
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
];

/** LibreOffice of this machine, or null: `SOFFICE` names it where it is at an unusual place. */
export function findOffice(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (environment.SOFFICE !== undefined) return existsSync(environment.SOFFICE) ? environment.SOFFICE : null;
  const folders = [...(environment.PATH ?? '').split(delimiter), ...PLACES].filter(Boolean);
  const names = ['soffice', 'libreoffice', 'soffice.exe'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

/**
 * Reads a file of Word 97 or before, of Works, or in Rich Text: LibreOffice turns it into .docx, in a profile of its own that
 * is thrown away. Throws `office-missing` where there is no LibreOffice, `file-damaged` where it cannot open the file in time.
 */
export async function readOffice(file: SourceFile): Promise<Extract> {
  const program = findOffice();
  if (program === null) throw new Problem('office-missing', { name: file.name });
  const folder = await mkdtemp(join(tmpdir(), 'servanda-office-'));
  try {
    const source = join(folder, file.bytes[0] === 0x7b ? 'file.rtf' : 'file.doc');
    await writeFile(source, file.bytes);
    await convert(program, folder, source);
    const bytes = await readFile(join(folder, 'file.docx')).catch(() => null);
    if (bytes === null) throw damaged(file.name, 'LibreOffice cannot open it');
    const read = readDocx({ name: file.name, bytes });
    const message = { severity: 'info', id: 'document.read-by-office', details: {} } as const;
    return { ...read, messages: [message, ...read.messages] };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs LibreOffice as the head of a group of processes, so that none is left when its time is up. */
function convert(program: string, folder: string, source: string): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const wanted = ['--headless', '--norestore', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', folder, source];
  const child = spawn(program, [profile, ...wanted], { detached: process.platform !== 'win32', stdio: 'ignore' });
  return new Promise((done, failed) => {
    const alarm = setTimeout(() => {
      killTree(child.pid);
      failed(damaged(source, 'LibreOffice did not open it in time'));
    }, PATIENCE);
    child.once('error', (cause) => {
      clearTimeout(alarm);
      failed(new Problem('office-missing', { name: source }, cause));
    });
    child.once('close', () => {
      clearTimeout(alarm);
      killTree(child.pid);
      done();
    });
  });
}

function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

function damaged(name: string, reason: string): Problem {
  return new Problem('file-damaged', { name, format: 'doc', reason });
}
