import type { Language } from '../../kernel/index.ts';
import words from '../data/function-words.json' with { type: 'json' };

/** Counts of what tells languages apart in a stretch of text. */
export interface Evidence {
  latin: number;
  vietnamese: number;
  han: number;
  arabic: number;
}

const SAMPLE = 1200;
/** Longest stretch whose words are counted. */
const WORDS = 300;
/** Latin letters in a row without a mark that are no Vietnamese any more. */
const TELLING = 16;
const ENGLISH = new Set(words.en);
const OTHER_LATIN = new Set(words.otherLatin);
const PLAIN_VIETNAMESE = new Set(words.viWithoutMarks);
/** Words no Vietnamese line has and hardly an English one lacks. */
const PLAINLY_ENGLISH = / (?:the|of|and|with) /i;

const [LATIN, VIETNAMESE, HAN, ARABIC] = [1, 2, 3, 4];
/** What each UTF-16 unit is evidence of. */
const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const fill = (kind: number, ranges: readonly (readonly [number, number])[]) => {
    for (const [from, to] of ranges) table.fill(kind, from, to + 1);
  };
  fill(LATIN, [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ]);
  fill(HAN, [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
  ]);
  fill(ARABIC, [
    [0x600, 0x6ff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefe],
  ]);
  // Letters only Vietnamese has among our languages, composed, or as the marks of decomposed text.
  fill(VIETNAMESE, [
    [0x1ea0, 0x1ef9],
    [0x300, 0x301],
    [0x303, 0x303],
    [0x309, 0x309],
    [0x323, 0x323],
  ]);
  for (const letter of 'àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ') table[letter.charCodeAt(0)] = VIETNAMESE;
  return table;
}

/** Letters of a stretch `[start, end)` by script; looks at its first 1,200 characters. */
export function evidence(text: string, start: number, end: number): Evidence {
  const counts = [0, 0, 0, 0, 0];
  const last = Math.min(end, start + SAMPLE);
  for (let i = start; i < last; i++) {
    const kind = CLASSES[text.charCodeAt(i)] as number;
    counts[kind] = (counts[kind] as number) + 1;
  }
  const [, latin = 0, vietnamese = 0, han = 0, arabic = 0] = counts;
  return { latin: latin + vietnamese, vietnamese, han, arabic };
}

/**
 * Language of a stretch `[start, end)` of a text, `und` where nothing in it tells. Script first; among Latin letters the
 * share of Vietnamese ones (in running Vietnamese a fifth, in English with Vietnamese names a few in a hundred), then
 * function words.
 */
export function detectLanguage(text: string, start = 0, end = text.length): Language {
  const found = evidence(text, start, end);
  // One Chinese character says about as much as three letters.
  const han = found.han * 3;
  if (found.arabic > found.latin && found.arabic >= han) return 'fa';
  if (han > found.latin && han > found.arabic) return 'zh';
  if (found.latin < 2) return 'und';
  const share = found.vietnamese / found.latin;
  const sample = text.slice(start, Math.min(end, start + WORDS));
  const plainlyEnglish = PLAINLY_ENGLISH.test(sample);
  if (share >= 0.16 && !plainlyEnglish) return 'vi';
  if (share < 0.05 && plainlyEnglish) return 'en';
  return latinLanguage(sample, share, found.latin);
}

function latinLanguage(sample: string, share: number, letters: number): Language {
  const all =
    sample
      .slice(0, WORDS)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => all.reduce((total, word) => total + (known.has(word) ? 1 : 0), 0);
  const english = count(ENGLISH);
  if (share >= 0.09) return english * 5 >= all.length ? 'en' : 'vi';
  const other = count(OTHER_LATIN);
  if (other > 1 && other > english) return 'und';
  if (english > 0) return 'en';
  if (count(PLAIN_VIETNAMESE) >= 2) return 'vi';
  if (share > 0.03) return letters > 12 ? 'vi' : 'und';
  return letters >= TELLING ? 'en' : 'und';
}
