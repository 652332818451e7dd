import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Match, type Matcher } from '../../vocabulary/index.ts';
import data from './data/negation.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch, wholeText } from './pair.ts';
import { sentencePairs } from './sentence-pairs.ts';

type Known = Exclude<Language, 'und'>;
/** `not` turns a clause round; `alike` may stand for it; `negative` refuses something; `idiom` holds a word by accident. */
type Word = 'not' | 'alike' | 'negative' | 'idiom';

const matchers = new Map<Known, Matcher<Word>>();

function matcherFor(language: Language): Matcher<Word> {
  const known: Known = language === 'und' ? 'en' : language;
  const before = matchers.get(known);
  if (before !== undefined) return before;
  const words = data[known] as Readonly<Record<Word, readonly string[]>>;
  const entries = (Object.keys(words) as Word[]).flatMap((value) =>
    words[value].map((form) => ({ form, value, strict: true })),
  );
  const matcher = compileMatcher(entries);
  matchers.set(known, matcher);
  return matcher;
}

/** Vietnamese `không` before a question mark asks and denies nothing. */
const ASKED = /^["”’»)\s]*\?/u;

function negationsOf({ text, language }: Stretch): Match<Word>[] {
  return matcherFor(language)
    .scan(text)
    .filter(({ value, end }) => value !== 'idiom' && !(language === 'vi' && ASKED.test(text.slice(end))));
}

function lost(
  pair: Pair,
  side: 'a' | 'b',
  own: readonly Match<Word>[],
  other: readonly Match<Word>[],
): VersionFinding[] {
  const [first] = own.filter(({ value }) => value === 'not');
  if (first === undefined || own.length <= other.length || other.some(({ value }) => value !== 'negative')) return [];
  const place = inContext(pair[side], first.start, first.end);
  const whole = wholeText(pair[side === 'a' ? 'b' : 'a']);
  return [
    {
      ...{ type: 'meaning-shift', severity: 'critical', side: 'both', rule: 'negation/lost' },
      ...(side === 'a' ? { a: place, b: whole } : { a: whole, b: place }),
      details: { words: pair[side].text.slice(first.start, first.end) },
    },
  ];
}

/**
 * Sentences that one version denies or forbids and the other affirms: one says `not`, the other neither that nor
 * anything alike (`without`, `avoid`), and has fewer words of refusal in all.
 */
export function findLostNegations(pair: Pair): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  return sentencePairs(pair).flatMap((sentences) => {
    const [a, b] = [negationsOf(sentences.a), negationsOf(sentences.b)];
    return [...lost(sentences, 'a', a, b), ...lost(sentences, 'b', b, a)];
  });
}
