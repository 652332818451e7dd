import type { Language, Span } from '../../kernel/index.ts';
import { actorMatcher, countryMatcher, kebab, type NameRef } from '../../vocabulary/index.ts';
import type { Clause, Subject } from '../clause.ts';
import type { Reason } from '../model.ts';
import type { AttributeContext } from './context.ts';
import { partyOfPerson } from './persons.ts';

export interface ActorsReading {
  readonly actors: readonly string[];
  readonly spans: readonly Span[];
  readonly reasons: readonly Reason[];
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  readonly rule: string;
}

/** What all parties together are called. */
function everyone(context: AttributeContext): string {
  return context.parties.constellation === 'many' ? 'all-parties' : 'both';
}

/** The code a form means here: one of the parties' where the form can mean several states. */
function codeOf(codes: readonly string[], context: AttributeContext): string | null {
  return codes.find((code) => context.parties.codes.slice(0, 2).includes(code)) ?? codes[0] ?? null;
}

function unitId(id: string, context: AttributeContext): string {
  return id.startsWith('*') ? `${context.province ?? 'provincial'}-${id.slice(1)}` : id;
}

function wordHits(text: string, language: Language, context: AttributeContext): Hit[] {
  return actorMatcher(language)
    .scan(text)
    .map(({ start, end, value }) => {
      if (value.type === 'two') return { start, end, ids: ['two'], rule: 'actors:two' };
      if (value.type === 'all') return { start, end, ids: [everyone(context)], rule: 'actors:all' };
      if (value.type === 'relevant') return { start, end, ids: ['relevant-agencies'], rule: 'actors:relevant' };
      return { start, end, ids: [unitId(value.id, context)], rule: 'actors:unit' };
    });
}

function stateHits(text: string, context: AttributeContext): Hit[] {
  return countryMatcher()
    .scan(text)
    .flatMap(({ start, end, value }) => {
      const code = codeOf(value, context);
      return code === null ? [] : [{ start, end, ids: [code], rule: 'actors:state' }];
    });
}

const ACTING: readonly NameRef['type'][] = ['body', 'place', 'mechanism'];

function registerHits(text: string, context: AttributeContext): Hit[] {
  return (context.names?.scan(text) ?? [])
    .filter(({ value }) => ACTING.includes(value.type))
    .map(({ start, end, value }) => ({ start, end, ids: [value.id], rule: `actors:${value.type}` }));
}

/** Longest first; a hit inside a longer one says nothing of its own. */
function outermost(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** `Bộ Tư pháp Việt Nam`: a state straight after a body only says whose it is. */
function attached(text: string, hits: readonly Hit[]): Hit[] {
  return hits.filter((hit, index) => {
    const before = hits[index - 1];
    if (before === undefined || hit.rule !== 'actors:state') return true;
    const between = text.slice(before.end, hit.start);
    return !(/^(?:actors:(?:unit|body))$/.test(before.rule) && /^(?: of(?: the)?| nước| tỉnh)? ?$/u.test(between));
  });
}

const SPLIT = /\s*(?:[,;、，]| và | and | cùng | với | 和 | و )\s*/u;

/** Kebab ids made of the named bodies in a phrase that no register knows. */
function proposed(text: string): string[] {
  return text
    .split(SPLIT)
    .map((part) => part.trim().replace(/^(?:the|The|Tỉnh|tỉnh|Thành phố|thành phố|Phía|phía|giao|Giao)\s+/u, ''))
    .filter((part) => /^\p{Lu}/u.test(part) && part.length <= 90)
    .map(kebab)
    .filter((id) => id !== '');
}

function resolve(hits: readonly Hit[], context: AttributeContext): readonly string[] {
  const ids = [...new Set(hits.flatMap((hit) => hit.ids))];
  if (ids.includes('all-parties')) return ['all-parties'];
  if (ids.includes('two')) return context.parties.constellation === 'many' ? ['two'] : ['both'];
  if (ids.includes('both')) return ['both'];
  const pair = context.parties.codes.slice(0, 2);
  if (context.parties.constellation !== 'many' && pair.length === 2 && pair.every((code) => ids.includes(code))) {
    return ['both'];
  }
  return ids;
}

/** Who a phrase names, as canonical ids; empty where it names nobody. */
export function actorsOf(text: string, language: Language, context: AttributeContext): readonly string[] {
  return resolve(hitsOf(text, language, context), context);
}

function hitsOf(text: string, language: Language, context: AttributeContext): Hit[] {
  return attached(
    text,
    outermost([...registerHits(text, context), ...wordHits(text, language, context), ...stateHits(text, context)]),
  );
}

function reading(subject: Subject, ids: readonly string[], rule: string): ActorsReading {
  return {
    actors: ids,
    spans: subject.span === null ? [] : [subject.span],
    reasons: [{ rule, words: subject.text, span: subject.span }],
  };
}

/** Who is to act: read from the subject; where the clause has none, all parties of the document. */
export function readActors(clause: Clause, context: AttributeContext): ActorsReading {
  const { subject, language } = clause;
  if (subject === null) {
    const rule = 'actors:parties';
    return { actors: [everyone(context)], spans: [], reasons: [{ rule, words: '', span: null }] };
  }
  const text = subject.text.normalize('NFC');
  const hits = hitsOf(text, language, context);
  const ids = resolve(hits, context);
  if (ids.length > 0) return reading(subject, ids, hits[0]?.rule ?? 'actors:parties');
  const person = partyOfPerson(text, context);
  if (person !== null) return reading(subject, [person], 'actors:person');
  const made = proposed(text);
  if (made.length > 0) return reading(subject, made, 'actors:proposed');
  return reading(subject, [everyone(context)], 'actors:parties');
}
