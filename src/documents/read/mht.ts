import iconv from 'iconv-lite';
import { Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import type { Extract } from './extract.ts';
import { readHtml } from './html.ts';

/** One part of a message: its header lines by lower-case name, and its body as it stands (latin1 for bytes). */
interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * Reads a web page saved with all its parts in one file (MHTML, RFC 2557): its page is read as any other.
 * Throws `file-damaged` where no page is in it.
 */
export function readMht({ name, bytes }: SourceFile): Extract {
  const whole = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const page = partsOf(whole).find(({ headers }) => /^text\/html\b/i.test(headers.get('content-type') ?? ''));
  if (page === undefined) throw new Problem('file-damaged', { name, format: 'mht', reason: 'no web page in it' });
  const charset = parameter(page.headers.get('content-type') ?? '', 'charset');
  const raw = decodeBody(page);
  const known = charset !== null && iconv.encodingExists(charset) && !/^utf-?8$/i.test(charset);
  return readHtml({ name, bytes: known ? Buffer.from(`\uFEFF${iconv.decode(raw, charset)}`, 'utf8') : raw });
}

function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = lines.flatMap((line) => {
    const [, key, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key.toLowerCase(), value] as const];
  });
  return { headers: new Map(headers), body: end === null ? '' : text.slice(end.index + end[0].length) };
}

/** The parts of a message, those inside of parts too. */
function partsOf(part: Part): Part[] {
  const type = part.headers.get('content-type') ?? '';
  const boundary = parameter(type, 'boundary');
  if (!/^multipart\//i.test(type) || boundary === null) return [part];
  const pieces = part.body.split(`--${boundary}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(partOf(piece.replace(/^\r?\n/, ''))));
}

function parameter(value: string, name: string): string | null {
  const [, quoted, plain] = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value) ?? [];
  return quoted ?? plain ?? null;
}

function decodeBody({ headers, body }: Part): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/[ \t]*=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
