import type { Language } from '../../kernel/index.ts';
import { folded } from './model.ts';

/** Words after the first that a phrase may have. */
const LONGEST = 4;
/** A phrase does not end in an article or a preposition. */
const NO_END = /^(?:the|a|an|of|to|in|on|and|for|with|và|của|các|những|的|和|و|در|به)$/u;

interface Words {
  readonly list: readonly string[];
  readonly joiner: string;
}

/** The words of a text; in Chinese its characters. */
function wordsOf(text: string, language: Language): Words {
  if (language === 'zh') return { list: text.match(/\p{Script=Han}/gu) ?? [], joiner: '' };
  return { list: folded(text).match(/[\p{L}\p{N}\p{M}\u200c]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [], joiner: ' ' };
}

/**
 * The phrases of a quote that begin with a verb: the dictionary form (`head`) with up to four words that follow the verb as
 * it stands (`surface`). Shortest first; the head alone where the quote does not have the verb.
 */
export function phrasesFrom(quote: string, surface: string, head: string, language: Language): string[] {
  const { list, joiner } = wordsOf(quote, language);
  const verb = wordsOf(surface, language).list;
  const at = list.findIndex((_, index) => verb.every((word, k) => list[index + k] === word));
  if (at < 0 || verb.length === 0) return [folded(head)];
  const after = list.slice(at + verb.length, at + verb.length + LONGEST);
  const ends = [0, ...after.flatMap((word, index) => (NO_END.test(word) ? [] : [index + 1]))];
  return ends.map((end) => [folded(head), ...after.slice(0, end)].join(joiner));
}

/** Runs of words of a quote that can name what it is about: one to three words that tell something, or two to four Chinese characters. */
export function termsOf(quote: string, language: Language): string[] {
  const { list, joiner } = wordsOf(quote, language);
  const [shortest, longest] = { zh: [2, 4], vi: [2, 3] }[language as string] ?? [1, 3];
  const terms: string[] = [];
  for (let start = 0; start < list.length; start += 1) {
    for (let length = shortest ?? 1; length <= (longest ?? 3) && start + length <= list.length; length += 1) {
      const words = list.slice(start, start + length);
      const edges = [words[0], words.at(-1)] as [string, string];
      if (edges.some((word) => NO_END.test(word)) || (length === 1 && edges[0].length < 5)) continue;
      terms.push(words.join(joiner));
    }
  }
  return [...new Set(terms)];
}
