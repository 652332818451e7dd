import type { Canvas } from '@napi-rs/canvas';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { greyOf, type Raster } from './raster.ts';

const POINTS_AN_INCH = 72;
/** Dots an inch of a page without a picture of its own size, and the bounds of what is drawn. */
const USUAL = 200;
const LEAST = 120;
const MOST = 400;
/** Longest side drawn, in pixels. */
const LONGEST = 5000;
/** A picture that fills a page has at least this many pixels on its shorter side. */
const FILLING = 500;

/** The pixels across the largest picture on a page, 0 where there is none. */
export async function largestPicture(page: PDFPageProxy): Promise<number> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  let widest = 0;
  for (const [index, operator] of fnArray.entries()) {
    const [, width, height] = argsArray[index] ?? [];
    const isNamed = operator === OPS.paintImageXObject && typeof width === 'number';
    const mask = operator === OPS.paintImageMaskXObject ? argsArray[index]?.[0] : null;
    const [across, down] = isNamed ? [width, height as number] : [mask?.width ?? 0, mask?.height ?? 0];
    if (Math.max(across, down) >= FILLING) widest = Math.max(widest, across);
  }
  return widest;
}

/** Draws a page as it is printed, at the resolution of the picture it holds. */
export async function drawPage(page: PDFPageProxy, pictureWidth: number): Promise<Raster> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const paper = page.getViewport({ scale: 1 });
  const own = pictureWidth === 0 ? USUAL : (pictureWidth / paper.width) * POINTS_AN_INCH;
  const dots = Math.min(MOST, Math.max(LEAST, own));
  const scale = Math.min(dots / POINTS_AN_INCH, LONGEST / Math.max(paper.width, paper.height));
  const viewport = page.getViewport({ scale });
  const canvas: Canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // The library is written for the canvas of browsers; this one does the same.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: '#fff' }).promise;
  return greyOf(canvas);
}
