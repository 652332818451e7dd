import type { Format } from '../model.ts';
import { fflate } from './archive.ts';
import { contentOf, formatOfName, looksBinary } from './formats.ts';

/** How a file is opened: its format, and what its bytes are inside of that where one format comes in several kinds. */
export interface Kind {
  readonly format: Format;
  readonly reader: Format | 'mht' | 'office';
}

const HEAD = 4096;
const PDF_HEAD = 1024;

/**
 * What a file is: its bytes are believed before its name, since names are lost and mistyped; text without a sign of its own
 * is what its name says, or plain text where it has no ending. Null where neither tells.
 */
export function kindOf(name: string, bytes: Uint8Array): Kind | null {
  const named = formatOfName(name);
  const own = kindOfBytes(name, bytes);
  if (own !== null) return own;
  const markup = markupOf(bytes);
  if (named === 'txt') return { format: 'txt', reader: 'txt' };
  if (markup !== null && !(named === 'html' && markup.format === 'akn')) return markup;
  if (named === 'doc') return isText(bytes) ? { format: 'txt', reader: 'txt' } : { format: 'doc', reader: 'office' };
  if (named !== null) return { format: named, reader: named };
  return /\.[^.]*$/.test(name) || !isText(bytes) ? null : { format: 'txt', reader: 'txt' };
}

/** The formats whose first bytes are their own. */
function kindOfBytes(name: string, bytes: Uint8Array): Kind | null {
  const content = contentOf(bytes);
  if (content === 'PNG image' || content === 'JPEG image' || content === 'TIFF image')
    return formatOfName(name) === 'txt' ? null : { format: 'image', reader: 'image' };
  if (content === 'Word 97 document' || content === 'RTF document') return { format: 'doc', reader: 'office' };
  if (content === 'zip archive') return packedKind(bytes);
  if (content === 'PDF' || latin(bytes, PDF_HEAD).includes('%PDF-')) return { format: 'pdf', reader: 'pdf' };
  return null;
}

/** Office files are archives that name what they are in a part of their own. */
function packedKind(bytes: Uint8Array): Kind | null {
  let kind: Kind | null = null;
  try {
    fflate().unzipSync(bytes, {
      filter: ({ name }) => {
        if (name === 'word/document.xml') kind = { format: 'docx', reader: 'docx' };
        if (name === 'content.xml') kind ??= { format: 'odt', reader: 'odt' };
        return false;
      },
    });
  } catch {
    return null;
  }
  return kind;
}

/** Text that says by its first words that it is a web page, a saved web page or Akoma Ntoso. */
function markupOf(bytes: Uint8Array): Kind | null {
  const head = latin(bytes, HEAD)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?akomaNtoso[\s>]/s.test(head))
    return { format: 'akn', reader: 'akn' };
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/is.test(head))
    return { format: 'html', reader: 'html' };
  if (/^[\w-]+:/.test(head) && /^content-type:\s*multipart\/related/im.test(head))
    return { format: 'html', reader: 'mht' };
  return null;
}

function latin(bytes: Uint8Array, size: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(size, bytes.length)).toString('latin1');
}

/** Words, in whatever encoding, and not the bytes of a program. */
function isText(bytes: Uint8Array): boolean {
  const head = latin(bytes, HEAD);
  const wide = (head.match(/\0/g)?.length ?? 0) > head.length * 0.2;
  return contentOf(bytes) === null && (wide || !looksBinary(head));
}
