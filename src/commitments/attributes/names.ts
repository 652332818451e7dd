import { everyMatch, type Language, type Span } from '../../kernel/index.ts';
import {
  countryMatcher,
  type HeadKind,
  kebab,
  type Match,
  type NameRef,
  type VocabularyScan,
} from '../../vocabulary/index.ts';
import { en } from './names/en.ts';
import { fa } from './names/fa.ts';
import type { NameRules } from './names/rule.ts';
import { vi } from './names/vi.ts';
import { zh } from './names/zh.ts';
import { remembered } from './remembered.ts';

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
  return { type, text: words, span, id: '', known: false, party: null };
}

function found(pattern: RegExp, type: NameType, text: string, never: RegExp): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of everyMatch(pattern, text)) {
    const words = match[1] ?? match[0];
    const made = mention(type, words, match.index + match[0].indexOf(words));
    if (made && !never.test(made.text)) mentions.push(made);
  }
  return mentions;
}

function quotedTitles(text: string, rules: NameRules): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of everyMatch(QUOTED, text)) {
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

function registered(text: string, found: readonly Match<NameRef>[]): NameMention[] {
  return found
    .filter(({ start }) => text.charAt(start - 1) !== '(' || !/^\(\p{Lu}+\)/u.test(text.slice(start - 1)))
    .map(({ start, end, value }) => ({
      type: value.type,
      text: text.slice(start, end),
      span: { start, end },
      id: value.id,
      known: true,
      party: value.party,
    }));
}

/** Names of one layer do not overlap; those of different layers may lie in each other. */
const LAYERS: Record<NameType, 'agreed' | 'place' | 'body'> = {
  instrument: 'agreed',
  mechanism: 'agreed',
  quoted: 'agreed',
  place: 'place',
  gate: 'place',
  body: 'body',
};

const JOINTS = / (?:and|và|و) (?:the |an? )?/gu;

/** `A Dialogue and a Hotline between …` are two names; `Committee on Trade and Industry` is one. */
function apart(one: NameMention, rules: NameRules): NameMention[] {
  if (one.known || (one.type !== 'instrument' && one.type !== 'mechanism')) return [one];
  for (const joint of everyMatch(JOINTS, one.text)) {
    const rest = one.text.slice(joint.index + joint[0].length);
    if (!startsName(rest, rules)) continue;
    const first = mention(one.type, one.text.slice(0, joint.index), one.span.start);
    const second = mention(one.type, rest, one.span.start + joint.index + joint[0].length);
    return [first, second].flatMap((part) => (part ? apart(part, rules) : []));
  }
  return [one];
}

function startsName(text: string, rules: NameRules): boolean {
  for (const pattern of [rules.instrument, rules.mechanism]) {
    pattern.lastIndex = 0;
    if (pattern.exec(text)?.index === 0) return true;
  }
  return false;
}

/** A name of the registers that goes on in the text keeps its id and takes the longer wording. */
function adopt(mentions: readonly NameMention[]): NameMention[] {
  const known = mentions.filter((one) => one.known && (one.type === 'instrument' || one.type === 'mechanism'));
  return mentions.flatMap((one) => {
    if (one.known || (one.type !== 'instrument' && one.type !== 'mechanism')) return [one];
    const head = known.find(({ span }) => span.start === one.span.start && span.end < one.span.end);
    if (head === undefined) return [one];
    const goesOn = !/^[ ,]*(?:,|và|and|đến|cùng|with|to|و) /u.test(one.text.slice(head.text.length));
    return goesOn ? [{ ...one, type: head.type, id: head.id, known: true, party: head.party }] : [];
  });
}

/** Of names of a layer that overlap the longest stays. */
function settle(mentions: readonly NameMention[]): NameMention[] {
  const ranked = [...mentions].sort(
    (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start) || Number(b.known) - Number(a.known),
  );
  const kept: NameMention[] = [];
  for (const one of ranked) {
    const layer = LAYERS[one.type];
    const clash = kept.some((other) => {
      return LAYERS[other.type] === layer && other.span.start < one.span.end && one.span.start < other.span.end;
    });
    if (!clash) kept.push(one);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** A state is no place of a clause. */
function isState(one: NameMention): boolean {
  if (one.type !== 'place' || one.known) return false;
  return one.text.split(/ ?[-–—] ?/u).every(namesState);
}
const MOST_PARTS = 1000;
const namesState = remembered(MOST_PARTS, (part: string) => countryMatcher().exactly(part).length > 0);

/** The places of rows such as `đường sắt A - B - C`, one by one. */
function links(text: string, chain: RegExp): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of everyMatch(chain, text)) {
    const row = match[1] ?? '';
    const start = match.index + match[0].length - row.length;
    for (const link of row.matchAll(/[^–—-]+/gu)) {
      const words = link[0].trim();
      const made = mention('place', words, start + link.index + link[0].indexOf(words));
      if (made) mentions.push(made);
    }
  }
  return mentions;
}

function patterned(text: string, rules: NameRules, heads: ReadonlySet<HeadKind>): NameMention[] {
  const mentions: NameMention[] = [];
  if (heads.has('instrument')) mentions.push(...found(rules.instrument, 'instrument', text, rules.never));
  if (heads.has('mechanism')) mentions.push(...found(rules.mechanism, 'mechanism', text, rules.never));
  const paired = PAIR.test(text);
  if (heads.has('place') || paired) {
    for (const pattern of rules.places) mentions.push(...found(pattern, 'place', text, rules.never));
    if (paired) for (const pattern of rules.pairs ?? []) mentions.push(...found(pattern, 'place', text, rules.never));
    if (rules.chain && DASH.test(text)) mentions.push(...links(text, rules.chain));
  }
  return mentions;
}

const DASH = /[-–—]/;
const QUOTE = /["“«「]/;
/** `Deren (Ilmara) - Voskar (Tavoria)` */
const PAIR = /\) ?[-–—]/;

/** The names of agreements, mechanisms, places and bodies in a sentence, in order. */
export function findNames(text: string, language: Language, scan: VocabularyScan): NameMention[] {
  const rules = RULES[language === 'und' ? 'en' : language];
  const known = registered(text, scan.names);
  const proposed = patterned(text, rules, new Set(scan.heads.map(({ value }) => value)));
  const titles = QUOTE.test(text) ? quotedTitles(text, rules) : [];
  if (proposed.length === 0 && titles.length === 0) return known;
  const all = [...known, ...titles, ...proposed.flatMap((one) => apart(one, rules))];
  return settle(adopt(all))
    .filter((one) => !isState(one))
    .map((one) => (one.known ? one : { ...one, id: kebab(one.text) }));
}

/** Names inside a stretch of the sentence, as they stand there. */
export function namesWithin(names: readonly NameMention[], span: Span): NameMention[] {
  return names.filter((one) => span.start <= one.span.start && one.span.end <= span.end);
}
