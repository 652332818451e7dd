import type { Language, Span } from '../../kernel/index.ts';
import { countryMatcher, kebab, type Matcher, type NameRef } from '../../vocabulary/index.ts';
import { en } from './names/en.ts';
import { fa } from './names/fa.ts';
import type { NameRules } from './names/rule.ts';
import { vi } from './names/vi.ts';
import { zh } from './names/zh.ts';

export type NameType = 'instrument' | 'mechanism' | 'place' | 'gate' | 'body' | 'quoted';

/** A name in a sentence: one of the registers (`known`), or one the patterns propose. */
export interface NameMention {
  readonly type: NameType;
  readonly text: string;
  /** Flat offsets in the sentence. */
  readonly span: Span;
  /** Id in the registers; for a name proposed, one made of its words. */
  readonly id: string;
  readonly known: boolean;
  readonly party: string | null;
}

const RULES: Record<'vi' | 'en' | 'zh' | 'fa', NameRules> = { vi, en, zh, fa };
const QUOTED = /["“«「]([^"”»」“«]{2,240})["”»」]/gu;
const TRAILING = /[\s,;:.\-–—]+$/u;
const ARTICLE = /^(?:[Tt]he|[Tt]his|[Tt]hese|[Aa]n?|[Bb]oth|[Ii]n|[Oo]f|[Tt]o) /u;

function mention(type: NameType, text: string, start: number): NameMention | null {
  const article = ARTICLE.exec(text)?.[0].length ?? 0;
  const from = start + article;
  const words = text.slice(article).replace(TRAILING, '');
  if (words.length < 2) return null;
  const span = { start: from, end: from + words.length };
  return { type, text: words, span, id: kebab(words), known: false, party: null };
}

function found(pattern: RegExp, type: NameType, text: string, never: RegExp): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of text.matchAll(pattern)) {
    const words = match[1] ?? match[0];
    const made = mention(type, words, match.index + match[0].indexOf(words));
    if (made && !never.test(made.text)) mentions.push(made);
  }
  return mentions;
}

function quotedTitles(text: string, rules: NameRules): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const title = match[1] ?? '';
    const type = rules.instrumentWord.test(title)
      ? 'instrument'
      : rules.mechanismWord.test(title)
        ? 'mechanism'
        : 'quoted';
    const made = mention(type, title, match.index + 1);
    if (made) mentions.push(made);
  }
  return mentions;
}

function registered(text: string, matcher: Matcher<NameRef> | null): NameMention[] {
  if (matcher === null) return [];
  return matcher.scan(text).map(({ start, end, value }) => ({
    type: value.type,
    text: text.slice(start, end),
    span: { start, end },
    id: value.id,
    known: true,
    party: value.party,
  }));
}

function covers(outer: NameMention, inner: NameMention): boolean {
  return outer !== inner && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

/** Of names of agreements and mechanisms that overlap the longest stays; places inside them stay too. */
function settle(mentions: readonly NameMention[]): NameMention[] {
  const ranked = [...mentions].sort(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || Number(b.known) - Number(a.known),
  );
  const kept: NameMention[] = [];
  for (const one of ranked) {
    const local = one.type === 'place' || one.type === 'gate' || one.type === 'body';
    const clash = kept.some((other) => {
      const apart = other.span.end <= one.span.start || one.span.end <= other.span.start;
      if (apart) return false;
      const otherLocal = other.type === 'place' || other.type === 'gate' || other.type === 'body';
      return local === otherLocal || (!local && !covers(one, other) && otherLocal === false);
    });
    if (!clash) kept.push(one);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** A state is no place of a clause. */
function isState(one: NameMention): boolean {
  return one.type === 'place' && !one.known && countryMatcher().exactly(one.text).length > 0;
}

const HINT: Record<keyof typeof RULES, RegExp> = { vi: /\p{Lu}/u, en: /[A-Z]/, zh: /./, fa: /./ };

/** The names of agreements, mechanisms, places and bodies in a sentence, in order. */
export function findNames(text: string, language: Language, matcher: Matcher<NameRef> | null): NameMention[] {
  const tag = language === 'und' ? 'en' : language;
  const rules = RULES[tag];
  const known = registered(text, matcher);
  if (!HINT[tag].test(text)) return known;
  return settle([
    ...known,
    ...quotedTitles(text, rules),
    ...found(rules.instrument, 'instrument', text, rules.never),
    ...found(rules.mechanism, 'mechanism', text, rules.never),
    ...rules.places.flatMap((pattern) => found(pattern, 'place', text, rules.never)),
  ]).filter((one) => !isState(one));
}

/** Names of some types inside a stretch of the sentence, as they stand there. */
export function namesWithin(names: readonly NameMention[], types: readonly NameType[], span: Span): NameMention[] {
  return names.filter((one) => types.includes(one.type) && span.start <= one.span.start && one.span.end <= span.end);
}
