import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Entry, type Matcher } from '../../vocabulary/index.ts';
import data from './data/contrasts.json' with { type: 'json' };
import names from './data/ministries.json' with { type: 'json' };
import type { FindingSeverity, FindingType, Place, VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';

type Known = Exclude<Language, 'und'>;

/** Terms that must not be taken for one another: one set, its members, their forms. */
interface ContrastSet {
  readonly id: string;
  readonly type: FindingType;
  readonly severity: FindingSeverity;
  /** One finding a passage is enough. */
  readonly once?: boolean;
  readonly members: ReadonlyArray<Member>;
}

interface Member extends Readonly<Record<Known, readonly string[]>> {
  readonly id: string;
  /** A number is what two such members differ by (`every two years`, `every five years`). */
  readonly number?: boolean;
  /** Forms whose words stand apart, as regular expressions. */
  readonly patterns?: Readonly<Partial<Record<Known, string>>>;
}

/** The fields of ministries, spelt with every word that may stand before or after them. */
function ministries(): ContrastSet {
  const heads = names.heads as Readonly<Partial<Record<Known, readonly string[]>>>;
  const tails = names.tails as Readonly<Partial<Record<Known, readonly string[]>>>;
  const forms = (language: Known, fields: readonly string[]): string[] => {
    const gap = language === 'zh' ? '' : ' ';
    return fields.flatMap((field) => [
      ...(heads[language] ?? []).map((head) => `${head}${gap}${field}`),
      ...(tails[language] ?? []).map((tail) => (field.endsWith('长') ? field : `${field}${gap}${tail}`)),
    ]);
  };
  const members = names.fields.map(({ id, en, vi, zh, fa }) => ({
    ...{ id, en: forms('en', en), vi: forms('vi', vi), zh: forms('zh', zh), fa: forms('fa', fa) },
  }));
  return { id: 'ministry', type: 'meaning-shift', severity: 'critical', members };
}

const SETS = data.sets as unknown as readonly ContrastSet[];
const MINISTRIES: readonly ContrastSet[] = [ministries()];

const NUMBERS = { type: 'number-mismatch', severity: 'critical' } as const;

interface Term {
  readonly set: string;
  readonly member: string;
}

interface Found extends Term {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A form with capitals inside English words stands letter for letter (`two Parties`, not `two parties`). */
function entriesOf(sets: readonly ContrastSet[], language: Known): Entry<Term>[] {
  return sets.flatMap(({ id, members }) =>
    members.flatMap((member) =>
      member[language].map((form) => ({
        form,
        value: { set: id, member: member.id },
        ...(/\p{Lu}/u.test(form) && !form.endsWith('*') ? { exact: true } : {}),
      })),
    ),
  );
}

/** Ministries have a matcher of their own: `Minister of Defence` is an office too. */
const matchers = new Map<Known, readonly Matcher<Term>[]>();

function matchersFor(language: Language): readonly Matcher<Term>[] {
  const known: Known = language === 'und' ? 'en' : language;
  const compiled = matchers.get(known) ?? [SETS, MINISTRIES].map((sets) => compileMatcher(entriesOf(sets, known)));
  matchers.set(known, compiled);
  return compiled;
}

/** Forms whose words stand apart; they hold shorter forms inside them. */
function apart({ text, language }: Stretch): Found[] {
  return SETS.flatMap(({ id: set, members }) =>
    members.flatMap(({ id: member, patterns }) => {
      const pattern = patterns?.[language === 'und' ? 'en' : language];
      return pattern === undefined
        ? []
        : [...text.matchAll(new RegExp(pattern, 'gu'))].map(({ index: start, 0: words }) => ({
            ...{ set, member, start, end: start + words.length, words },
          }));
    }),
  );
}

function termsOf(stretch: Stretch): Found[] {
  const { text, language } = stretch;
  const wide = apart(stretch);
  const found = matchersFor(language).flatMap((matcher) =>
    matcher.scan(text).map(({ start, end, value }) => ({ ...value, start, end, words: text.slice(start, end) })),
  );
  const held = (one: Found): boolean =>
    wide.some((other) => other.set === one.set && one.start < other.end && other.start < one.end);
  return [...wide, ...found.filter((one) => !held(one))].sort((one, other) => one.start - other.start);
}

function ofMember(found: readonly Found[], set: string, member: string): Found[] {
  return found.filter((term) => term.set === set && term.member === member);
}

interface Surplus {
  readonly member: string;
  readonly terms: readonly Found[];
  readonly by: number;
}

/** Members a side names more often than the other, with where it names them. */
function surplus(set: ContrastSet, own: readonly Found[], other: readonly Found[]): Surplus[] {
  return set.members.flatMap(({ id }) => {
    const terms = ofMember(own, set.id, id);
    const by = terms.length - ofMember(other, set.id, id).length;
    return by > 0 ? [{ member: id, terms, by }] : [];
  });
}

/** Terms of the two sides that stand nearest to one another, seen from the beginning of their passages. */
function nearest(pair: Pair, a: readonly Found[], b: readonly Found[], count: number): Array<readonly [Found, Found]> {
  const apart = (one: Found, other: Found): number =>
    Math.abs(one.start / pair.a.text.length - other.start / pair.b.text.length);
  const ranked = a
    .flatMap((one) => b.map((other) => [one, other] as const))
    .sort(([one, other], [third, fourth]) => apart(one, other) - apart(third, fourth));
  const chosen: Array<readonly [Found, Found]> = [];
  for (const [one, other] of ranked) {
    if (chosen.length < count && !chosen.some((known) => known[0] === one || known[1] === other))
      chosen.push([one, other]);
  }
  return chosen.sort(([one], [other]) => one.start - other.start);
}

/** Words for one minister, not for a ministry or for the ministers of both sides: what differs then is an office. */
const MINISTER = /\bminister\b|(?:bộ|thứ) trưởng|部长|大臣|وزیر(?!ان)/iu;

function ofPersons(one: Found, other: Found): boolean {
  return one.set === 'ministry' && MINISTER.test(one.words) && MINISTER.test(other.words);
}

function exchanged(pair: Pair, set: ContrastSet, termsA: readonly Found[], termsB: readonly Found[]): VersionFinding[] {
  const [onlyA] = surplus(set, termsA, termsB);
  const [onlyB] = surplus(set, termsB, termsA);
  if (onlyA === undefined || onlyB === undefined) return [];
  const count = set.once === true ? 1 : Math.min(onlyA.by, onlyB.by);
  const numbers = [onlyA, onlyB].every(({ member }) => set.members.find(({ id }) => id === member)?.number);
  const { type, severity } = numbers ? NUMBERS : set;
  return nearest(pair, onlyA.terms, onlyB.terms, count).map(([one, other]): VersionFinding => {
    return {
      ...{ type: ofPersons(one, other) ? 'wrong-title' : type, severity, side: 'both', rule: `contrast/${set.id}` },
      a: inContext(pair.a, one.start, one.end),
      b: inContext(pair.b, other.start, other.end),
      details: { a: one.words, b: other.words },
    };
  });
}

function overlap(one: Place | null, other: Place | null): boolean {
  return one !== null && other !== null && one.span.start < other.span.end && other.span.start < one.span.end;
}

/**
 * Terms exchanged for others of the same kind: one version names a member of a set more often, the other version
 * another member of that set. Both must be in surplus, so that a mere repetition is no finding.
 */
export function findContrasts(pair: Pair): VersionFinding[] {
  const [termsA, termsB] = [termsOf(pair.a), termsOf(pair.b)];
  const ministries = MINISTRIES.flatMap((set) => exchanged(pair, set, termsA, termsB));
  const others = SETS.flatMap((set) => exchanged(pair, set, termsA, termsB));
  const told = (finding: VersionFinding): boolean =>
    finding.rule === 'contrast/office' && ministries.some(({ a, b }) => overlap(a, finding.a) || overlap(b, finding.b));
  return [...others.filter((finding) => !told(finding)), ...ministries];
}
