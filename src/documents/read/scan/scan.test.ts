import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { slice } from '../../../kernel/index.ts';
import { checkDocument, type Document, readDocument, structureLines } from '../../index.ts';
import { errorRate } from './error-rate.ts';
import { decodePicture, rowsOf } from './raster.ts';
import { writeTiff } from './write-tiff.ts';

const EXAMPLES = join(import.meta.dirname, '../../../../examples');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SLOW = 120_000;
const example = (name: string) => ({ name, bytes: readFileSync(join(EXAMPLES, name)) });

/** What stands on the scanned page: the communiqué up to and with item (5). */
function firstPage(): string {
  const lines = readFileSync(join(EXAMPLES, 'communique-2025.vi.txt'), 'utf8').split('\n').filter(Boolean);
  return lines.slice(0, lines.findIndex((line) => line.startsWith('(5) ')) + 1).join('\n');
}

/** The text without page numbers. */
function body({ text, lines }: Document): string {
  return lines
    .filter((line) => line.role !== 'furniture')
    .map((line) => slice(text, line.span))
    .join('\n');
}

describe('the scanned page of the examples', () => {
  for (const name of ['communique-2025.page-1.png', 'communique-2025.page-1.pdf']) {
    test(`${name} is read with less than 4 wrong characters in 1000, and keeps its structure`, {
      timeout: SLOW,
    }, async () => {
      const { value, messages } = await readDocument(example(name));
      expect(errorRate(body(value), firstPage())).toBeLessThan(0.004);
      const labels = structureLines(value).flatMap((line) => line.label ?? []);
      expect(labels).toEqual(['1', '1(1)', '1(2)', '2', '2(3)', '2(4)', '2(5)']);
      expect(value.language).toBe('vi');
      expect(checkDocument(value)).toEqual([]);
      const read = messages.find((message) => message.id === 'document.scan-read');
      expect(read?.details).toMatchObject({ count: 1 });
      expect(read?.details.confidence).toBeGreaterThan(90);
      expectWordsInPlace(value);
    });
  }
});

/** Each word of the page stands in the text once, in order, and in a box on the page. */
function expectWordsInPlace({ text, scan }: Document): void {
  const [page] = scan?.pages ?? [];
  expect(page?.number).toBe(1);
  let covered = 0;
  let end = 0;
  for (const { span, box, confidence } of page?.words ?? []) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(slice(text, span)).toMatch(/^\S+$/);
    expect(box.left + box.width).toBeLessThanOrEqual(page?.width ?? 0);
    expect(box.top + box.height).toBeLessThanOrEqual(page?.height ?? 0);
    expect(confidence).toBeGreaterThanOrEqual(0);
    end = span.end;
    covered += span.end - span.start;
  }
  expect(covered).toBe(text.replace(/\s/g, '').length);
}

const TEXTS = {
  en: {
    font: 'Liberation Serif',
    floor: 0.01,
    lines: [
      'JOINT STATEMENT OF AVARIA AND BELMAR',
      '1. The two sides agreed to open the ferry line between Lume and Dorren before 30 June 2032, and to keep the fares of residents below those of visitors.',
      '2. Both sides will exchange the measurements of the lake every morning; they will report to the board twice a year.',
    ],
  },
  zh: {
    font: 'Noto Serif CJK SC',
    floor: 0.06,
    lines: [
      '一、双方同意于2032年上半年开通湖上客运航线，并为两国边境居民提供优惠票价；继续完善口岸设施。',
      '二、双方将加强海关、农业和教育领域合作，每年举行一次联合委员会会议，并及时通报有关情况。',
    ],
  },
  fa: {
    font: 'Noto Naskh Arabic',
    floor: 0.05,
    lines: [
      'دو طرف توافق کردند همکاری‌های گمرکی و کشاورزی را گسترش دهند و هر سال یک نشست مشترک برگزار کنند.',
      'دو کشور آموزش زبان را در دانشگاه‌های خود تقویت خواهند کرد و دانشجویان بیشتری را خواهند پذیرفت.',
    ],
  },
} as const;

describe('a printed page is read in the language it is written in', () => {
  if (!existsSync(CHROMIUM)) {
    test.skip('not run, because Chromium is not installed', () => {});
    return;
  }
  for (const [language, { font, floor, lines }] of Object.entries(TEXTS)) {
    test(`${language}: at most ${floor * 100} wrong characters in 100`, { timeout: SLOW }, async () => {
      const bytes = await print(language, font, lines);
      const { value } = await readDocument({ name: `${language}.png`, bytes });
      expect(value.language).toBe(language);
      expect(errorRate(value.text, lines.join('\n'))).toBeLessThan(floor);
      expect(value.provisions.length).toBe(lines.length);
    });
  }
});

/** A page set in type, as a picture of about 130 dots an inch. */
async function print(language: string, font: string, lines: readonly string[]): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
    const dir = language === 'fa' ? 'rtl' : 'ltr';
    await page.setContent(
      `<html lang="${language}" dir="${dir}"><meta charset="utf-8"><style>body{margin:70px;font:24px/1.6 '${font}'}
      p{margin:0 0 20px;text-align:justify}</style>${lines.map((line) => `<p>${line}</p>`).join('')}</html>`,
    );
    return await page.screenshot({ type: 'png' });
  } finally {
    await browser.close();
  }
}

/** A leaning page with a table of ruled lines, the last cell of which two rows share. */
const TABLE = `<div style="transform:rotate(0.8deg);padding:40px"><p>Tasks of the joint commission</p>
  <table style="border-collapse:collapse;width:860px"><style>td{border:1.5px solid;padding:6px 10px;vertical-align:top}</style>
  <tr><td>No.</td><td>Task</td><td>Lead agency</td><td>Deadline</td></tr>
  <tr><td>1</td><td style="width:330px">Open the ferry line between Lume and Dorren for residents</td><td>Ministry of Ports</td><td>June 2032</td></tr>
  <tr><td>2</td><td>Survey the strait of Lume</td><td>Ministry of Roads</td><td rowspan="2">2033</td></tr>
  <tr><td>3</td><td>Widen the road to the border</td><td>Ministry of Roads</td></tr></table>
  <p>The commission meets every spring.</p></div>`;

test.skipIf(!existsSync(CHROMIUM))(
  'a table drawn on a leaning page keeps its rows and columns',
  { timeout: SLOW },
  async () => {
    const bytes = await print('en', 'Liberation Serif', [TABLE]);
    const { value, messages } = await readDocument({ name: 'plan.png', bytes });
    expect(value.text.split('\n').filter((line) => line.includes('|'))).toEqual([
      'No. | Task | Lead agency | Deadline',
      '1 | Open the ferry line between Lume and Dorren for residents | Ministry of Ports | June 2032',
      '2 | Survey the strait of Lume | Ministry of Roads | 2033',
      '3 | Widen the road to the border | Ministry of Roads | 〃',
    ]);
    expect(value.text).toMatch(/^Tasks of the joint commission[\s\S]*\nThe commission meets every spring\.\n$/);
    expect(messages.map(({ id }) => id)).toContain('document.tables-as-lines');
    const words = value.scan?.pages[0]?.words ?? [];
    expect(words.map(({ span }) => slice(value.text, span))).toEqual(
      value.text.replace(/[|〃]/g, ' ').trim().split(/\s+/),
    );
  },
);

describe('other pictures', () => {
  test('all pages of a TIFF file are read, and blank ones named', { timeout: SLOW }, async () => {
    const { name, bytes } = example('communique-2025.page-1.png');
    const title = rowsOf(await decodePicture(name, bytes), 130, 310);
    const blank = { ...title, grey: new Uint8Array(title.grey.length).fill(240) };
    const told: number[] = [];
    const { value, messages } = await readDocument(
      { name: 'pages.tif', bytes: writeTiff([title, blank, title]) },
      { progress: (done) => told.push(done) },
    );
    expect(value.text.match(/THÔNG CÁO CHUNG/g)).toHaveLength(2);
    expect(value.scan?.pages.filter((page) => page.words.length > 0).map((page) => page.number)).toEqual([1, 3]);
    expect(messages).toContainEqual({
      severity: 'warning',
      id: 'document.scan-pages-without-words',
      details: { count: 1, pages: '2' },
    });
    expect(told.at(-1)).toBe(1);
  });

  test('a picture without words and a broken one are refused by name', async () => {
    const white = { width: 400, height: 300, grey: new Uint8Array(120_000).fill(250) };
    await expect(readDocument({ name: 'white.tif', bytes: writeTiff([white]) })).rejects.toMatchObject({
      code: 'file-not-text',
      details: { name: 'white.tif' },
    });
    for (const name of ['half.png', 'half.jpg', 'half.tiff']) {
      const bytes = new TextEncoder().encode(name.endsWith('tiff') ? 'II*\0\b\0\0\0' : 'no picture');
      await expect(readDocument({ name, bytes })).rejects.toMatchObject({ code: 'file-damaged', details: { name } });
    }
  });
});
