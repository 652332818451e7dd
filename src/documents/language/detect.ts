import type { Language } from '../../kernel/index.ts';
import words from './function-words.json' with { type: 'json' };

/** Counts of what tells languages apart in a stretch of text. */
export interface Evidence {
  latin: number;
  vietnamese: number;
  han: number;
  arabic: number;
}

const SAMPLE = 1200;
const ENGLISH = new RegExp(`\\b(?:${words.en.join('|')})\\b`, 'gi');
const PLAIN_VIETNAMESE = new RegExp(`\\b(?:${words.viWithoutMarks.join('|')})\\b`, 'gi');

/** Letters only Vietnamese has among our languages: đ ơ ư ă and everything with a Vietnamese tone mark. */
function isVietnamese(code: number): boolean {
  if (code < 0xc0) return false;
  if (code >= 0x1ea0 && code <= 0x1ef9) return true;
  if (code === 0x111 || code === 0x110 || code === 0x1a1 || code === 0x1a0 || code === 0x1b0 || code === 0x1af)
    return true;
  if (code === 0x103 || code === 0x102 || code === 0x129 || code === 0x169) return true;
  if (code === 0x300 || code === 0x301 || code === 0x303 || code === 0x309 || code === 0x323) return true;
  return code <= 0xff && 'àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ'.includes(String.fromCharCode(code));
}

/** Letters of a stretch `[start, end)` by script; looks at its first 1,200 characters. */
export function evidence(text: string, start: number, end: number): Evidence {
  const found: Evidence = { latin: 0, vietnamese: 0, han: 0, arabic: 0 };
  const last = Math.min(end, start + SAMPLE);
  for (let i = start; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      const lower = code | 32;
      if (lower >= 97 && lower <= 122) found.latin += 1;
    } else if (code < 0x370 || (code >= 0x1e00 && code <= 0x1eff)) {
      if (code >= 0xc0) found.latin += 1;
      if (isVietnamese(code)) found.vietnamese += 1;
    } else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) found.han += 1;
    else if (
      (code >= 0x600 && code <= 0x6ff) ||
      (code >= 0xfb50 && code <= 0xfdff) ||
      (code >= 0xfe70 && code <= 0xfefe)
    ) {
      found.arabic += 1;
    }
  }
  return found;
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
  if (share >= 0.16) return 'vi';
  return latinLanguage(text.slice(start, Math.min(end, start + SAMPLE)), share, found.latin);
}

function latinLanguage(words: string, share: number, letters: number): Language {
  const english = count(words, ENGLISH);
  if (share >= 0.09) return english * 12 > letters ? 'en' : 'vi';
  if (english > 0) return 'en';
  if (count(words, PLAIN_VIETNAMESE) >= 2) return 'vi';
  return share > 0.03 && letters > 12 ? 'vi' : 'und';
}

function count(words: string, pattern: RegExp): number {
  pattern.lastIndex = 0;
  let total = 0;
  while (total < 400 && pattern.test(words)) total += 1;
  return total;
}
