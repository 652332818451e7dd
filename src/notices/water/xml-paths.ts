import { attribute, type XmlElement } from '../xml/read-xml.ts';
import { lastWord } from './measures.ts';

/** The first child of a name, whatever its namespace: the schemas around WaterML changed theirs, not their names. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

export function find(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at && child(at, name), element);
}

export function textOf(element: XmlElement | undefined): string {
  return element?.text.trim() ?? '';
}

/** What a reference to a code list names: the last word of its address, else its title, else the text of what stands inside. */
export function hrefWord(element: XmlElement | undefined): string {
  if (!element) return '';
  const address = attribute(element, 'href');
  if (address !== null) return lastWord(address);
  const inside = element.children[0];
  const code = inside && (attribute(inside, 'definition') ?? textOf(child(inside, 'value')));
  return attribute(element, 'title') ?? (code ? lastWord(code) : '');
}
