const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 has no place for (production 2): control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Words that XML has a place for, as they stand between tags; a carriage return is kept. */
export function escapeXml(words: string): string {
  return words.replace(/[&<>\r]/g, (sign) => ESCAPES[sign] as string);
}

/** Any words as they stand between tags; what XML has no place for stands as U+FFFD, so that it is seen. */
export function xmlText(words: string): string {
  return escapeXml(words.replace(UNWRITABLE, '\ufffd'));
}

/** Any words as they stand in an attribute, between double quotes. */
export function xmlAttribute(words: string): string {
  return words.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] as string);
}
