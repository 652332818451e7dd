import type { Document } from '../../documents/index.ts';
import type { Place, VersionFinding } from './model.ts';
import { type Mention, mentionsOf, namesIn, setMatcher } from './persons.ts';

/** A mention with the country its office is said to be of. */
interface Office {
  readonly mention: Mention;
  readonly country: string;
  readonly start: number;
  readonly end: number;
}

/** Where the words of a person's office may stand: before the name, and in Persian after it as well. */
function windows(document: Document, mentions: readonly Mention[], at: number): Array<{ start: number; end: number }> {
  const mention = mentions[at] as Mention;
  const { text } = document;
  const previous = Math.max(mention.line.span.start, mentions[at - 1]?.end ?? 0);
  const next = Math.min(mention.line.span.end, mentions[at + 1]?.start ?? text.length);
  if (mention.line.language === 'fa') {
    const apposition = /^\s*،\s*([^،؛.]*)/u.exec(text.slice(mention.end, next))?.[0].length ?? 0;
    return [{ start: mention.end, end: mention.end + apposition }];
  }
  const before = text.slice(previous, mention.start);
  const from = Math.max(...[',', ';', '.', ':'].map((mark) => before.lastIndexOf(`${mark} `))) + 1;
  return [{ start: previous + from, end: mention.start }];
}

function officesOf(document: Document, mentions: readonly Mention[]): Office[] {
  return mentions.flatMap((mention, at) => {
    const { language } = mention.line;
    const matcher = setMatcher('country', language);
    return windows(document, mentions, at).flatMap(({ start, end }) => {
      const found = [...new Set(matcher.scan(document.text.slice(start, end)).map(({ value }) => value))];
      const [country] = found;
      if (country === undefined || found.length > 1) return [];
      return [{ mention, country, start: Math.min(start, mention.start), end: Math.max(end, mention.end) }];
    });
  });
}

/** The country most of a person's offices name; undefined where no country leads. */
function usual(offices: readonly Office[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { country } of offices) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function placeOf(document: Document, { mention, start, end }: Office): Place {
  const quote = document.text.slice(start, end).trim();
  const from = document.text.indexOf(quote, start);
  return { line: mention.line.number, span: { start: from, end: from + quote.length }, quote };
}

function findings(
  document: Document,
  side: 'a' | 'b',
  offices: readonly Office[],
  expected: ReadonlyMap<string, string>,
): VersionFinding[] {
  return offices.flatMap((office) => {
    const country = expected.get(office.mention.person);
    if (country === undefined || country === office.country) return [];
    const place = placeOf(document, office);
    return [
      {
        ...{ type: 'wrong-title', severity: 'critical', side, rule: 'title/country' },
        ...(side === 'a' ? { a: place, b: null } : { a: null, b: place }),
        details: {
          person: office.mention.person,
          found: office.country,
          usual: country,
        },
      },
    ];
  });
}

/** Offices given to a person of another country than everywhere else in the two versions. */
export function findWrongTitles(a: Document, b: Document): VersionFinding[] {
  const names = [...new Set([...namesIn(a), ...namesIn(b)])];
  const [mentionsA, mentionsB] = [mentionsOf(a, names), mentionsOf(b, names)];
  const [officesA, officesB] = [officesOf(a, mentionsA), officesOf(b, mentionsB)];
  const all = [...officesA, ...officesB];
  const expected = new Map(
    names.flatMap((person) => {
      const country = usual(all.filter(({ mention }) => mention.person === person));
      return country === undefined ? [] : [[person, country] as const];
    }),
  );
  return [
    ...findings(a, 'a', officesA, expected),
    ...findings(b, 'b', officesB, expected),
    ...countryNames(a, 'a', mentionsA),
    ...countryNames(b, 'b', mentionsB),
  ];
}

/** A name one of whose words is the name of a country in that language: searches and readers take it for one. */
function countryNames(document: Document, side: 'a' | 'b', mentions: readonly Mention[]): VersionFinding[] {
  return mentions.flatMap((mention) => {
    if (mention.line.language !== 'fa') return [];
    const quote = document.text.slice(mention.start, mention.end);
    if (setMatcher('country', 'fa').scan(quote).length === 0) return [];
    const place = { line: mention.line.number, span: { start: mention.start, end: mention.end }, quote };
    return [
      {
        ...{ type: 'name-error', severity: 'major', side, rule: 'name/country' },
        ...(side === 'a' ? { a: place, b: null } : { a: null, b: place }),
        details: { person: mention.person, words: quote },
      },
    ];
  });
}
