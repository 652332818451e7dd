import type { LineHints, LineRole } from '../model.ts';
import { parseText } from '../parse-text.ts';
import { attribute, children, ELEMENT, type Node, TEXT } from './dom.ts';
import type { Extract } from './extract.ts';

/** Parts of a document that hold its words. */
const WORDED = new Set([
  'coverPage',
  'preface',
  'preamble',
  'body',
  'mainBody',
  'conclusions',
  'attachments',
  'components',
]);
/** A line is only one of words where something of it is seen: signs without width may stand at the end of the line before. */
const SEEN = /[^\s\u200b-\u200d\u2060\ufeff]/;
/** Elements whose own text counts; blanks between all others only lay the file out. */
const LEAVES = new Set(['num', 'heading', 'p']);

/**
 * The text of a file that keeps blanks and line breaks (`xml:space="preserve"` on every part with words, breaks as `eol`
 * and `eop`), character by character; null for every other file, and for one with notes.
 */
export function readExactAkn(root: Node): Pick<Extract, 'text' | 'hints'> | null {
  const [document, ...more] = children(root);
  if (!document || more.length > 0) return null;
  const parts = children(document).filter((part) => WORDED.has(local(part)));
  if (parts.length === 0 || parts.some((part) => attribute(part, 'xml:space') !== 'preserve')) return null;
  const out = new ExactText();
  if (!parts.every((part) => out.walk(part))) return null;
  return { text: out.text, hints: needed(out.text, out.hints) };
}

/** What the words and their layout do not tell by themselves: only that has to be told. */
function needed(text: string, hints: LineHints): LineHints {
  const roles = new Map(parseText(text, { name: '' }).lines.map(({ number, role }) => [number, role]));
  const told = (lines: ReadonlySet<number>, ...known: (LineRole | undefined)[]) =>
    new Set([...lines].filter((line) => !known.includes(roles.get(line))));
  return {
    ...hints,
    headings: told(hints.headings, 'heading', 'continuation'),
    asides: told(hints.asides, 'furniture'),
  };
}

function local(node: Node): string {
  return node.nodeName.replace(/^.*:/, '');
}

class ExactText {
  private readonly pieces: string[] = [];
  private readonly headings = new Set<number>();
  private readonly asides = new Set<number>();
  private readonly pages: { line: number; page: number }[] = [];
  private line = 1;
  /** The first line of a heading is told; those after it continue it. */
  private titled = false;

  get text(): string {
    return this.pieces.join('');
  }

  get hints(): LineHints {
    return { headings: this.headings, asides: this.asides, pages: this.pages };
  }

  /** False where the part holds what has no place in the text. */
  walk(node: Node): boolean {
    for (const part of children(node)) {
      const name = local(part);
      if (LEAVES.has(name)) {
        this.titled = false;
        if (!this.words(part, name === 'heading', attribute(node, 'name') === 'furniture')) return false;
      } else if (!this.walk(part)) return false;
    }
    return true;
  }

  private words(node: Node, heading: boolean, aside: boolean): boolean {
    for (const part of node.childNodes) {
      if (part.nodeType === TEXT) this.add(part.textContent ?? '', heading, aside);
      else if (part.nodeType === ELEMENT && !this.inline(part, heading, aside)) return false;
    }
    return true;
  }

  private inline(part: Node, heading: boolean, aside: boolean): boolean {
    const name = local(part);
    if (name === 'authorialNote' || name === 'remark') return false;
    if (name === 'br') this.add('\n', heading, aside);
    else if (name === 'eol' || name === 'eop') this.lineBreak(part, name === 'eop');
    else if (name === 'marker') this.add(characterOf(part), heading, aside);
    else return this.words(part, heading || name === 'docTitle', aside || attribute(part, 'name') === 'furniture');
    return true;
  }

  private lineBreak(part: Node, page: boolean): void {
    const given = attribute(part, 'breakWith');
    this.add(given !== null && /^[\r\n]*$/.test(given) ? given : '\n', false, false);
    const number = Number(attribute(part, 'number'));
    if (page && Number.isInteger(number) && number > 0) this.pages.push({ line: this.line, page: number });
  }

  private add(words: string, heading: boolean, aside: boolean): void {
    this.pieces.push(words);
    for (const [i, line] of words.split(/\r\n|\n|\r/).entries()) {
      if (i > 0) this.line += 1;
      if (!SEEN.test(line)) continue;
      if (heading && !aside && !this.titled) {
        this.headings.add(this.line);
        this.titled = true;
      }
      if (aside) this.asides.add(this.line);
    }
  }
}

function characterOf(marker: Node): string {
  const code = /^U\+([0-9A-F]{4})$/.exec(attribute(marker, 'title') ?? '')?.[1];
  return attribute(marker, 'name') === 'character' && code ? String.fromCharCode(Number.parseInt(code, 16)) : '';
}
