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

/**
 * A regular expression with the letters of its case-blind groups `(?i:…)` written in both cases, and plain groups in their
 * stead. The V8 of Node 26 now and then stops matching what such a group should match, for as long as the process lives.
 * @param source of a regular expression with the flag `u`; groups may be nested
 */
export function eitherCase(source: string): string {
  let written = '';
  const blind: boolean[] = [];
  for (let at = 0; at < source.length; ) {
    const sign = source[at] as string;
    const inBlind = blind.includes(true);
    if (source.startsWith(GROUP, at)) {
      blind.push(true);
      written += '(?:';
      at += GROUP.length;
    } else if (sign === '\\') {
      const escaped = escapeAt(source, at);
      written += escaped;
      at += escaped.length;
    } else if (sign === '[') {
      const inside = /^(?:\\.|[^\]\\])*/su.exec(source.slice(at + 1))?.[0] ?? '';
      written += `[${inBlind ? classOfBoth(inside) : inside}]`;
      at += inside.length + 2;
    } else if (sign === '(') {
      // What names a group, or says what kind it is, is no text.
      const opening = /^\((?:\?(?:<[A-Za-z]\w*>|<?[=!]|:))?/.exec(source.slice(at))?.[0] ?? '(';
      blind.push(false);
      written += opening;
      at += opening.length;
    } else {
      if (sign === ')') blind.pop();
      const both = inBlind ? cases(sign) : sign;
      written += both.length > 1 ? `[${both}]` : sign;
      at += 1;
    }
  }
  return written;
}
