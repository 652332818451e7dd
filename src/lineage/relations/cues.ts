import type { Language } from '../../kernel/index.ts';
import CUES from '../data/relation-cues.json' with { type: 'json' };

export type CueName = keyof typeof CUES;

function wordsOf(name: CueName, language: Language): readonly string[] {
  return language === 'und' ? CUES[name].en : CUES[name][language];
}

/** The first cue of a kind that a text holds as words, or null. */
export function cueIn(name: CueName, text: string, language: Language): string | null {
  const plain = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  const found = wordsOf(name, language).find((cue) =>
    language === 'zh' ? plain.includes(cue) : plain.includes(` ${cue} `),
  );
  return found ?? null;
}

/** The cue of a kind that an action begins with, after words of manner and aspect of up to so many characters. */
export function cueAtStart(name: CueName, text: string, language: Language, reach = 30): string | null {
  return cueIn(name, text.slice(0, reach), language);
}

/** Where in a text the cues of a kind begin. UTF-16 units. */
export function cuesIn(name: CueName, text: string, language: Language): number[] {
  const plain = text.toLowerCase();
  return wordsOf(name, language).flatMap((cue) => {
    const form = language === 'zh' ? cue : `(?<![\\p{L}\\p{M}])${cue}(?![\\p{L}\\p{M}])`;
    return [...plain.matchAll(new RegExp(form, 'gu'))].map(({ index }) => index);
  });
}

/** Whether a word is a cue of a kind. */
export function isCue(name: CueName, word: string, language: Language): boolean {
  return wordsOf(name, language).includes(word);
}
