import { detectLanguage } from '../../language/detect.ts';
import { type Raster, rowsOf } from './raster.ts';
import type { Recogniser, Script, SeenPage } from './recogniser.ts';

/** Languages tried one after another; the first that reads surely is taken, else the surest. */
const GROUPS: readonly (readonly Script[])[] = [['vie', 'eng'], ['chi_sim'], ['fas']];
/** Mean confidence at which no other language is tried, 0..100. */
const SURE = 82;
/** Share of a page's height that is read to choose. */
const STRIP = 0.16;
const INK = 150;

/** Finds the languages of a page by reading a strip of it in each. */
export function chooseScripts(recogniser: Recogniser, page: Raster, dpi: number): readonly Script[] {
  const strip = fullestStrip(page);
  let best: { readonly scripts: readonly Script[]; readonly confidence: number } | null = null;
  for (const scripts of GROUPS) {
    const seen = recogniser.recognise(strip, scripts, dpi);
    const confidence = meanConfidence(seen);
    const found = { scripts: plain(scripts, seen), confidence };
    if (confidence >= SURE) return found.scripts;
    if (best === null || confidence > best.confidence) best = found;
  }
  return best?.scripts ?? ['vie', 'eng'];
}

/** English alone is read better without the Vietnamese marks to choose from. */
function plain(scripts: readonly Script[], seen: SeenPage): readonly Script[] {
  if (scripts[0] !== 'vie') return scripts;
  const words = seen.lines.flatMap((line) => line.words.map((word) => word.text)).join(' ');
  return detectLanguage(words) === 'en' ? ['eng'] : scripts;
}

/** Mean confidence over the letters of a page, 0..100; 0 where there are none. */
export function meanConfidence({ lines }: SeenPage): number {
  let letters = 0;
  let sum = 0;
  for (const { text, confidence } of lines.flatMap((line) => line.words)) {
    letters += text.length;
    sum += text.length * confidence;
  }
  return letters === 0 ? 0 : sum / letters;
}

/** The strip with most ink, cut between lines as far as can be told. */
function fullestStrip(page: Raster): Raster {
  const { width, height, grey } = page;
  const size = Math.min(height, Math.max(200, Math.round(height * STRIP)));
  const ink = new Float64Array(height + 1);
  for (let y = 0; y < height; y++) {
    let dark = 0;
    for (let at = y * width; at < (y + 1) * width; at++) if ((grey[at] as number) < INK) dark += 1;
    ink[y + 1] = (ink[y] as number) + dark;
  }
  let top = 0;
  let most = -1;
  for (let y = 0; y + size <= height; y += 8) {
    const dark = (ink[y + size] as number) - (ink[y] as number);
    if (dark > most) [top, most] = [y, dark];
  }
  return rowsOf(page, top, top + size);
}
