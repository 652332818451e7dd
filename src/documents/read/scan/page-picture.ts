import type { PagePicture } from '../../model.ts';
import type { Raster } from './raster.ts';

/** Longest side of a page picture, in pixels: an A4 page at about 150 dots an inch. */
const LONGEST = 1760;
/** A picture larger than this is packed harder, step by step. */
const LARGEST_BYTES = 240_000;
const QUALITIES = [60, 40, 20];

/** The picture of a page as people look at it beside its text: small, grey, at most about 240 KB. */
export async function pagePicture(number: number, raster: Raster): Promise<PagePicture> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const small = shrink(raster, LONGEST / Math.max(raster.width, raster.height));
  const canvas = createCanvas(small.width, small.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(small.width, small.height);
  for (const [i, grey] of small.grey.entries()) {
    pixels.data.fill(grey, i * 4, i * 4 + 3);
    pixels.data[i * 4 + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  let bytes = new Uint8Array();
  for (const quality of QUALITIES) {
    bytes = Uint8Array.from(await canvas.encode('webp', quality));
    if (bytes.length <= LARGEST_BYTES) break;
  }
  canvas.width = 1;
  canvas.height = 1;
  return { number, type: 'image/webp', width: small.width, height: small.height, bytes };
}

/** Each pixel the mean of those it stands for; a factor of 1 or more leaves the picture as it is. */
function shrink({ width, height, grey }: Raster, factor: number): Raster {
  if (factor >= 1) return { width, height, grey };
  const [across, down] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const out = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    const [top, bottom] = stretch(y, height / down, height);
    for (let x = 0; x < across; x++) {
      const [left, right] = stretch(x, width / across, width);
      let sum = 0;
      for (let row = top; row < bottom; row++) {
        for (let at = row * width + left; at < row * width + right; at++) sum += grey[at] as number;
      }
      out[y * across + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: across, height: down, grey: out };
}

/** The pixels that stand under one of the smaller picture. */
function stretch(index: number, step: number, size: number): [number, number] {
  const start = Math.floor(index * step);
  return [start, Math.min(size, Math.max(start + 1, Math.floor((index + 1) * step)))];
}
