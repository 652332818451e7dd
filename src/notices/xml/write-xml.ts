/** An element to be written: a text, or children; attributes in the order given. */
export interface XmlOut {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlOut[];
}

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Everything XML 1.0 has no way of writing (production 2), lone halves of characters besides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it is about
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text as it stands between tags. What XML cannot hold becomes the replacement character, so that it is seen. */
export function xmlText(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>\r]/g, (sign) => TEXT[sign] as string);
}

function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
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
