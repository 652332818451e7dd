import { createRequire } from 'node:module';
import { Problem } from '../../kernel/index.ts';
import type { Format, SourceFile } from '../model.ts';
import { contentOf } from './formats.ts';

/** Loaded with the first archive. */
export function fflate(): typeof import('fflate') {
  return createRequire(import.meta.url)('fflate');
}

/** Largest total of unpacked parts: an archive that unpacks to more is refused as damaged. */
const LIMIT = 512 * 1024 * 1024;

/**
 * Unpacks the wanted parts of an office file, as text. Throws `file-damaged` where the bytes are no zip archive, are cut
 * short, or lack the part that must be there.
 */
export function unpack(file: SourceFile, format: Format, wanted: RegExp, needed: string): ReadonlyMap<string, string> {
  const { name, bytes } = file;
  const damaged = (reason: string) => new Problem('file-damaged', { name, format, reason });
  const content = contentOf(bytes);
  if (content !== 'zip archive') throw damaged(content === null ? 'not a zip archive' : content);
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = fflate().unzipSync(bytes, {
      filter: (part) => {
        if (!wanted.test(part.name)) return false;
        total += part.originalSize;
        return total <= LIMIT;
      },
    });
  } catch {
    throw damaged('the archive is cut short or broken');
  }
  if (total > LIMIT) throw damaged('it unpacks to more than 512 MB');
  if (!parts[needed]) throw damaged(`${needed} is missing`);
  const decoder = new TextDecoder();
  return new Map(Object.entries(parts).map(([part, data]) => [part, decoder.decode(data)]));
}
