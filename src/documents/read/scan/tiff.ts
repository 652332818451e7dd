/** A directory of a TIFF file: 12 bytes an entry after a count of two bytes, then the place of the next (TIFF 6.0, 2). */
const ENTRY = 12;
const MOST_PAGES = 1000;

export function isTiff(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  return head === 'II*\0' || head === 'MM\0*';
}

/** Where the directories of the pages begin; those of a damaged file end where it does. */
function directories(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const places: number[] = [];
  let at = bytes.length < 8 ? 0 : view.getUint32(4, little);
  while (at !== 0 && at + 2 <= bytes.length && !places.includes(at) && places.length < MOST_PAGES) {
    places.push(at);
    const next = at + 2 + view.getUint16(at, little) * ENTRY;
    at = next + 4 <= bytes.length ? view.getUint32(next, little) : 0;
  }
  return places;
}

/** How many pages a TIFF file has; a damaged one counts as one. */
export function tiffPageCount(bytes: Uint8Array): number {
  return Math.max(1, directories(bytes).length);
}

/** A page (0-based) as a file of its own: the same bytes, with the page's directory named as the first. */
export function tiffPage(bytes: Uint8Array, page: number): Uint8Array {
  const place = directories(bytes)[page];
  if (page === 0 || place === undefined) return bytes;
  const file = Uint8Array.from(bytes);
  new DataView(file.buffer).setUint32(4, place, bytes[0] === 0x49);
  return file;
}
