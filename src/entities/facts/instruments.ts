import { scanDates } from '../../commitments/index.ts';
import type { Span } from '../../kernel/index.ts';
import { fold } from '../../vocabulary/index.ts';
import type { FoundName, Passage } from '../names/found.ts';
import { knowledgeOf, regexOf } from '../names/knowledge.ts';
import type { FoundFact, Surroundings } from './facts-of.ts';
import { ordinalNumber } from './numbers.ts';
import { spanning, statusByReading, wordsNear } from './status.ts';

/** How far from a name its dates may stand, in characters. */
const REACH = 60;

interface Named {
  readonly mention: number;
  readonly name: FoundName;
}

function dateAfter({ text, language }: Passage, cue: Span, date: string | null) {
  const tail = text.slice(cue.start, cue.end + 40);
  const found = scanDates(tail, language, date).find(({ span }) => span.start <= cue.end - cue.start + 14);
  if (found === undefined) return null;
  return {
    from: found.from,
    to: found.to,
    span: { start: cue.start + found.span.start, end: cue.start + found.span.end },
  };
}

function signing(passage: Passage, { mention, name }: Named, around: Surroundings): FoundFact[] {
  const { signed, toSign } = knowledgeOf(passage.language).instruments;
  const reach = { before: REACH, after: REACH / 2 };
  const ahead = wordsNear(passage, toSign, name.span, reach);
  if (ahead !== null) {
    const value = { type: 'signed', from: null, to: null } as const;
    return [{ mention, value, status: 'planned', span: spanning(ahead, name.span), confidence: 0.6 }];
  }
  const inside = wordsInside(passage, signed, name.span);
  const cue = inside ?? wordsNear(passage, signed, name.span, reach);
  if (cue === null) return [];
  const day = dateAfter(passage, cue, around.date);
  const status = inside !== null || day !== null ? 'done' : (statusByReading(cue, around) ?? 'stated');
  if (status === 'stated') return [];
  const value = { type: 'signed', from: day?.from ?? null, to: day?.to ?? null } as const;
  return [{ mention, value, status, span: spanning(cue, name.span, day?.span ?? null), confidence: day ? 0.85 : 0.6 }];
}

function wordsInside({ text, language }: Passage, words: readonly string[], span: Span): Span | null {
  const match = regexOf(language, words, { flags: 'iu' }).exec(text.slice(span.start, span.end));
  return match && { start: span.start + match.index, end: span.start + match.index + match[0].length };
}

/** The years of a plan, in its name or just behind it (`for 2023-2027`, `to 2025`). */
function term(passage: Passage, { mention, name }: Named): FoundFact[] {
  const { text, language } = passage;
  const known = knowledgeOf(language).instruments;
  const stretch = { start: name.span.start, end: Math.min(text.length, name.span.end + 30) };
  const words = fold(text.slice(stretch.start, stretch.end), 'case');
  const put = (match: RegExpExecArray, from: string | null, to: string | null, years: number | null): FoundFact => {
    const at = { start: stretch.start + match.index, end: stretch.start + match.index + match[0].length };
    const value = { type: 'term', from, to, years } as const;
    return { mention, value, status: 'stated', span: spanning(name.span, at), confidence: 0.85 };
  };
  const term = regexOf(language, known.term, { flags: 'iu' }).exec(words);
  if (term && Number(term[1]) <= Number(term[2])) return [put(term, `${term[1]}-01-01`, `${term[2]}-12-31`, null)];
  const until = regexOf(language, known.until, { flags: 'iu' }).exec(words.slice(0, name.span.end - name.span.start));
  if (until) return [put(until, null, `${until[1]}-12-31`, null)];
  const years = regexOf(language, known.years, { flags: 'iu' }).exec(words);
  const count = years && ordinalNumber(years[1] ?? '', language);
  return years && count ? [put(years, null, null, count)] : [];
}

function force(passage: Passage, { mention, name }: Named, around: Surroundings): FoundFact[] {
  const { inForce, expires } = knowledgeOf(passage.language).instruments;
  const reach = { before: 0, after: REACH };
  const facts: FoundFact[] = [];
  const begun = wordsNear(passage, inForce, name.span, reach);
  const start = begun && dateAfter(passage, begun, around.date);
  if (begun && start) {
    const value = { type: 'in-force', from: start.from, to: start.to } as const;
    facts.push({ mention, value, status: 'done', span: spanning(name.span, begun, start.span), confidence: 0.8 });
  }
  const ends = wordsNear(passage, expires, name.span, reach);
  const end = ends && dateAfter(passage, ends, around.date);
  if (ends && end) {
    const value = { type: 'term', from: null, to: end.to, years: null } as const;
    facts.push({ mention, value, status: 'stated', span: spanning(name.span, ends, end.span), confidence: 0.8 });
  }
  return facts;
}

/** Between whom it is, as its name says: bodies and places named inside, else the words themselves. */
function parties({ text, language }: Passage, { mention, name }: Named, found: readonly FoundName[]): FoundFact[] {
  const words = text.slice(name.span.start, name.span.end);
  const match = regexOf(language, knowledgeOf(language).instruments.parties, { flags: 'u' }).exec(words);
  if (match === null) return [];
  const at = { start: name.span.start + match.index, end: name.span.start + match.index + match[0].length };
  const inside = found.filter(({ kind, span }) => kind === 'body' && at.start <= span.start && span.end <= at.end);
  const named = inside.map(({ span }) => text.slice(span.start, span.end));
  const names = named.length > 1 ? named : [match[1] ?? '', match[2] ?? ''].map((part) => part.trim());
  if (names.some((part) => part.length < 2 || part.length > 90)) return [];
  return [{ mention, value: { type: 'parties', names }, status: 'stated', span: name.span, confidence: 0.6 }];
}

/** Days, terms and parties of the agreements a sentence names. */
export function instrumentFacts(passage: Passage, found: readonly FoundName[], around: Surroundings): FoundFact[] {
  return found.flatMap((name, mention) => {
    if (name.kind !== 'instrument') return [];
    const named = { mention, name };
    return [
      ...signing(passage, named, around),
      ...term(passage, named),
      ...force(passage, named, around),
      ...parties(passage, named, found),
    ];
  });
}
