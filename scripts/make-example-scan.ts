/**
 * Makes the scanned page of the examples: the first page of the communiqué set in type, printed by Chromium, then
 * turned by less than a degree, unevenly lit, speckled and cut down to 16 greys, as a PNG and as a PDF that holds only
 * the picture. Run `node scripts/make-example-scan.ts` (needs Chromium; CHROMIUM names another one).
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { seededNumbers } from './seeded-numbers.ts';

const examples = new URL('../examples/', import.meta.url);
const WIDTH = 1488;
const HEIGHT = 2104;
const DPI = 180;
const LAST_ITEM = '(5) ';

/** The lines of the first page: everything up to and including item (5). */
function firstPage(): string[] {
  const lines = readFileSync(new URL('communique-2025.vi.txt', examples), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.slice(0, lines.findIndex((line) => line.startsWith(LAST_ITEM)) + 1);
}

function pageOf(lines: readonly string[]): string {
  const body = lines.map((line, index) => {
    const kind = index < 2 ? 'title' : /^\d\. /.test(line) ? 'head' : 'body';
    return `<p class="${kind}">${line}</p>`;
  });
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><style>
    body { margin: 0; width: ${WIDTH}px; height: ${HEIGHT}px; background: #fff; font: 29px/1.5 'Liberation Serif', serif; }
    main { padding: 150px 130px 90px 190px; text-align: justify; }
    p { margin: 0 0 16px; } .title { text-align: center; font-weight: bold; } .head { font-weight: bold; }
    footer { position: absolute; top: ${HEIGHT - 95}px; width: 100%; text-align: center; }
  </style><main>${body.join('')}</main><footer>- 1 -</footer></html>`;
}

/** Prints the page and brings it back as one grey value a pixel. */
async function print(html: string): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    await page.setContent(html);
    const shot = (await page.screenshot({ type: 'png' })).toString('base64');
    const greys = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.fillStyle = '#fff';
      context.fillRect(0, 0, image.width, image.height);
      context.translate(image.width / 2, image.height / 2);
      context.rotate((0.7 * Math.PI) / 180);
      context.filter = 'blur(0.6px)';
      context.drawImage(image, -image.width / 2, -image.height / 2);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      return Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4] as number);
    }, shot);
    return Uint8Array.from(greys);
  } finally {
    await browser.close();
  }
}

/** Ages the print in place: a dark left edge, a lighter middle, grain in the ink and dust on the paper. */
function age(greys: Uint8Array): void {
  const next = seededNumbers(2025);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = y * WIDTH + x;
      const light = 238 - 10 * (y / HEIGHT) - (x < 60 ? (60 - x) * 1.8 : 0);
      const ink = 255 - (greys[at] as number);
      const grain = ink > 0 ? (next() - 0.5) * 36 : 0;
      const dust = next();
      const speck = dust < 0.0012 ? -150 : dust < 0.004 ? -30 : 0;
      greys[at] = Math.max(0, Math.min(255, light - ink * 0.82 + grain + speck));
    }
  }
}

/** Packs two pixels of 16 greys into a byte, row by row. */
function fourBits(greys: Uint8Array): Buffer {
  const packed = Buffer.alloc((WIDTH / 2) * HEIGHT);
  for (let index = 0; index < packed.length; index++) {
    const left = (greys[index * 2] as number) >> 4;
    packed[index] = (left << 4) | ((greys[index * 2 + 1] as number) >> 4);
  }
  return packed;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** PNG, colour type 0 (grey), four bits a pixel, with its resolution. */
function png(packed: Buffer): Buffer {
  const row = WIDTH / 2;
  const rows = Buffer.concat(
    Array.from({ length: HEIGHT }, (_, y) =>
      Buffer.concat([Buffer.from([0]), packed.subarray(y * row, (y + 1) * row)]),
    ),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 4;
  const size = Buffer.alloc(9);
  size.writeUInt32BE(Math.round(DPI / 0.0254), 0);
  size.writeUInt32BE(Math.round(DPI / 0.0254), 4);
  size[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('pHYs', size),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PDF of one page that shows the picture and holds no text. */
function pdf(packed: Buffer): Buffer {
  const wide = ((WIDTH / DPI) * 72).toFixed(2);
  const high = ((HEIGHT / DPI) * 72).toFixed(2);
  const picture = deflateSync(packed, { level: 9 });
  const drawing = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /Im0 Do Q`);
  const stream = (head: string, data: Buffer) =>
    Buffer.concat([Buffer.from(`<< ${head} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]);
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources << /XObject << /Im0 4 0 R >> >> /Contents 5 0 R >>`,
    ),
    stream(
      `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode`,
      picture,
    ),
    stream('', drawing),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

const greys = await print(pageOf(firstPage()));
age(greys);
const packed = fourBits(greys);
writeFileSync(new URL('communique-2025.page-1.png', examples), png(packed));
writeFileSync(new URL('communique-2025.page-1.pdf', examples), pdf(packed));
