import { unzipSync } from 'fflate';
import { MEGABYTE, Problem } from '../../kernel/index.ts';
import { UNPACKED_LIMIT_MB } from './layout.ts';

/**
 * Refuses a file by what its archive says of itself, before anything is unpacked; the library unpacks no part beyond what it was said to be.
 * @param part path of the part that makes it such a file: `xl/workbook.xml`
 * @throws Problem `format-unknown`, `file-damaged`, `file-too-large`
 */
export function assertOffice(name: string, bytes: Uint8Array, part: string): void {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const old = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    const ending = name.split('.').at(-1)?.slice(0, 12) || '?';
    throw new Problem('format-unknown', { name, format: old ? `${ending} / password` : ending });
  }
  let total = 0;
  let there = false;
  try {
    unzipSync(bytes, {
      filter: ({ name: one, originalSize }) => {
        total += originalSize;
        there ||= one === part;
        return false;
      },
    });
  } catch {
    const format = name.split('.').at(-1) ?? '';
    throw new Problem('file-damaged', { name, format, reason: 'the archive is cut short or broken' });
  }
  if (total > UNPACKED_LIMIT_MB * MEGABYTE) {
    throw new Problem('file-too-large', { name, size: Math.round(total / MEGABYTE), limit: UNPACKED_LIMIT_MB });
  }
  if (!there) throw new Problem('format-unknown', { name, format: 'zip' });
}
