import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Entry, type Match, type Matcher } from '../../vocabulary/index.ts';
import data from './data/topics.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch, wholePlace } from './pair.ts';

type Known = Exclude<Language, 'und'>;

interface Named {
  readonly id: string;
  /** Its words speak of nothing else; the others are enough on the side that is asked. */
  readonly plain: boolean;
}

interface TopicRow extends Readonly<Record<Known, readonly string[]>> {
  readonly id: string;
  /** Broader words by which a translation may say it. */
  readonly also?: Readonly<Partial<Record<Known, readonly string[]>>>;
}

const TOPICS = data.topics as unknown as ReadonlyArray<TopicRow>;
const matchers = new Map<Known, Matcher<Named>>();

function entriesOf(language: Known): Entry<Named>[] {
  return TOPICS.flatMap((topic) => [
    ...topic[language].map((form) => ({ form, value: { id: topic.id, plain: true } })),
    ...(topic.also?.[language] ?? []).map((form) => ({ form, value: { id: topic.id, plain: false } })),
  ]);
}

function matcherFor(language: Language): Matcher<Named> {
  const known: Known = language === 'und' ? 'en' : language;
  const matcher = matchers.get(known) ?? compileMatcher(entriesOf(known));
  matchers.set(known, matcher);
  return matcher;
}

function topicsOf({ text, language }: Stretch): Match<Named>[] {
  return matcherFor(language).scan(text);
}

function missing(
  pair: Pair,
  side: 'a' | 'b',
  own: readonly Match<Named>[],
  other: readonly Match<Named>[],
): VersionFinding[] {
  const held = new Set(other.map(({ value }) => value.id));
  const seen = new Set<string>();
  return own.flatMap((topic): VersionFinding[] => {
    const { id, plain } = topic.value;
    if (!plain || held.has(id) || seen.has(id)) return [];
    seen.add(id);
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
