import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { Raster } from './raster.ts';

/** A language the recogniser has learnt, by the name of its data. */
export type Script = 'vie' | 'eng' | 'chi_sim' | 'fas';

/** A place on a page, in pixels from the top left. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface SeenWord {
  readonly bbox: PixelBox;
  readonly text: string;
  /** 0..100. */
  readonly confidence: number;
}

export interface SeenLine {
  readonly bbox: PixelBox;
  readonly words: readonly SeenWord[];
  /** Where the letters stand, from the line's left to its right end. */
  readonly baseline: PixelBox;
  readonly rowAttributes: { readonly rowHeight: number };
}

/** The lines of a page in reading order. */
export interface SeenPage {
  readonly lines: readonly SeenLine[];
}

/** Reads letters in pictures: Tesseract 5 with its LSTM models, compiled to WebAssembly, in this thread. No network. */
export interface Recogniser {
  /** Recognises a picture in the languages given; takes seconds a page. `dpi` is an estimate. */
  recognise(raster: Raster, scripts: readonly Script[], dpi: number): SeenPage;
  /** A page of a TIFF file as a PNG file; null where it cannot be opened. */
  openTiff(bytes: Uint8Array): Uint8Array | null;
  close(): void;
}

/** The part of the compiled library that is used; names are its own. */
interface Api {
  Init(path: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(orientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  WriteImage(kind: number, path: string): void;
  End(): void;
}
interface Core {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array };
  readonly TessBaseAPI: new () => Api;
}
type StartCore = (options: Record<string, (text: string) => void>) => Promise<Core>;

const LSTM_ONLY = 1;
const AS_IT_IS = 0;
/** The library writes pictures to this file, whatever it is told. */
const WRITTEN = '/image.png';
const UPRIGHT = 1;

/** Starts the library. The build without relaxed SIMD gives the same words on every machine. */
export async function startRecogniser(): Promise<Recogniser> {
  const find = createRequire(import.meta.url);
  const start = find('tesseract.js-core/tesseract-core-simd-lstm') as StartCore;
  const silent = () => undefined;
  const core = await start({ print: silent, printErr: silent, TesseractProgress: silent });
  const loaded = new Set<Script>();
  let api: Api | null = null;
  let spoken = '';

  function speak(scripts: readonly Script[]): Api {
    if (api !== null && spoken === scripts.join('+')) return api;
    for (const script of scripts) {
      if (loaded.has(script)) continue;
      const packed = readFileSync(find.resolve(`@tesseract.js-data/${script}/4.0.0_best_int/${script}.traineddata.gz`));
      core.FS.writeFile(`${script}.traineddata`, gunzipSync(packed));
      loaded.add(script);
    }
    api?.End();
    api = new core.TessBaseAPI();
    spoken = scripts.join('+');
    if (api.Init(null, spoken, LSTM_ONLY) !== 0) throw new Error(`the recogniser did not take ${spoken}`);
    return api;
  }

  return {
    recognise(raster, scripts, dpi) {
      const engine = speak(scripts);
      core.FS.writeFile('/input', greymap(raster));
      engine.SetVariable('user_defined_dpi', String(Math.round(dpi)));
      if (engine.SetImageFile(UPRIGHT, 0) !== 0) throw new Error('the recogniser did not take the picture');
      engine.Recognize(null);
      return { lines: linesOf(JSON.parse(engine.GetJSONText())) };
    },
    openTiff(bytes) {
      const engine = speak(['eng']);
      core.FS.writeFile('/input', bytes);
      if (engine.SetImageFile(UPRIGHT, 0) !== 0) return null;
      engine.WriteImage(AS_IT_IS, WRITTEN);
      return core.FS.readFile(WRITTEN);
    },
    close() {
      api?.End();
      api = null;
    },
  };
}

/** A picture as a PGM file, which is read without being unpacked. */
function greymap({ width, height, grey }: Raster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}

interface Layout {
  readonly blocks?: readonly { readonly paragraphs?: readonly { readonly lines?: readonly SeenLine[] }[] }[];
}

function linesOf({ blocks = [] }: Layout): SeenLine[] {
  return blocks
    .flatMap(({ paragraphs = [] }) => paragraphs.flatMap(({ lines = [] }) => lines))
    .map(({ bbox, baseline, rowAttributes, words }) => ({
      ...{ bbox, baseline, rowAttributes },
      words: words
        .map(({ bbox: box, text, confidence }) => ({ bbox: box, text: text.trim(), confidence }))
        .filter((word) => word.text !== ''),
    }))
    .filter((line) => line.words.length > 0);
}
