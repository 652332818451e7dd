import { setImmediate } from 'node:timers/promises';
import { chooseScripts, meanConfidence } from './choose-scripts.ts';
import { clean } from './clean.ts';
import { pageLines, type ScannedLine, type ScannedPage } from './page-lines.ts';
import { type Raster, scaled } from './raster.ts';
import { type Recogniser, type Script, type SeenLine, type SeenPage, startRecogniser } from './recogniser.ts';
import { type ReadCell, readTable, tablesOn, withoutTables } from './scanned-table.ts';

/** Letters of this height in pixels are read best; outside of the bounds the picture is made larger or smaller. */
const BEST_LETTER = 22;
const SMALL_LETTER = 13;
const LARGE_LETTER = 48;
/** Letters of 12 points are this high at one dot an inch. */
const LETTER_INCHES = 0.11;
/** A page less sure than this is tried in other languages too, 0..100. */
const UNSURE = 70;

/** Reads pages as pictures, one after another; remembers their language from page to page. */
export interface PictureReader {
  /** The lines of a page whose picture is `width` points wide; no lines where nothing is written on it. */
  read(picture: Raster, width: number): Promise<ScannedPage>;
  /** A page of a TIFF file as a PNG file, or null. */
  openTiff(bytes: Uint8Array): Promise<Uint8Array | null>;
  close(): void;
}

/** The recogniser is started with the first page that has something on it. */
export function openPictureReader(): PictureReader {
  let started: Promise<Recogniser> | null = null;
  let scripts: readonly Script[] | null = null;
  const start = () => {
    started ??= startRecogniser();
    return started;
  };

  const dotsOf = (letter: number) => Math.min(600, Math.max(70, letter / LETTER_INCHES));

  /** @param whole the page with its tables, by which its language is told */
  async function recognise(page: Raster, letter: number, whole: Raster): Promise<SeenPage> {
    const recogniser = await start();
    const dpi = dotsOf(letter);
    const known = scripts;
    scripts ??= chooseScripts(recogniser, whole, dpi);
    const seen = recogniser.recognise(page, scripts, dpi);
    if (known === null || meanConfidence(seen) >= UNSURE) return seen;
    const others = chooseScripts(recogniser, page, dpi);
    if (others.join() === known.join()) return seen;
    const again = recogniser.recognise(page, others, dpi);
    if (meanConfidence(again) <= meanConfidence(seen)) return seen;
    scripts = others;
    return again;
  }

  return {
    async read(picture, width) {
      // Pictures no longer needed are freed, and others get their turn, only between turns of the event loop.
      await setImmediate();
      const { raster, letter, drawn } = clean(picture);
      const unit = width / picture.width;
      if (letter === 0) return { lines: [], height: picture.height * unit, strays: 0 };
      const factor = letter < SMALL_LETTER || letter > LARGE_LETTER ? Math.min(3, BEST_LETTER / letter) : 1;
      const sized = async (page: Raster) => (factor === 1 ? page : scaled(page, factor));
      const tables = tablesOn(drawn, letter);
      const whole = await sized(raster);
      const plain = tables.length === 0 ? whole : await sized(withoutTables(raster, tables));
      const seen = inPixelsOf(await recognise(plain, letter * factor, whole), factor);
      const page = pageLines(seen, picture.width, picture.height, unit);
      const read: ReadCell = async (cell) => {
        const recogniser = await start();
        const found = recogniser.recognise(await sized(cell), scripts ?? [], dotsOf(letter * factor));
        return inPixelsOf(found, factor).lines;
      };
      let { lines, strays } = page;
      for (const table of tables) {
        const found = await readTable(raster, table, { letter, unit, read });
        lines = withTable(lines, found.lines, table.frame.top * unit);
        strays += found.strays;
      }
      return { ...page, lines, strays };
    },
    openTiff: async (bytes) => (await start()).openTiff(bytes),
    close: () => void started?.then((recogniser) => recogniser.close()),
  };
}

/** The lines of a page with the rows of a table between those above and below it, in columns of their own. */
function withTable(lines: readonly ScannedLine[], rows: readonly ScannedLine[], top: number): ScannedLine[] {
  const above = lines.filter(({ y }) => y >= top);
  const below = lines.filter(({ y }) => y < top);
  const column = Math.max(-1, ...above.map((line) => line.column)) + 1;
  return [
    ...above,
    ...rows.map((row) => ({ ...row, column })),
    ...below.map((line) => ({ ...line, column: line.column + column + 1 })),
  ];
}

/** Places found on an enlarged picture as they are on the picture itself. */
function inPixelsOf({ lines }: SeenPage, factor: number): SeenPage {
  if (factor === 1) return { lines };
  const back = <Box extends SeenLine['bbox']>({ x0, y0, x1, y1 }: Box) => ({
    ...{ x0: Math.round(x0 / factor), y0: Math.round(y0 / factor) },
    ...{ x1: Math.round(x1 / factor), y1: Math.round(y1 / factor) },
  });
  return {
    lines: lines.map((line) => ({
      bbox: back(line.bbox),
      baseline: back(line.baseline),
      rowAttributes: { rowHeight: line.rowAttributes.rowHeight / factor },
      words: line.words.map((word) => ({ ...word, bbox: back(word.bbox) })),
    })),
  };
}
