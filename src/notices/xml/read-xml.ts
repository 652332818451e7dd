import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { decodeXml } from './decode-xml.ts';

/** One element of an XML file, with the place of its `<`: line and column from 1, column in characters. */
export interface XmlElement {
  readonly name: string;
  readonly space: string;
  readonly attributes: readonly SaxesAttributeNS[];
  readonly children: readonly XmlElement[];
  /** Its own text and CDATA, without that of its children. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Elements that are kept at once. */
  readonly elements: number;
}

export const XML_REFUSALS = [
  'empty',
  'too-large',
  'too-deep',
  'too-many',
  'encoding-unknown',
  'encoding-wrong',
  'doctype',
  'malformed',
] as const;

/** Why a file is not read at all, with the place. `detail` is what the parser said, or the limit, in its words. */
export interface XmlRefusal {
  readonly refused: (typeof XML_REFUSALS)[number];
  readonly detail: string;
  readonly line: number;
  readonly column: number;
}

export type XmlRead = { readonly root: XmlElement } | XmlRefusal;

/** Handed every element as it closes; true where it has been used up and need not be kept (a point among thousands). */
export type Take = (element: XmlElement, parents: readonly XmlElement[]) => boolean;

class Refused extends Error {
  readonly refusal: XmlRefusal;
  constructor(refusal: XmlRefusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

interface Open extends XmlElement {
  children: XmlElement[];
  text: string;
}

/**
 * Reads XML strictly with namespaces, in one pass. No document type, so no entity but the five of XML and none that
 * is fetched; files beyond the limits and files that are not well formed are refused with line and column.
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits, take: Take = () => false): XmlRead {
  if (bytes.length === 0) return { refused: 'empty', detail: '', line: 1, column: 1 };
  if (bytes.length > limits.bytes)
    return { refused: 'too-large', detail: `${limits.bytes / 1024}`, line: 1, column: 1 };
  const decoded = decodeXml(bytes);
  if ('refused' in decoded) return { refused: decoded.refused, detail: decoded.encoding, line: 1, column: 1 };
  try {
    return { root: new TreeReader(limits, take).read(decoded.text) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

class TreeReader {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #limits: XmlLimits;
  readonly #take: Take;
  readonly #open: Open[] = [];
  #root: XmlElement | null = null;
  #kept = 0;
  #start = { line: 1, column: 1 };

  constructor(limits: XmlLimits, take: Take) {
    this.#limits = limits;
    this.#take = take;
    const parser = this.#parser;
    parser.on('error', (error) => this.#refuse('malformed', error.message.replace(/^\d+:\d+:\s*/, '')));
    parser.on('doctype', () => this.#refuse('doctype', ''));
    parser.on('opentagstart', (tag) => {
      this.#start = { line: parser.line, column: Math.max(1, parser.column - tag.name.length - 1) };
    });
    parser.on('opentag', (tag) => this.#begin(tag));
    parser.on('closetag', () => this.#end());
    parser.on('text', (text) => this.#add(text));
    parser.on('cdata', (text) => this.#add(text));
  }

  read(text: string): XmlElement {
    this.#parser.write(text).close();
    if (this.#root === null) return this.#refuse('malformed', 'no element');
    return this.#root;
  }

  #refuse(refused: XmlRefusal['refused'], detail: string): never {
    throw new Refused({ refused, detail, line: this.#parser.line, column: this.#parser.column + 1 });
  }

  #begin(tag: SaxesTagNS): void {
    if (this.#open.length >= this.#limits.depth) this.#refuse('too-deep', String(this.#limits.depth));
    this.#kept += 1;
    if (this.#kept > this.#limits.elements) this.#refuse('too-many', String(this.#limits.elements));
    const attributes = Object.values(tag.attributes).filter(({ prefix, local }) => (prefix || local) !== 'xmlns');
    this.#open.push({ name: tag.local, space: tag.uri, attributes, children: [], text: '', ...this.#start });
  }

  #add(text: string): void {
    const parent = this.#open.at(-1);
    if (parent) parent.text += text;
  }

  #end(): void {
    const element = this.#open.pop();
    if (!element) return;
    if (this.#take(element, this.#open)) this.#kept -= countOf(element);
    else if (this.#open.length === 0) this.#root = element;
    else this.#open.at(-1)?.children.push(element);
  }
}

function countOf(element: XmlElement): number {
  return 1 + element.children.reduce((sum, child) => sum + countOf(child), 0);
}

/** The value of an attribute by its local name, whatever its namespace; null where there is none. */
export function attribute(element: XmlElement, name: string): string | null {
  return element.attributes.find(({ local, name: whole }) => (local || whole) === name)?.value ?? null;
}
