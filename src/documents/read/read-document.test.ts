import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { slice } from '../../kernel/index.ts';
import { checkDocument, type Document, readDocument, structureLines } from '../index.ts';

const PAGES = join(import.meta.dirname, '../../../test/fixtures/documents/pages');
const VIETNAMESE =
  'TUYÊN BỐ CHUNG\n\n1. Hai bên nhất trí mở chợ biên giới Nà Khê trong năm 2032.\n2. Hai bên sẽ tổ chức họp hằng năm.\n';
const CHINESE =
  '联合声明\n\n一、双方同意在2032年举行第五次外长会晤，并加强海关合作。\n二、双方将共建兰溪跨境桥，支持地方交流。\n';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const quotes = (document: Document) => document.sentences.map((sentence) => slice(document.text, sentence.span));

describe('plain text', () => {
  test('keeps every character, its hash and offsets that slice back', async () => {
    const raw = `${VIETNAMESE}\r\n\tcuối `;
    const { value, messages } = await readDocument({ name: 'a.txt', bytes: bytesOf(raw) });
    expect(value.text).toBe(raw);
    expect(value.encoding).toBe('utf-8');
    expect(messages).toEqual([]);
    expect(value.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(quotes(value)[1]).toBe('Hai bên nhất trí mở chợ biên giới Nà Khê trong năm 2032.');
    expect(checkDocument(value)).toEqual([]);
  });

  test('the same bytes have the same hash under any name, other bytes another', async () => {
    const one = await readDocument({ name: 'a.txt', bytes: bytesOf(VIETNAMESE) });
    const two = await readDocument({ name: 'b.txt', bytes: bytesOf(VIETNAMESE) });
    const three = await readDocument({ name: 'a.txt', bytes: bytesOf(`${VIETNAMESE} `) });
    expect(two.value.sha256).toBe(one.value.sha256);
    expect(three.value.sha256).not.toBe(one.value.sha256);
  });

  test('a byte-order mark is taken off and nothing else', async () => {
    const { value } = await readDocument({ name: 'a.txt', bytes: bytesOf(`\ufeff${VIETNAMESE}`) });
    expect(value.text).toBe(VIETNAMESE);
  });

  for (const [encoding, marked] of [
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-16be', false],
  ] as const) {
    test(`${encoding} ${marked ? 'with' : 'without'} a byte-order mark is read and said`, async () => {
      for (const text of [VIETNAMESE, CHINESE]) {
        const bytes = iconv.encode(text, encoding, { addBOM: marked });
        const { value, messages } = await readDocument({ name: 'a.txt', bytes });
        expect(value.text).toBe(text);
        expect(value.encoding).toBe(encoding);
        expect(messages.map((message) => message.id)).toEqual(['document.encoding-converted']);
      }
    });
  }

  test('GB18030 is recognised', async () => {
    const { value } = await readDocument({ name: 'a.txt', bytes: iconv.encode(CHINESE.repeat(3), 'gb18030') });
    expect(value.text).toBe(CHINESE.repeat(3));
    expect(value.encoding).toBe('gb18030');
  });

  test('a text cut in the middle of its UTF-8 is still read as UTF-8, with a warning', async () => {
    const bytes = bytesOf(VIETNAMESE.repeat(4));
    const { value, messages } = await readDocument({
      name: 'a.txt',
      bytes: bytes.slice(0, bytes.indexOf(0xc3, 200) + 1),
    });
    expect(value.text.startsWith(VIETNAMESE)).toBe(true);
    expect(messages.map((message) => message.id)).toEqual(['document.bytes-unreadable']);
  });
});

describe('unusable files', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const cases: [string, string, Uint8Array, number?][] = [
    ['file-empty', 'nothing.txt', new Uint8Array()],
    ['file-empty', 'blank.txt', bytesOf(' \n\n')],
    ['file-not-text', 'picture.txt', png],
    ['file-not-text', 'noise.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 251)],
    ['file-damaged', 'letter.docx', bytesOf('this is no archive')],
    ['file-damaged', 'half.docx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
    ['file-too-large', 'long.txt', new Uint8Array(3 * 1024 * 1024).fill(65), 2 * 1024 * 1024],
    ['format-unknown', 'song.mp3', bytesOf('la la')],
    ['format-unknown', 'nameless', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 0, 0])],
  ];
  for (const [code, name, bytes, limit] of cases) {
    test(`${name} is refused as ${code}, by name`, async () => {
      const reading = readDocument({ name, bytes }, limit ? { limit } : {});
      await expect(reading).rejects.toMatchObject({ code, details: { name } });
    });
  }
});

describe('a web page', () => {
  const bytes = readFileSync(join(PAGES, 'statement-page.html'));

  test('keeps the statement with headings and list numbers, and puts the clutter aside', async () => {
    const { value, messages } = await readDocument({ name: 'page.html', bytes });
    const ids = messages.map((message) => message.id);
    expect(ids).toContain('document.page-clutter-left-out');
    expect(ids).toContain('document.tables-as-lines');
    expect(value.text).not.toMatch(/newsletter|All rights|Chess cup|var x/);
    expect(value.text).toContain('Port | Dues 2032');
    expect(value.text).toContain('1. The two sides agreed to open the ferry line');
    const labels = structureLines(value).filter((line) => line.label !== null);
    expect(labels.map((line) => line.label)).toEqual(['1', '2', '2[1]', '2[2]']);
    const headings = value.provisions.filter((provision) => provision.role === 'heading');
    expect(headings.map((heading) => slice(value.text, heading.span))).toEqual([
      'Avaria and Belmar issue joint statement',
      'Transport',
      'Trade',
    ]);
    expect(checkDocument(value)).toEqual([]);
  });

  test('a page without an article is read whole', async () => {
    const html = '<p>1. Both sides will meet.</p><p>2. Both sides will trade.</p>';
    const { value } = await readDocument({ name: 'bare.htm', bytes: bytesOf(html) });
    expect(structureLines(value).map((line) => line.label)).toEqual(['1', '2']);
  });

  test('a page in GB18030 is read by the encoding it declares', async () => {
    const html = `<html><head><meta charset="gb18030"></head><body><p>双方同意加强海关合作。</p></body></html>`;
    const { value } = await readDocument({ name: 'cn.html', bytes: iconv.encode(html, 'gb18030') });
    expect(value.text).toBe('双方同意加强海关合作。\n');
    expect(value.encoding).toBe('gb18030');
  });
});
