import type { Document, Line } from '../../documents/index.ts';
import { compileMatcher, type Matcher } from '../../vocabulary/index.ts';
import { latinForPersian, persianSkeleton } from '../names/skeleton.ts';
import { foldWord } from '../words/fold.ts';
import contrasts from './data/contrasts.json' with { type: 'json' };

/** A place where a person is named. */
export interface Mention {
  /** The name in Latin letters, as some version spells it without diacritics. */
  readonly person: string;
  readonly line: Line;
  /** Offsets in the document's text. */
  readonly start: number;
  readonly end: number;
}

type Members = ReadonlyArray<{ readonly id: string; readonly [language: string]: string | readonly string[] }>;

const matchers = new Map<string, Matcher<string>>();

/** A matcher for one set of the contrasts, its members as values; built at its first use. */
export function setMatcher(set: string, language: string): Matcher<string> {
  const before = matchers.get(`${set} ${language}`);
  if (before !== undefined) return before;
  const members = (contrasts.sets.find(({ id }) => id === set)?.members ?? []) as unknown as Members;
  const entries = members.flatMap((member) =>
    ((member[language] ?? []) as readonly string[]).map((form) => ({ form, value: member.id })),
  );
  const matcher = compileMatcher(entries);
  matchers.set(`${set} ${language}`, matcher);
  return matcher;
}

const NAME = /^\s+(\p{Lu}[\p{Ll}\p{M}]+(?:\s+\p{Lu}[\p{Ll}\p{M}]+){1,3})/u;

/** Names that follow an office in a text with Latin letters: `Prime Minister Nguyen Van A`. */
export function namesIn(document: Document): string[] {
  const names = new Set<string>();
  for (const language of ['en', 'vi'] as const) {
    const offices = setMatcher('office', language);
    for (const line of document.lines) {
      if (line.language !== language) continue;
      const text = document.text.slice(line.span.start, line.span.end);
      for (const { end } of offices.scan(text)) {
        const name = NAME.exec(text.slice(end))?.[1];
        if (name !== undefined && offices.scan(name).length === 0) names.add(plain(name));
      }
    }
  }
  return [...names];
}

/** A name without diacritics, its words separated by one space. */
function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D').replace(/\s+/gu, ' ');
}

function latinMentions(document: Document, line: Line, names: readonly string[]): Mention[] {
  if (names.length === 0) return [];
  const text = plainKeepingLength(document.text.slice(line.span.start, line.span.end));
  return names.flatMap((person) =>
    [...text.matchAll(new RegExp(`(?<!\\p{L})${person.replace(/ /gu, '\\s+')}(?!\\p{L})`, 'gu'))].map((match) => ({
      ...{ person, line, start: line.span.start + match.index, end: line.span.start + match.index + match[0].length },
    })),
  );
}

function plainKeepingLength(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (character) => {
    const bare = plain(character);
    return bare.length === character.length ? bare : character;
  });
}

/** How the words of a name may look in Persian letters. */
type PersianNames = ReadonlyArray<{ readonly person: string; readonly wanted: ReadonlyArray<readonly string[]> }>;

function persianMentions(document: Document, line: Line, names: PersianNames): Mention[] {
  if (names.length === 0) return [];
  const text = document.text.slice(line.span.start, line.span.end);
  const tokens = [...text.matchAll(/[\p{L}\p{M}\u200c]+/gu)];
  const skeletons = tokens.map(([word]) => persianSkeleton(foldWord(word)));
  return names.flatMap(({ person, wanted }) => {
    return tokens.flatMap((token, at) => {
      const last = tokens[at + wanted.length - 1];
      if (last === undefined || !wanted.every((variants, index) => variants.includes(skeletons[at + index] as string)))
        return [];
      const letters = skeletons.slice(at, at + wanted.length).join('').length;
      const end = last.index + last[0].length;
      return letters < 3 ? [] : [{ person, line, start: line.span.start + token.index, end: line.span.start + end }];
    });
  });
}

/** Every mention of the persons in a document, in order. */
export function mentionsOf(document: Document, names: readonly string[]): Mention[] {
  const persian = names.map((person) => ({ person, wanted: person.split(' ').map(latinForPersian) }));
  return document.lines
    .flatMap((line) =>
      line.language === 'fa' ? persianMentions(document, line, persian) : latinMentions(document, line, names),
    )
    .sort((one, other) => one.start - other.start);
}
