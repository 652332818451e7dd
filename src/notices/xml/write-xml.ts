import { xmlAttribute, xmlText } from '../../kernel/index.ts';

/** An element to be written: a text, or children; attributes in the order given. */
export interface XmlOut {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlOut[];
}

/** An XML file in UTF-8, two blanks a level, one element a line; text is written as it is, without blanks around it. */
export function writeXml(root: XmlOut): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '')}\n`;
}

function element({ name, attributes = {}, content }: XmlOut, indent: string): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlAttribute(value)}"`)].join(' ');
  if (content.length === 0) return `${indent}<${head}/>`;
  if (typeof content === 'string') return `${indent}<${head}>${xmlText(content)}</${name}>`;
  return `${indent}<${head}>\n${content.map((child) => element(child, `${indent}  `)).join('\n')}\n${indent}</${name}>`;
}
