import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Matcher } from '../../vocabulary/index.ts';
import data from './data/topics.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch, wholePlace } from './pair.ts';

type Known = Exclude<Language, 'und'>;

interface Topic {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const matchers = new Map<Known, Matcher<string>>();

function matcherFor(language: Language): Matcher<string> {
  const known: Known = language === 'und' ? 'en' : language;
  const entries = data.topics.flatMap((topic) => topic[known].map((form) => ({ form, value: topic.id })));
  const matcher = matchers.get(known) ?? compileMatcher(entries);
  matchers.set(known, matcher);
  return matcher;
}

function topicsOf({ text, language }: Stretch): Topic[] {
  return matcherFor(language).scan(text);
}

function missing(pair: Pair, side: 'a' | 'b', own: readonly Topic[], other: readonly Topic[]): VersionFinding[] {
  const held = new Set(other.map(({ value }) => value));
  const seen = new Set<string>();
  return own.flatMap((topic): VersionFinding[] => {
    if (held.has(topic.value) || seen.has(topic.value)) return [];
    seen.add(topic.value);
    const place = inContext(pair[side], topic.start, topic.end);
    const whole = wholePlace(pair[side === 'a' ? 'b' : 'a']);
    return [
      {
        ...{ type: side === 'a' ? 'omitted' : 'added', severity: 'major', side: side === 'a' ? 'b' : 'a' },
        ...(side === 'a' ? { a: place, b: whole } : { a: whole, b: place }),
        ...{ rule: side === 'a' ? 'omitted/topic' : 'added/topic' },
        details: { words: pair[side].text.slice(topic.start, topic.end) },
      },
    ];
  });
}

/**
 * Subjects that only one version names: fields of cooperation, offences, goods. Only subjects whose words are known
 * fully in all four languages are looked for.
 */
export function findTopics(pair: Pair): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  const [a, b] = [topicsOf(pair.a), topicsOf(pair.b)];
  return [...missing(pair, 'a', a, b), ...missing(pair, 'b', b, a)];
}
