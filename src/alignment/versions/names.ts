import type { Language } from '../../kernel/index.ts';
import { compileMatcher, type Matcher, PROFILES } from '../../vocabulary/index.ts';
import type { VersionFinding } from './model.ts';
import { inContext, type Pair, type Stretch } from './pair.ts';

interface Named {
  readonly id: string;
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly pair: Pair;
}

type Known = Exclude<Language, 'und'>;
const matchers = new Map<Known, Matcher<string>>();

function matcherFor(language: Language): Matcher<string> {
  const known: Known = language === 'und' ? 'en' : language;
  const before = matchers.get(known);
  if (before !== undefined) return before;
  const entries = PROFILES.flatMap(({ places }) => places).flatMap(({ id, forms }) =>
    (forms[known] ?? []).map((form) => ({ form, value: id })),
  );
  const matcher = compileMatcher(entries);
  matchers.set(known, matcher);
  return matcher;
}

function namedIn(pair: Pair, side: 'a' | 'b'): Named[] {
  const stretch: Stretch = pair[side];
  return matcherFor(stretch.language)
    .scan(stretch.text)
    .map(({ start, end, value, form }) => ({ id: value, form, start, end, pair }));
}

/** Short and long forms of one name, and forms of the same words, stand side by side by right. */
function kin(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const words = (form: string): string => form.toLowerCase().split(/\s+/u).sort().join(' ');
  return longer.toLowerCase().includes(shorter.toLowerCase()) || words(one) === words(other);
}

/** The form a side uses most for an entity. */
function usual(named: readonly Named[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { form } of named) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function inconsistent(pairs: readonly Pair[], side: 'a' | 'b'): VersionFinding[] {
  const other = side === 'a' ? 'b' : 'a';
  const own = pairs.flatMap((pair) => namedIn(pair, side));
  const theirs = pairs.flatMap((pair) => namedIn(pair, other));
  return [...new Set(own.map(({ id }) => id))].flatMap((id) => {
    const mine = own.filter(
      (named) => named.id === id && named.pair[side].language === named.pair[side].document.language,
    );
    const form = usual(mine);
    if (form === undefined) return [];
    const strange = mine.filter((named) => named.form !== form && !kin(named.form, form));
    return strange.flatMap((named): VersionFinding[] => {
      const partner = theirs.find((candidate) => candidate.id === id && candidate.pair === named.pair);
      const forms = new Set(theirs.filter((candidate) => candidate.id === id).map((candidate) => candidate.form));
      if (partner === undefined || forms.size !== 1) return [];
      const place = inContext(named.pair[side], named.start, named.end);
      const partnerPlace = inContext(named.pair[other], partner.start, partner.end);
      return [
        {
          ...{ type: 'name-error', severity: 'major', side, rule: 'name/inconsistent' },
          ...(side === 'a' ? { a: place, b: partnerPlace } : { a: partnerPlace, b: place }),
          details: { found: named.form, usual: form, other: partner.form },
        },
      ];
    });
  });
}

/** A place or body that one version calls by two names where the other has one. */
export function findInconsistentNames(pairs: readonly Pair[]): VersionFinding[] {
  return [...inconsistent(pairs, 'a'), ...inconsistent(pairs, 'b')];
}
