import type { NameMention } from '../../commitments/index.ts';
import type { Span } from '../../kernel/index.ts';
import type { Match, Profile } from '../../vocabulary/index.ts';
import { boundsOf } from './bounds.ts';
import { type FoundName, isTaken, type Passage } from './found.ts';
import { knowledgeOf, regexOf } from './knowledge.ts';
import type { Registered } from './registered.ts';
import { similarEntry } from './similar.ts';

type Kind = 'instrument' | 'mechanism';

/** Of the type `quoted` nothing is known; a state is no place. */
function isAgreed(one: NameMention): one is NameMention & { readonly type: Kind } {
  return one.type === 'instrument' || one.type === 'mechanism';
}

/** Where a name stands without what its pattern took too much, or null where it names nothing (`this Conference`). */
function tidy(one: NameMention, passage: Passage): Span | null {
  const { text, language } = passage;
  const { generic, hollow } = knowledgeOf(language);
  const span = boundsOf(passage, one.span);
  const own = text
    .slice(span.start, span.end)
    .replace(regexOf(language, generic, { flags: 'u' }), '')
    .replace(/^(?:of|của|về) /u, '')
    .trim();
  if (own.length < 2 || own.split(/[,،，、]/u).length > 5 || regexOf(language, hollow, { flags: 'iu' }).test(own))
    return null;
  return span;
}

/** `17th Meeting of the X` names X where X is known. */
function sessionOf(span: { start: number; end: number }, text: string, passage: Passage, known: readonly FoundName[]) {
  const inner = known.find(({ kind, span: at }) => kind === 'mechanism' && at.start > span.start && at.end <= span.end);
  if (inner === undefined) return null;
  const { sessions } = knowledgeOf(passage.language);
  const before = text.slice(span.start, inner.span.start);
  return regexOf(passage.language, sessions.prefix, { flags: 'u' }).test(before) ? inner : null;
}

function nameOf(
  one: NameMention & { type: Kind },
  passage: Passage,
  known: readonly FoundName[],
  profile: Profile | null,
) {
  if (sessionOf(one.span, passage.text, passage, known) !== null) return null;
  const span = tidy(one, passage);
  if (span === null) return null;
  const name = passage.text.slice(span.start, span.end);
  const register = one.type === 'instrument' ? 'instruments' : 'mechanisms';
  const similar = profile && similarEntry(name, passage.language, profile, register);
  if (similar) return { kind: one.type, span, entries: [similar], confidence: 0.75, rule: 'entity:similar-name' };
  const proper = /\p{Lu}[\p{L}]*(?:[^\p{Lu}]+\p{Lu}){1}|[《“"]|\p{Script=Han}{6}|\p{Script=Arabic}{3}/u.test(name);
  return { kind: one.type, span, entries: [], confidence: proper ? 0.75 : 0.5, rule: `entity:${one.type}-pattern` };
}

function registered(kind: Kind, matches: readonly Match<Registered>[]): FoundName[] {
  return matches.map(({ start, end, value }) => {
    return { kind, span: { start, end }, entries: value.ids, confidence: 0.98, rule: 'entity:known' };
  });
}

/** An agreement named at more length than the register does keeps its whole name. */
function whole(one: FoundName, proposed: readonly (NameMention & { readonly type: Kind })[]): FoundName {
  const longer = proposed.find(({ type, span, id, known }) => {
    return (
      known &&
      type === 'instrument' &&
      span.start === one.span.start &&
      span.end > one.span.end &&
      one.entries.includes(id)
    );
  });
  return longer === undefined ? one : { ...one, span: longer.span };
}

/** Mechanisms and instruments of a sentence: those of the profile, and those its name patterns propose. */
export function findAgreed(
  passage: Passage,
  known: Readonly<Record<Kind, readonly Match<Registered>[]>>,
  profile: Profile | null,
): FoundName[] {
  const proposed = passage.names.filter(isAgreed);
  const instruments = registered('instrument', known.instrument).map((one) => whole(one, proposed));
  const kept = [...registered('mechanism', known.mechanism), ...instruments];
  const fresh: FoundName[] = [];
  for (const one of proposed.filter(({ known: is }) => !is)) {
    const name = nameOf(one, passage, kept, profile);
    if (name === null) continue;
    const covering = kept.filter(
      ({ kind, span }) => kind === name.kind && span.start < name.span.end && name.span.start < span.end,
    );
    if (covering.some(({ span }) => span.end - span.start >= (name.span.end - name.span.start) * 0.6)) continue;
    if (covering.some(({ span }) => span.start === name.span.start) || isTaken(fresh, name.kind, name.span)) continue;
    fresh.push(name);
  }
  return [...kept, ...fresh];
}
