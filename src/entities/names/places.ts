import type { Span } from '../../kernel/index.ts';
import type { Match } from '../../vocabulary/index.ts';
import { type FoundName, type Passage, touches } from './found.ts';
import type { Registered } from './registered.ts';

/** Common words that stand where a place's name could. */
const NO_PLACE =
  /^(?:Quốc|Quốc gia|Trung ương|Biên giới|Border|State|Vietnam-China.*|International.*|.*[Bb]order [Gg]ates?|Two|Both)$/u;

/** What may stand between the two names of a place that both sides share. */
const BETWEEN = /^ ?(?:\([^()]{2,24}\))? ?[-–—] ?$/u;
const OWNER = /^ ?\([^()]{2,24}\)/u;

/** A short name inside a longer one (`Thái Bình` in `Thái Bình Dương`, `Hue` in a person's name) is no place. */
function isPart({ text, language }: Passage, { start, end }: Span): boolean {
  const name = text.slice(start, end);
  if (language === 'vi')
    return /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 4)) && !/^ (?:Việt|Trung)/u.test(text.slice(end));
  return /^\p{L}{2,4}$/u.test(name) && /\p{Lu}[\p{L}]+ $/u.test(text.slice(Math.max(0, start - 20), start));
}

/** A place with a name on either side of the border, both given, is one. */
function joinSides(names: readonly FoundName[], text: string): FoundName[] {
  const joined: FoundName[] = [];
  for (const one of names) {
    const last = joined.at(-1);
    const same = last !== undefined && last.entries[0] === one.entries[0];
    if (!same || !BETWEEN.test(text.slice(last.span.end, one.span.start))) joined.push(one);
    else {
      const owner = OWNER.exec(text.slice(one.span.end, one.span.end + 26))?.[0].length ?? 0;
      joined.splice(-1, 1, { ...last, span: { start: last.span.start, end: one.span.end + owner } });
    }
  }
  return joined;
}

/** Places of the profile and those the patterns propose; the names of gates and agreements are their own. */
export function findPlaces(
  passage: Passage,
  matches: readonly Match<Registered>[],
  others: readonly FoundName[],
): FoundName[] {
  const gates = others.filter(({ kind }) => kind === 'gate');
  const free = (span: Span, from: readonly FoundName[]) => !from.some((one) => touches(one.span, span));
  const found: FoundName[] = matches
    .map(({ start, end, value }) => {
      const span = { start, end };
      return { kind: 'place' as const, span, entries: value.ids, confidence: 0.95, rule: 'entity:known' };
    })
    .filter(({ span }) => free(span, gates) && !isPart(passage, span));
  const known = joinSides(found, passage.text);
  const proposed = passage.names
    .filter(({ type, known: is, text }) => type === 'place' && !is && !NO_PLACE.test(text))
    .filter(({ span }) => free(span, others) && free(span, known))
    .map(({ span }) => ({ kind: 'place' as const, span, entries: [], confidence: 0.6, rule: 'entity:place-pattern' }));
  return [...known, ...proposed];
}
