import { createRequire } from 'node:module';

/** The little of a DOM node the readers use, of HTML and XML alike. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
  getAttribute?(name: string): string | null;
  getElementsByTagName?(name: string): Iterable<Node>;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Loaded when a web page or XML is first read: its 180 modules are a fifth of the start, and plain text needs none. */
export function linkedom(): typeof import('linkedom') {
  return createRequire(import.meta.url)('linkedom');
}

/** Parses XML leniently; a file that is none gives a document without elements. */
export function parseXml(xml: string): Node {
  const { DOMParser } = linkedom();
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as Node;
}

export function attribute(node: Node, name: string): string | null {
  return node.getAttribute?.(name) ?? null;
}

export function children(node: Node, name?: string): Node[] {
  const found: Node[] = [];
  for (const child of node.childNodes) {
    if (child.nodeType === ELEMENT && (name === undefined || child.nodeName === name)) found.push(child);
  }
  return found;
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return node && children(node, name)[0];
}

export function descendants(node: Node, name: string): Node[] {
  return [...(node.getElementsByTagName?.(name) ?? [])];
}
