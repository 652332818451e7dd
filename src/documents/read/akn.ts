import { Problem } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { readExactAkn } from './akn-exact.ts';
import { decodeText } from './decode.ts';
import { children, ELEMENT, type Node, parseXml, TEXT } from './dom.ts';
import type { Extract } from './extract.ts';
import { lossMessage } from './losses.ts';
import { PageWriter } from './page-writer.ts';

/** Elements whose words are about the document, not of it. */
const ABOUT = new Set(['meta', 'authorialNote', 'remark']);
/** Elements that hold running words. */
const TEXTS = new Set([
  'p',
  'docTitle',
  'docNumber',
  'docType',
  'longTitle',
  'subheading',
  'crossHeading',
  'listIntroduction',
  'listWrapUp',
]);

/**
 * Reads Akoma Ntoso (OASIS LegalDocML 1.0 and the older akomantoso.org namespace): numbers, headings and paragraphs in
 * the order of the file; a file that keeps its blanks (`xml:space`) gives its text to the character. Throws `file-damaged` for XML without an `akomaNtoso` root.
 */
export function readAkn({ name, bytes }: SourceFile): Extract {
  const { text, encoding, messages } = decodeText(bytes);
  const root = children(parseXml(text)).find((node) => local(node) === 'akomaNtoso');
  if (!root) throw new Problem('file-damaged', { name, format: 'akn', reason: 'no akomaNtoso element in it' });
  const exact = readExactAkn(root);
  if (exact) return { ...exact, encoding, messages };
  const out = new PageWriter();
  write(root, out);
  const notes = notesOf(root);
  const lines: number[] = [];
  for (const [i, note] of notes.entries()) {
    lines.push(out.next);
    out.passage(`[${i + 1}] ${(note.textContent ?? '').replace(/\s+/g, ' ')}`);
  }
  return {
    text: out.text,
    encoding,
    hints: out.hints,
    messages: [...messages, ...lossMessage({ severity: 'info', id: 'document.footnotes-at-end', at: 'line' }, lines)],
  };
}

function notesOf(node: Node): Node[] {
  return children(node).flatMap((part) => (local(part) === 'authorialNote' ? [part] : notesOf(part)));
}

function local(node: Node): string {
  return node.nodeName.replace(/^.*:/, '');
}

/** A number and heading on one line; a number without a heading in front of the first words under it. */
function write(node: Node, out: PageWriter, carried = ''): void {
  const parts = children(node);
  const number = parts.find((part) => local(part) === 'num');
  const heading = parts.find((part) => local(part) === 'heading');
  if (number && carried !== '') out.passage(carried, true);
  let marker = number ? words(number).trim() : carried;
  if (heading) {
    out.passage(`${marker} ${words(heading)}`, true);
    marker = '';
  }
  for (const part of parts) {
    if (part === number || part === heading || ABOUT.has(local(part))) continue;
    if (TEXTS.has(local(part))) out.passage(`${marker} ${words(part)}`);
    else write(part, out, marker);
    marker = '';
  }
  if (marker !== '') out.passage(marker, true);
}

function words(node: Node): string {
  let found = '';
  for (const part of node.childNodes) {
    if (part.nodeType === TEXT) found += (part.textContent ?? '').replace(/\s+/g, ' ');
    else if (part.nodeType === ELEMENT && !ABOUT.has(local(part))) found += local(part) === 'br' ? '\n' : words(part);
  }
  return found;
}
