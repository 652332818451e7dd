const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a pattern in a text, in order, as `matchAll` finds them, which copies the pattern each time it is asked.
 * @param pattern with the flag `g`; it finds no empty match
 */
export function everyMatch(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
