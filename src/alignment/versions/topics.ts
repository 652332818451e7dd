import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Entry, type Match, type Matcher } from '../../vocabulary/index.ts';
import data from './data/topics.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch, wholePlace } from './pair.ts';
import { sentencePairs } from './sentence-pairs.ts';

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
const matchers = new Map<Known, Matcher<readonly Named[]>>();

/** Each form once, with all the subjects it may name. */
function entriesOf(language: Known): Entry<readonly Named[]>[] {
  const forms = new Map<string, Named[]>();
  const add = (form: string, named: Named): void => {
    forms.set(form, [...(forms.get(form) ?? []), named]);
  };
  for (const { id, also, ...plain } of TOPICS) {
    for (const form of plain[language]) add(form, { id, plain: true });
    for (const form of also?.[language] ?? []) add(form, { id, plain: false });
  }
  return [...forms].map(([form, value]) => ({ form, value, strict: true }));
}

function matcherFor(language: Language): Matcher<readonly Named[]> {
  const known: Known = language === 'und' ? 'en' : language;
  const matcher = matchers.get(known) ?? compileMatcher(entriesOf(known));
  matchers.set(known, matcher);
  return matcher;
}

function topicsOf({ text, language }: Stretch): Match<Named>[] {
  return matcherFor(language)
    .scan(text)
    .flatMap(({ value, ...match }) => value.map((named) => ({ ...match, value: named })));
}

let segmenter: Intl.Segmenter | undefined;

/** Made at its first use: its dictionary takes 20 ms to load. */
function chineseWords(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return segmenter;
}

/** Chinese words that two others happen to make at their seam are none (`个人权力` speaks of no `人权`). */
function withoutSeams(topics: readonly Match<Named>[], { text, language }: Stretch): Match<Named>[] {
  if (language !== 'zh' || topics.length === 0) return [...topics];
  const seams = new Set([text.length, ...Array.from(chineseWords().segment(text), ({ index }) => index)]);
  return topics.filter(({ start, end }) => seams.has(start) || seams.has(end));
}

/** Subjects one side names and the other does not, each at its first place. */
function unmatched(own: readonly Match<Named>[], other: readonly Match<Named>[]): Match<Named>[] {
  const held = new Set(other.map(({ value }) => value.id));
  return own.filter(
    ({ value: { id, plain } }, at) =>
      plain && !held.has(id) && own.findIndex(({ value }) => value.plain && value.id === id) === at,
  );
}

function missing(pair: Pair, side: 'a' | 'b', topic: Match<Named>): VersionFinding {
  const place = inContext(pair[side], topic.start, topic.end);
  const whole = wholePlace(pair[side === 'a' ? 'b' : 'a']);
  return {
    ...{ type: side === 'a' ? 'omitted' : 'added', severity: 'major', side: side === 'a' ? 'b' : 'a' },
    ...(side === 'a' ? { a: place, b: whole } : { a: whole, b: place }),
    ...{ rule: side === 'a' ? 'omitted/topic' : 'added/topic' },
    details: { words: pair[side].text.slice(topic.start, topic.end) },
  };
}

function exchanged(pair: Pair, a: Match<Named>, b: Match<Named>): VersionFinding {
  return {
    ...{ type: 'meaning-shift', severity: 'major', side: 'both', rule: 'object/other' },
    ...{ a: inContext(pair.a, a.start, a.end), b: inContext(pair.b, b.start, b.end) },
    details: { a: pair.a.text.slice(a.start, a.end), b: pair.b.text.slice(b.start, b.end) },
  };
}

/** Where in the sentences that translate each other a word stands: one number a pair of sentences; -1 in none. */
function sentenceAt(pair: Pair, side: 'a' | 'b', { start }: Match<Named>): number {
  const place = pair[side].span.start + start;
  return sentencePairs(pair).findIndex(({ [side]: { span } }) => span.start <= place && place < span.end);
}

/**
 * Subjects that only one version names: fields of cooperation, offences, goods. Only subjects whose words are known
 * fully in all four languages are looked for. One that stands in place of another in the same sentence is one finding.
 */
export function findTopics(pair: Pair): VersionFinding[] {
  if (pair.a.language === pair.b.language) return [];
  const [a, b] = [topicsOf(pair.a), topicsOf(pair.b)];
  const [onlyA, onlyB] = [unmatched(withoutSeams(a, pair.a), b), unmatched(withoutSeams(b, pair.b), a)];
  const taken = new Set<Match<Named>>();
  const shifts = onlyA.flatMap((topic) => {
    const sentence = sentenceAt(pair, 'a', topic);
    const other = onlyB.find((one) => !taken.has(one) && sentence >= 0 && sentenceAt(pair, 'b', one) === sentence);
    if (other === undefined) return [];
    taken.add(topic).add(other);
    return [exchanged(pair, topic, other)];
  });
  const alone = (side: 'a' | 'b', only: readonly Match<Named>[]): VersionFinding[] =>
    only.filter((topic) => !taken.has(topic)).map((topic) => missing(pair, side, topic));
  return [...shifts, ...alone('a', onlyA), ...alone('b', onlyB)];
}
