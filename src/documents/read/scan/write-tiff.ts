import type { Raster } from './raster.ts';

/** Entries of a directory, each 12 bytes: tag, type (4 = 32 bits), count, value (TIFF 6.0, section 4: grey pictures). */
const LONG = 4;

/** A grey TIFF file of several pages, nothing packed: for tests, which have no other way to make one. */
export function writeTiff(pages: readonly Raster[]): Uint8Array {
  const head = new DataView(new ArrayBuffer(8));
  [0x49, 0x49, 42, 0, 8, 0, 0, 0].forEach((byte, i) => {
    head.setUint8(i, byte);
  });
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  let at = 8;
  for (const [index, { width, height, grey }] of pages.entries()) {
    const entries = [
      ...[
        [256, width],
        [257, height],
        [258, 8],
        [259, 1],
        [262, 1],
      ],
      ...[
        [273, 0],
        [277, 1],
        [278, height],
        [279, grey.length],
      ],
    ] as [number, number][];
    const size = 2 + entries.length * 12 + 4;
    const padded = grey.length + (grey.length % 2);
    const view = new DataView(new ArrayBuffer(size));
    view.setUint16(0, entries.length, true);
    for (const [i, [tag, value]] of entries.entries()) {
      const place = 2 + i * 12;
      view.setUint16(place, tag, true);
      view.setUint16(place + 2, LONG, true);
      view.setUint32(place + 4, 1, true);
      view.setUint32(place + 8, tag === 273 ? at + size : value, true);
    }
    view.setUint32(size - 4, index === pages.length - 1 ? 0 : at + size + padded, true);
    const pixels = new Uint8Array(padded);
    pixels.set(grey);
    parts.push(new Uint8Array(view.buffer), pixels);
    at += size + padded;
  }
  return Buffer.concat(parts);
}
