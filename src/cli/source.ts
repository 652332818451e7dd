import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { SourceFile } from '../documents/index.ts';
import { FILE_LIMIT_MB, MEGABYTE, Problem } from '../kernel/index.ts';

/** Reads a file of the command line, `-` for stdin. Refuses what is missing, a folder, or too large. */
export async function readSource(path: string): Promise<SourceFile> {
  if (path === '-') return { name: 'stdin.txt', bytes: within('stdin', await buffer(process.stdin)) };
  const status = await stat(path);
  if (status.isDirectory()) throw new Problem('file-unreadable', { name: path, reason: 'it is a folder' });
  refuseAbove(path, status.size);
  return { name: basename(path), bytes: within(path, await readFile(path)) };
}

function within(name: string, bytes: Buffer): Uint8Array {
  refuseAbove(name, bytes.length);
  return bytes;
}

function refuseAbove(name: string, size: number): void {
  const megabytes = size / MEGABYTE;
  if (megabytes > FILE_LIMIT_MB) {
    throw new Problem('file-too-large', { name, size: Math.round(megabytes), limit: FILE_LIMIT_MB });
  }
}
