const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Whether XML has a place for the character at `at`; halves of a pair belong together. */
export function isWritable(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xdc00) return isLow(text.charCodeAt(at + 1));
  if (isLow(code)) return at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
  return code >= 32 ? code < 0xfffe : code === 9 || code === 10 || code === 13;
}

function isLow(code: number): boolean {
  return (code & 0xfc00) === 0xdc00;
}

export function escapeText(words: string): string {
  return words.replace(/[&<>\r]/g, (sign) => ESCAPES[sign] as string);
}

/** Words without what XML has no place for: U+FFFD stands there. */
export function writable(words: string): string {
  return words.replace(UNWRITABLE, '\ufffd');
}

/** An attribute with its leading space; what XML has no place for stands as U+FFFD. */
export function attributes(values: Readonly<Record<string, string | null | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    const safe = writable(value).replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] as string);
    written += ` ${name}="${safe}"`;
  }
  return written;
}

/** An element without content. */
export function empty(name: string, values: Readonly<Record<string, string | null | undefined>> = {}): string {
  return `<${name}${attributes(values)}/>`;
}
