import type { Provision } from '../model.ts';
import { type Oddity, type OddityReader, placeAt } from './model.ts';

interface Numbered {
  readonly provision: Provision;
  readonly number: number;
  /** How the number is written, without it: `(…)`, `….`. */
  readonly form: string;
  readonly parent: string;
}

/** Points of one list whose numbers leave one out, or give one twice. A list that begins again at 1 is another list. */
export const numbering: OddityReader = (document) => {
  const lists = new Map<string, Numbered>();
  const found: Oddity[] = [];
  for (const provision of document.provisions) {
    const one = numberedOf(document.text, provision);
    if (one === null) continue;
    const list = `${one.parent} ${one.form} ${provision.level}`;
    const before = lists.get(list);
    lists.set(list, one);
    if (before === undefined || one.number === 1 || one.number === before.number + 1) continue;
    const rule = one.number === before.number ? 'numbering-repeats' : 'numbering-jumps';
    const details = { before: labelOf(before), after: labelOf(one) };
    const places = [before, one].map(({ provision: { span } }) => placeAt(document, firstWords(document.text, span)));
    found.push({ rule, details, places });
  }
  return found;
};

function labelOf({ provision }: Numbered): string {
  return provision.path;
}

/** Enough words to see which point it is. */
function firstWords(text: string, { start, end }: { start: number; end: number }) {
  const words = /^\s*(?:\S+\s+){0,11}\S+/u.exec(text.slice(start, Math.min(end, start + 120)))?.[0] ?? '';
  return { start, end: words === '' ? Math.min(end, start + 40) : start + words.length };
}

function numberedOf(text: string, provision: Provision): Numbered | null {
  if (provision.marker === null || provision.role === 'furniture' || provision.role === 'paragraph') return null;
  const marker = text.slice(provision.marker.start, provision.marker.end).trim();
  const match = /(\d+)(?=\D*$)/u.exec(latinDigits(marker));
  const last = /(\d+)\D*$/u.exec(latinDigits(provision.path));
  if (match?.[1] === undefined || last?.[1] === undefined || match[1] !== last[1]) return null;
  const form = latinDigits(marker)
    .replace(/[.、．]$/u, '')
    .replace(/\d+(?=\D*$)/u, '#');
  const parent = latinDigits(provision.path).replace(/\d+\D*$/u, '');
  return { provision, number: Number(match[1]), form: form.replace(/\d+/g, '0'), parent };
}

function latinDigits(words: string): string {
  return words.replace(/[۰-۹٠-٩０-９]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
