import { countryMatcher } from '../../vocabulary/index.ts';
import type { AttributeContext } from './context.ts';

const NAME = /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+/gu;
const NEAR = 160;

function nearestState(text: string, at: number, end: number): string | null {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(end, end + NEAR / 2);
  const [last] = countryMatcher().scan(before).slice(-1);
  const [next] = countryMatcher().scan(after);
  const distanceBefore = last ? before.length - last.end : Number.POSITIVE_INFINITY;
  const distanceAfter = next ? next.start : Number.POSITIVE_INFINITY;
  const nearer = distanceBefore <= distanceAfter + 40 ? last : next;
  return nearer?.value[0] ?? null;
}

/** The party of a person named in a subject: the state named nearest to the name where the document first has it. */
export function partyOfPerson(subject: string, context: AttributeContext): string | null {
  const text = context.document.text;
  for (const [name] of subject.matchAll(NAME)) {
    const words = name.split(' ');
    for (let first = 0; first < words.length; first++) {
      const tail = words.slice(first).join(' ');
      if (words.length - first < 2 && tail.length < 3) continue;
      const at = text.indexOf(tail);
      const state = at < 0 ? null : nearestState(text, at, at + tail.length);
      if (state !== null && context.parties.codes.slice(0, 2).includes(state)) return state;
    }
  }
  return null;
}
