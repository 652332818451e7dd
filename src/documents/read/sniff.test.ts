import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../index.ts';
import { kindOf } from './sniff.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const FIXTURES = join(import.meta.dirname, '../../../test/fixtures/documents');

test('a file is known by its bytes where its name is lost, mistyped or in capitals', () => {
  const cases: [string, Uint8Array, string | null][] = [
    ['statement', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['STATEMENT.PDF', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['statement.docx', bytesOf('%PDF-1.7\n'), 'pdf'],
    ['page.doc', bytesOf('<html><body><p>Both sides'), 'html'],
    ['law.txt.html', bytesOf('<?xml version="1.0"?>\n<akomaNtoso xmlns="x">'), 'html'],
    ['law.xml', bytesOf('<?xml version="1.0"?><!-- x --><an:akomaNtoso xmlns:an="x">'), 'akn'],
    ['notes', bytesOf('Hai bên nhất trí'), 'txt'],
    ['page.txt', bytesOf('<html><body>'), 'txt'],
    ['letter.doc', bytesOf('Both sides agreed.'), 'txt'],
    ['letter', bytesOf('{\\rtf1 words}'), 'doc'],
    ['song.mp3', bytesOf('la la'), null],
    ['program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), null],
  ];
  for (const [name, bytes, format] of cases)
    expect([name, kindOf(name, bytes)?.format ?? null]).toEqual([name, format]);
});

test('a Word file under another name is read, and its name is told', async () => {
  const bytes = readFileSync(join(FIXTURES, '../../../examples/directive-2026.vi.docx'));
  const { value, messages } = await readDocument({ name: 'directive.txt', bytes });
  expect(value.format).toBe('docx');
  expect(messages[0]).toMatchObject({ id: 'document.format-by-content', details: { ending: 'txt', format: 'docx' } });
  expect((await readDocument({ name: 'directive', bytes })).value.text).toBe(value.text);
});

/** A page as browsers save it in one file: parts behind a boundary, in quoted-printable. */
function saved(charset: string, page: string): Uint8Array {
  const lines = [
    'From: <Saved by a browser>',
    'Subject: Statement',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----Cut----"',
    '',
    '',
    '------Cut----',
    `Content-Type: text/html; charset=${charset}`,
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: https://example.org/statement',
    '',
    page,
    '------Cut----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------Cut------',
  ];
  return bytesOf(lines.join('\r\n'));
}

test('a page saved in one file is read like the page itself', async () => {
  const utf8 = saved(
    'utf-8',
    '<html><body><p>Hai b=C3=AAn nh=E1=BA=A5t tr=C3=AD m=E1=BB=9F c=\r\n=E1=BB=ADa kh=E1=BA=A9u.</p></body></html>',
  );
  const { value } = await readDocument({ name: 'page.mht', bytes: utf8 });
  expect(value.text).toBe('Hai bên nhất trí mở cửa khẩu.\n');
  expect(value.format).toBe('html');
  const legacy = saved('gb18030', '<html><body><p>=CB=AB=B7=BD=CD=AC=D2=E2</p></body></html>');
  expect((await readDocument({ name: 'page.mhtml', bytes: legacy })).value.text).toBe('双方同意\n');
  const none = bytesOf(
    'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nwords\r\n--x--',
  );
  await expect(readDocument({ name: 'none.mht', bytes: none })).rejects.toMatchObject({ code: 'file-damaged' });
});

test('the bar of a web archive is no part of the page it keeps', async () => {
  const bar =
    '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures, go to the calendar of this page now</div><!-- END WAYBACK TOOLBAR INSERT -->';
  const html = `<html><body>${bar}<h1>Statement</h1><p>Both sides will open the ferry.</p></body></html>`;
  const { value } = await readDocument({ name: 'kept.html', bytes: bytesOf(html) });
  expect(value.text).toContain('Both sides will open the ferry.');
  expect(value.text).not.toContain('captures');
});
