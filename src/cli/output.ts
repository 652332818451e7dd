import { once } from 'node:events';

const CHUNK = 1 << 16;

/**
 * Writes one JSON object a line to stdout. Waits where the reader is slow, so that millions of lines take no more
 * memory than one chunk.
 */
export async function writeLines(items: Iterable<unknown> | AsyncIterable<unknown>): Promise<void> {
  let buffer = '';
  for await (const item of items) {
    buffer += `${JSON.stringify(item)}\n`;
    if (buffer.length >= CHUNK) {
      await write(buffer);
      buffer = '';
    }
  }
  if (buffer !== '') await write(buffer);
}

/** Writes to stdout, and waits until there is room for more; for ever where stdout failed (`watchStdout` then ends us). */
export async function write(text: string | Uint8Array): Promise<void> {
  if (process.stdout.write(text)) return;
  await once(process.stdout, 'drain').catch(() => new Promise(() => {}));
}
