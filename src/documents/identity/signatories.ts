import type { Document } from '../model.ts';
import type { Described, Signatory } from './model.ts';
import type { TextLine } from './text-lines.ts';
import { patterns, WORDS } from './words.ts';

const { signature } = WORDS;
const FOR = patterns(signature.for);
const ACTING = patterns(signature.acting);
const OFFICE = patterns(signature.office);
const SIGNED = patterns(signature.signed);
const NAMED = patterns(signature.named);
/** Case tells a name from words. */
const NAME = new RegExp(signature.name, 'u');
const OTHER_NAME = new RegExp(signature.otherName, 'u');

const LONGEST_LINE = 100;
/** Lines between the office and the name under it. */
const REACH = 3;

type Part =
  | { readonly kind: 'for' | 'acting' | 'office' | 'named'; readonly words: string }
  | { readonly kind: 'signed' | 'name' | 'other' };

interface Block {
  side: string;
  acting: boolean;
  office: string;
  signed: boolean;
  since: number;
}

/**
 * Who signed, from blocks of signatures: the side they sign for, their office, a mark of signing, the name. A name counts only
 * where one of these stands with it. Null where there is no such block.
 */
export function signatoriesOf(
  document: Document,
  closing: readonly TextLine[],
): Described<readonly Signatory[]> | null {
  const found: { signatory: Signatory; first: number; last: number }[] = [];
  let block: Block | null = null;
  let start = 0;
  const open = (at: number): Block => {
    if (block === null) start = at;
    block ??= { side: '', acting: false, office: '', signed: false, since: at };
    return block;
  };
  const take = (name: string, at: number, { side, office }: Block) => {
    found.push({ signatory: { name, office, side }, first: start, last: at });
    block = null;
  };
  for (const [at, { words }] of closing.entries()) {
    const part = partOf(words);
    const known = block as Block | null;
    if (part.kind === 'for') Object.assign(open(at), { side: part.words, office: '', since: at });
    else if (part.kind === 'acting') Object.assign(open(at), { acting: true, since: at });
    else if (part.kind === 'office') Object.assign(open(at), { office: part.words, since: at });
    else if (part.kind === 'signed') Object.assign(open(at), { signed: true, since: at });
    else if (part.kind === 'named') take(part.words, at, known ?? open(at));
    else if (part.kind === 'name' && known && at - known.since <= REACH) {
      const below = officeBelow(closing, at);
      take(words, at, known.office === '' ? { ...known, office: below } : known);
    } else if (known && at - known.since > REACH) block = null;
  }
  return described(document, closing, found);
}

function partOf(words: string): Part {
  if (words.length > LONGEST_LINE) return { kind: 'other' };
  const first = (list: readonly RegExp[]) => list.map((pattern) => pattern.exec(words)).find((match) => match !== null);
  const named = first(NAMED);
  if (named) return { kind: 'named', words: (named[1] ?? words).trim() };
  const side = first(FOR);
  if (side) return { kind: 'for', words: sideOf(side[1] ?? words) };
  if (first(ACTING)) return { kind: 'acting', words };
  if (first(OFFICE)) return { kind: 'office', words };
  if (first(SIGNED)) return { kind: 'signed' };
  return { kind: NAME.test(words) || OTHER_NAME.test(words) ? 'name' : 'other' };
}

/** `T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ` on one line: only the side. */
function sideOf(words: string): string {
  return words.replace(/[:,]$/, '').trim();
}

/** In English and Persian the office often stands under the name. */
function officeBelow(closing: readonly TextLine[], at: number): string {
  const next = closing[at + 1];
  const part = next ? partOf(next.words) : null;
  return part?.kind === 'office' ? part.words : '';
}

function described(
  { text }: Document,
  closing: readonly TextLine[],
  found: readonly { signatory: Signatory; first: number; last: number }[],
): Described<readonly Signatory[]> | null {
  const start = closing[found[0]?.first ?? -1]?.line.span.start;
  const end = closing[found.at(-1)?.last ?? -1]?.line.span.end;
  if (start === undefined || end === undefined) return null;
  const whole = found.every(({ signatory }) => signatory.office !== '' || signatory.side !== '');
  const value = found.map(({ signatory }) => signatory);
  const span = { start, end };
  return { value, span, words: text.slice(start, end), confidence: whole ? 0.9 : 0.7, why: 'signed-block' };
}
