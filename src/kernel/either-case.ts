const GROUP = '(?i:';

/** Both cases of a letter; what has no other case, or more signs in it, as it is. */
function cases(character: string): string {
  const [small, large] = [character.toLowerCase(), character.toUpperCase()];
  return small === large || small.length !== 1 || large.length !== 1 ? character : small + large;
}

/** The escape that begins at an offset, whole: `\p{Lu}`, `\u200c`, `\.`. */
function escapeAt(source: string, at: number): string {
  return /^\\(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<[^>]*>|.)/su.exec(source.slice(at))?.[0] ?? '\\';
}

/** A class of characters with both cases of its letters; of a range, both cases of its ends. */
function classOfBoth(inside: string): string {
  const upper: string[] = [];
  let at = 0;
  while (at < inside.length) {
    const escaped = inside[at] === '\\' ? escapeAt(inside, at) : null;
    const from = escaped ?? (inside[at] as string);
    at += from.length;
    const to = escaped === null && inside[at] === '-' && /\p{L}/u.test(inside[at + 1] ?? '') ? inside[at + 1] : null;
    if (to != null) at += 2;
    const range = to == null ? from : `${from}-${to}`;
    upper.push(escaped === null && /\p{L}/u.test(from) ? other(from, to) : '', range);
  }
  return upper.join('');
}

function other(from: string, to: string | null | undefined): string {
  const change = (one: string) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase());
  const ends = to == null ? [from] : [from, to];
  const changed = ends.map(change);
  return changed.some((one) => one.length !== 1) ? '' : changed.join('-');
}

/** What a regular expression is made of, one part after another: escapes, classes, what opens and closes groups, signs. */
const PARTS =
  /\\(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|k<[^>]*>|.)|\[(?:\\.|[^\]\\])*\]|\(\?i:|\((?:\?(?:<[A-Za-z]\w*>|<?[=!]|:))?|./gsu;

/**
 * A regular expression with the letters of its case-blind groups `(?i:…)` written in both cases, and plain groups in their
 * stead. The V8 of Node 26 now and then stops matching what such a group should match, for as long as the process lives.
 * @param source of a regular expression with the flag `u`; groups may be nested
 */
export function eitherCase(source: string): string {
  const blind: boolean[] = [];
  return source.replace(PARTS, (part) => {
    if (part === GROUP) {
      blind.push(true);
      return '(?:';
    }
    if (part.startsWith('(')) blind.push(false);
    else if (part === ')') blind.pop();
    else if (blind.includes(true)) return inBothCases(part);
    return part;
  });
}

/** An escape, a class or a sign within a case-blind group. */
function inBothCases(part: string): string {
  if (part.startsWith('\\')) return part;
  if (part.length > 1 && part.startsWith('[')) return `[${classOfBoth(part.slice(1, -1))}]`;
  const both = cases(part);
  return both.length > 1 ? `[${both}]` : part;
}
