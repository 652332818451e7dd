import type { Span } from '../../kernel/index.ts';
import type { Match } from '../../vocabulary/index.ts';
import type { FoundName, Passage } from './found.ts';
import { touches } from './found.ts';
import { knowledgeOf, regexOf } from './knowledge.ts';
import type { Registered } from './registered.ts';

/** What may stand between the two names of a pair: a type word, whose side it is, a dash. */
const BETWEEN = /^(?: [A-Za-zÀ-ỹ]+){0,4} ?(?:\([^()]{2,24}\)|（[^（）]{1,12}）)? ?[-–—－~/] ?$/u;
const OWNER = /^ ?(?:\([^()]{2,24}\)|（[^（）]{1,12}）)/u;
/** What joins the members of a list. */
const LIST = /^[\s,;、，]*(?:và|and|与|和|及|و|cặp|the|of|các)?[\s,;、，]*$/u;
const AROUND = 48;

const WORD = "[\\p{Lu}][\\p{L}’']*(?: [\\p{Lu}][\\p{L}’']*){0,3}";
const PAIR_OF_OWNED = new RegExp(`(${WORD}) ?\\(([^()]{2,24})\\) ?[-–—] ?(${WORD}) ?\\(([^()]{2,24})\\)`, 'gu');
const PAIR_AFTER_CUE = new RegExp(`^:? ?(${WORD}) ?[-–—] ?(${WORD})(?![\\p{L}])`, 'u');

function common(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((id) => b.includes(id));
}

/** Two names of one gate joined by a dash. */
function pairs({ text }: Passage, matches: readonly Match<Registered>[]): FoundName[] {
  return matches.flatMap((first, index) => {
    const second = matches[index + 1];
    if (second === undefined || first.value.side === second.value.side) return [];
    const entries = common(first.value.ids, second.value.ids);
    if (entries.length === 0 || !BETWEEN.test(text.slice(first.end, second.start))) return [];
    const owner = OWNER.exec(text.slice(second.end, second.end + 26))?.[0].length ?? 0;
    const span = { start: first.start, end: second.end + owner };
    return [{ kind: 'gate' as const, span, entries: entries.slice(0, 1), confidence: 0.97, rule: 'entity:gate-pair' }];
  });
}

/** True where a word for a gate stands at the name (before it in most languages, after it in Chinese and English). */
function hasCue({ text, language }: Passage, { start, end }: Span): boolean {
  const { cue } = knowledgeOf(language).gates;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return (
    regexOf(language, `(?:${cue})[\\s:“"]*$`, { flags: 'u' }).test(before) ||
    ((language === 'zh' || language === 'en') && regexOf(language, `^\\s*(?:${cue})`, { flags: 'u' }).test(after))
  );
}

/** Gates named by one of their sides, at a word for a gate or in a list that began with one. */
function singles(passage: Passage, matches: readonly Match<Registered>[], taken: readonly FoundName[]): FoundName[] {
  const found: FoundName[] = [];
  let last = [...taken].sort((a, b) => a.span.start - b.span.start);
  for (const { start, end, value } of matches) {
    const span = { start, end };
    if (taken.some((one) => touches(one.span, span)) || value.ids.length > 2) continue;
    const before = last.filter((one) => one.span.end <= start).at(-1);
    const listed = before !== undefined && LIST.test(passage.text.slice(before.span.end, start));
    if (!listed && !hasCue(passage, span)) continue;
    const one = {
      kind: 'gate' as const,
      span,
      entries: value.ids.slice(0, 1),
      confidence: listed ? 0.75 : 0.85,
      rule: 'entity:gate-side',
    };
    found.push(one);
    last = [...last, one].sort((a, b) => a.span.start - b.span.start);
  }
  return found;
}

function cueBefore({ text, language }: Passage, start: number): boolean {
  const { cue } = knowledgeOf(language).gates;
  const before = text.slice(Math.max(0, start - 3 * AROUND), start);
  return regexOf(language, cue, { flags: 'u' }).test(before.slice(before.lastIndexOf('.') + 1));
}

/** Pairs of names that no register has, where the text calls them gates. One side may be known. */
function unknownPairs(
  passage: Passage,
  matches: readonly Match<Registered>[],
  taken: readonly FoundName[],
): FoundName[] {
  const { text, language } = passage;
  const found: FoundName[] = [];
  const put = (span: Span, first: string, second: string) => {
    if ([...taken, ...found].some((one) => touches(one.span, span))) return;
    const known = matches.filter(({ start, end }) => span.start <= start && end <= span.end);
    const entries = known.length === 1 && known[0]?.value.ids.length === 1 ? known[0].value.ids : [];
    const confidence = entries.length > 0 ? 0.7 : 0.75;
    const rule = entries.length > 0 ? 'entity:gate-half' : 'entity:gate-pattern';
    found.push({ kind: 'gate', span, entries, confidence, rule, sides: [first, second] });
  };
  for (const match of text.matchAll(PAIR_OF_OWNED)) {
    if (!cueBefore(passage, match.index)) continue;
    put({ start: match.index, end: match.index + match[0].length }, match[1] ?? '', match[3] ?? '');
  }
  const { cue } = knowledgeOf(language).gates;
  for (const match of text.matchAll(regexOf(language, cue))) {
    const end = match.index + match[0].length;
    const pair = PAIR_AFTER_CUE.exec(text.slice(end, end + 100));
    if (pair === null) continue;
    const start = end + pair[0].indexOf(pair[1] ?? '');
    put({ start, end: end + pair[0].length }, pair[1] ?? '', pair[2] ?? '');
  }
  return found;
}

/** The gates a sentence names: pairs with both names, one side at a word for a gate, and pairs of no register. */
export function findGates(passage: Passage, matches: readonly Match<Registered>[]): FoundName[] {
  const paired = pairs(passage, matches);
  const unknown = unknownPairs(passage, matches, paired);
  return [...paired, ...unknown, ...singles(passage, matches, [...paired, ...unknown])];
}
