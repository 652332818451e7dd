import type { PageStart } from '../../documents/index.ts';
import type { Span } from '../../kernel/index.ts';
import { escapeXml } from '../../kernel/index.ts';
import { attributes, empty, isWritable } from './xml.ts';

/**
 * An inline element over a stretch of the text. Marks may overlap; they are cut where they would cross, but one with an id is
 * written whole.
 */
export interface Mark extends Span {
  readonly name: string;
  readonly refersTo?: string;
  readonly eId?: string;
}

/**
 * Writes stretches of a text as mixed content that holds every character of it: a line break is an `eol` (`breakWith`
 * where it is not LF), the break before a page an `eop` with the number of the page that begins, and a character XML has
 * no place for a `marker` that names it.
 */
export class Runs {
  /** How many characters were written as markers. */
  marked = 0;
  private readonly text: string;
  private readonly pages: ReadonlyMap<number, number>;
  private readonly marks: readonly Mark[];
  private next = 0;
  private active: Mark[] = [];

  constructor(text: string, pages: readonly PageStart[], marks: readonly Mark[]) {
    this.text = text;
    this.pages = new Map(pages.map(({ start, number }) => [start, number]));
    this.marks = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Stretches are asked for in the order of the text. */
  write({ start, end }: Span): string {
    let out = '';
    let open: Mark[] = [];
    for (let at = start; at < end; ) {
      const wanted = this.marksAt(at);
      out += turn(open, wanted);
      open = wanted;
      const to = this.boundary(at, end);
      out += this.plain(at, to);
      at = to;
    }
    return out + turn(open, []);
  }

  private marksAt(at: number): Mark[] {
    const begun = [...this.active];
    while (this.next < this.marks.length && (this.marks[this.next] as Mark).start <= at)
      begun.push(this.marks[this.next++] as Mark);
    this.active = wholeFirst(begun.filter(({ end }) => end > at));
    return this.active;
  }

  private boundary(at: number, end: number): number {
    let to = Math.min(end, this.marks[this.next]?.start ?? end);
    for (const mark of this.active) to = Math.min(to, mark.end);
    return Math.max(to, at + 1);
  }

  private plain(start: number, end: number): string {
    let out = '';
    let from = start;
    const flush = (to: number) => {
      if (to > from) out += escapeXml(this.text.slice(from, to));
    };
    for (let at = start; at < end; ) {
      const sign = this.sign(at, end);
      if (sign === null) {
        at += 1;
        continue;
      }
      flush(at);
      out += sign.xml;
      at += sign.length;
      from = at;
    }
    flush(end);
    return out;
  }

  private sign(at: number, end: number): { readonly xml: string; readonly length: number } | null {
    const page = at === 0 || !isBreak(this.text[at - 1]) ? this.pages.get(at) : undefined;
    const code = this.text.charCodeAt(at);
    const starts = page === undefined ? '' : empty('eop', { number: String(page), breakWith: '' });
    const made = code === 10 || code === 13 ? this.lineBreak(at, end) : this.unwritable(at, code);
    if (made !== null) return { xml: starts + made.xml, length: made.length };
    return starts === '' ? null : { xml: starts + escapeXml(this.text[at] as string), length: 1 };
  }

  private lineBreak(at: number, end: number) {
    const length = this.text.startsWith('\r\n', at) && at + 1 < end ? 2 : 1;
    const words = this.text.slice(at, at + length);
    const page = this.pages.get(at + length);
    const breakWith = words === '\n' ? null : words;
    const xml = page === undefined ? empty('eol', { breakWith }) : empty('eop', { number: String(page), breakWith });
    return { xml, length };
  }

  private unwritable(at: number, code: number) {
    if (isWritable(this.text, at)) return null;
    this.marked += 1;
    const title = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    return { xml: empty('marker', { name: 'character', title }), length: 1 };
  }
}

/** Marks with an id go around those they cross, which are then cut instead. */
function wholeFirst(marks: readonly Mark[]): Mark[] {
  const crosses = (mark: Mark, index: number) =>
    mark.eId !== undefined && marks.slice(0, index).some(({ eId, end }) => eId === undefined && end < mark.end);
  return [...marks.filter(crosses), ...marks.filter((mark, index) => !crosses(mark, index))];
}

function isBreak(sign: string | undefined): boolean {
  return sign === '\n' || sign === '\r';
}

/** Closes what ends and opens what begins; what crosses is closed and opened again. */
function turn(from: readonly Mark[], to: readonly Mark[]): string {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  const closed = '</inline>'.repeat(from.length - same);
  const opened = to
    .slice(same)
    .map(({ name, refersTo, eId }) => `<inline${attributes({ name, eId, refersTo })}>`)
    .join('');
  return closed + opened;
}
