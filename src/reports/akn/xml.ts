import { xmlAttribute } from '../../kernel/index.ts';

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

/** An attribute with its leading space; what XML has no place for stands as U+FFFD. */
export function attributes(values: Readonly<Record<string, string | null | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    written += ` ${name}="${xmlAttribute(value)}"`;
  }
  return written;
}

/** An element without content. */
export function empty(name: string, values: Readonly<Record<string, string | null | undefined>> = {}): string {
  return `<${name}${attributes(values)}/>`;
}
