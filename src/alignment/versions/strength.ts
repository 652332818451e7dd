import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Matcher } from '../../vocabulary/index.ts';
import data from './data/strength.json' with { type: 'json' };
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';

type Known = Exclude<Language, 'und'>;
type Word = 'study' | 'notStudy' | 'possible' | 'and' | 'act';

const matchers = new Map<Known, Matcher<Word>>();

function matcherFor(language: Language): Matcher<Word> {
  const known: Known = language === 'und' ? 'en' : language;
  const before = matchers.get(known);
  if (before !== undefined) return before;
  const words = data[known] as Readonly<Record<Word, readonly string[]>>;
  const entries = (Object.keys(words) as Word[]).flatMap((value) => words[value].map((form) => ({ form, value })));
  const matcher = compileMatcher(entries);
  matchers.set(known, matcher);
  return matcher;
}

interface Studies {
  /** Places where something is studied and done: `study and establish`. */
  readonly done: ReadonlyArray<{ readonly start: number; readonly end: number }>;
  /** All places where something is studied. */
  readonly all: ReadonlyArray<{ readonly start: number; readonly end: number }>;
  readonly possible: boolean;
}

/** Characters between the words of `study and establish`. */
const GAP = /^[\s،,]*$/u;

function studiesOf({ text, language }: Stretch): Studies {
  const words = matcherFor(language).scan(text);
  const all = words.filter(({ value }) => value === 'study');
  const done = words.flatMap((word, index) => {
    const [and, act] = [words[index + 1], words[index + 2]];
    if (word.value !== 'study' || and?.value !== 'and' || act?.value !== 'act') return [];
    const near = GAP.test(text.slice(word.end, and.start)) && GAP.test(text.slice(and.end, act.start));
    return near ? [{ start: word.start, end: act.end }] : [];
  });
  return { done, all, possible: words.some(({ value }) => value === 'possible') };
}

function finding(pair: Pair, rule: string, a: { start: number; end: number } | undefined, b: typeof a): VersionFinding {
  const place = (stretch: Stretch, at: typeof a) => inContext(stretch, at?.start ?? 0, at?.end ?? stretch.text.length);
  return {
    ...{ type: 'meaning-shift', severity: 'critical', side: 'both', rule: `strength/${rule}` },
    a: place(pair.a, a),
    b: place(pair.b, b),
    details: {
      a: a === undefined ? '' : pair.a.text.slice(a.start, a.end),
      b: b === undefined ? '' : pair.b.text.slice(b.start, b.end),
    },
  };
}

/**
 * Undertakings that one version only studies: `study and establish` against `study the establishment of`, and a study
 * that the other version does not mention at all.
 */
export function findStrengthShifts(pair: Pair): VersionFinding[] {
  const [a, b] = [studiesOf(pair.a), studiesOf(pair.b)];
  if (a.done.length > b.done.length && b.all.length > b.done.length) {
    return [
      finding(
        pair,
        'studied-or-done',
        a.done[b.done.length],
        b.all.find((one) => !b.done.some(({ start }) => start === one.start)),
      ),
    ];
  }
  if (b.done.length > a.done.length && a.all.length > a.done.length) {
    return [
      finding(
        pair,
        'studied-or-done',
        a.all.find((one) => !a.done.some(({ start }) => start === one.start)),
        b.done[a.done.length],
      ),
    ];
  }
  return [];
}
