import { canonicalJson } from '../../kernel/index.ts';

/** How deep values of a message are nested at most. */
const DEEPEST = 24;

/**
 * The value of bytes that are canonical JSON (RFC 8785), and nothing but that: no byte order mark, no second member of a name, no
 * blank; null where they are not. What was signed is then what was sent, octet for octet.
 */
export function readCanonical(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (depthOf(text) > DEEPEST) return null;
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    // Half a character (a lone surrogate) has no UTF-8 and so no canonical form.
    return canonicalJson(value) === text && isWhole(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Brackets open at once, outside of strings: looked at before anything recursive reads the text. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth--;
  }
  return deepest;
}

/** Whether every string in it, names of members too, is made of whole characters. */
export function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWhole(member));
}
