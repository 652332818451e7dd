import type { Language } from '../../kernel/index.ts';
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';

/** A word of a line as rules compare it. */
export interface Token {
  /** As the text has it. */
  readonly surface: string;
  /** Folded and stemmed. */
  readonly stem: string;
  readonly latin: boolean;
  readonly capital: boolean;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}\u200c]+(?:['’][\p{L}]+)*|[%٪$€£¥°]/gu;
const HAN = /\p{Script=Han}/u;
const SYMBOLS: ReadonlyMap<string, string> = new Map([['٪', '%']]);

function readToken(surface: string, language: Language): Token {
  const latin = /\p{Script=Latin}/u.test(surface);
  const folded = SYMBOLS.get(surface) ?? foldWord(surface.replace(/\.$/u, ''));
  const own = latin && (language === 'zh' || language === 'fa') ? 'en' : language;
  return { surface, stem: stem(folded, own), latin, capital: /^\p{Lu}/u.test(surface) };
}

/** Words come again and again; the cache is emptied before it grows large. */
const MOST_CACHED = 30_000;
const cache = new Map<Language, Map<string, Token>>();

function token(surface: string, language: Language): Token {
  let known = cache.get(language);
  if (known === undefined || known.size > MOST_CACHED) {
    known = new Map();
    cache.set(language, known);
  }
  const cached = known.get(surface);
  if (cached !== undefined) return cached;
  const fresh = readToken(surface, language);
  known.set(surface, fresh);
  return fresh;
}

/**
 * Words of a line in order. Persian words split at half-spaces; Chinese stretches come as one character a token
 * (the lexicon joins them), Latin words inside any language as words.
 */
export function tokenize(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  for (const surface of text.match(WORD) ?? []) {
    if (HAN.test(surface)) for (const character of surface) tokens.push(token(character, 'zh'));
    else if (!surface.includes('\u200c')) tokens.push(token(surface, language));
    else for (const part of surface.split('\u200c')) if (part !== '') tokens.push(token(part, language));
  }
  return tokens;
}
