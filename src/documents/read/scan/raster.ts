import type { Canvas, Image } from '@napi-rs/canvas';
import { Problem } from '../../../kernel/index.ts';

/** A picture as one grey value a pixel, row by row from the top left; 0 is black. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Larger pictures are refused before they are unpacked, in pixels: eight times an A4 page at 300 dots an inch. */
const LARGEST = 70_000_000;

/** Unpacks a PNG or JPEG file. Throws a `Problem` that names the file where it cannot be opened or is too large. */
export async function decodePicture(name: string, bytes: Uint8Array): Promise<Raster> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  let image: Image;
  try {
    image = await loadImage(bytes);
  } catch (cause) {
    throw new Problem('file-damaged', { name, format: 'image', reason: 'not a picture, or broken' }, cause);
  }
  const { width, height } = image;
  if (width * height > LARGEST) {
    throw new Problem('file-damaged', { name, format: 'image', reason: `${width} × ${height} pixels are too many` });
  }
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  return greyOf(canvas);
}

/** Rows taken from a canvas at a time: a whole page would be copied at four bytes a pixel. */
const STRIP = 128;

/** The grey values of a canvas (luma of ITU-R BT.601). Gives the canvas's memory back: it is empty afterwards. */
export function greyOf(canvas: Canvas): Raster {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  const grey = new Uint8Array(width * height);
  for (let top = 0; top < height; top += STRIP) {
    const { data } = context.getImageData(0, top, width, Math.min(STRIP, height - top));
    const first = top * width;
    for (let i = 0, at = 0; at < data.length; i++, at += 4) {
      const luma = 299 * (data[at] as number) + 587 * (data[at + 1] as number) + 114 * (data[at + 2] as number);
      grey[first + i] = luma / 1000;
    }
  }
  canvas.width = 1;
  canvas.height = 1;
  return { width, height, grey };
}

/** The picture `factor` times as large. */
export async function scaled(raster: Raster, factor: number): Promise<Raster> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const from = createCanvas(raster.width, raster.height);
  const pixels = from.getContext('2d').createImageData(raster.width, raster.height);
  for (let i = 0; i < raster.grey.length; i++) {
    pixels.data.fill(raster.grey[i] as number, i * 4, i * 4 + 3);
    pixels.data[i * 4 + 3] = 255;
  }
  from.getContext('2d').putImageData(pixels, 0, 0);
  const to = createCanvas(Math.round(raster.width * factor), Math.round(raster.height * factor));
  const context = to.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(from, 0, 0, to.width, to.height);
  return greyOf(to);
}

/** The rows `[top, bottom)` of a picture. */
export function rowsOf({ width, grey }: Raster, top: number, bottom: number): Raster {
  return { width, height: bottom - top, grey: grey.slice(top * width, bottom * width) };
}
