/** Words at which readers of text tend to stumble. */
const NASTY = [
  ...[
    '',
    ' ',
    '\0',
    '\ufeff',
    '\u2028',
    '\ud800',
    '\u202e',
    'é',
    '0',
    '-0',
    '-1',
    '1e400',
    'NaN',
    '9007199254740993',
    '__proto__',
  ],
  ...[
    'constructor',
    '<',
    '>',
    '&',
    '&#0;',
    '&#xD800;',
    '&a;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<!DOCTYPE a [<!ENTITY a "b">]>',
    '<?x?>',
  ],
  ...[
    '"',
    "'",
    ',',
    ';',
    '\n',
    '\r',
    '\t',
    '{',
    '}',
    '[',
    ']',
    ':',
    'null',
    'true',
    '0000-00-00T00:00:00Z',
    '2026-02-30T25:61:61+99:99',
  ],
  ...[
    '+07:00',
    '-00:00',
    '24:00:00',
    '90.1,-180.1',
    '1,1 1,1',
    'urn:',
    'http://',
    'xmlns=""',
    'xmlns:a="b"',
    '\\u0000',
    '\\',
    '../',
  ],
];

/** A few changes to an input: bytes, spans, words of its own, words of another, words that hurt. */
export function mutate(input: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let bytes = Buffer.from(input);
  const below = (most: number) => Math.floor(random() * most);
  for (let left = 1 + below(4); left > 0; left--) {
    const [at, size] = [below(bytes.length + 1), 1 + below(random() < 0.2 ? 400 : 24)];
    const put = (middle: Uint8Array, cut: number) =>
      Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(Math.min(bytes.length, at + cut))]);
    const turn = below(8);
    if (turn === 0 && at < bytes.length) bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    else if (turn === 1) bytes = put(Buffer.alloc(0), size);
    else if (turn === 2) bytes = put(bytes.subarray(at, at + size), 0);
    else if (turn === 3) bytes = put(Buffer.from(NASTY[below(NASTY.length)] ?? ''), random() < 0.5 ? size : 0);
    else if (turn === 4) {
      const from = below(other.length + 1);
      bytes = put(other.subarray(from, from + size), random() < 0.5 ? size : 0);
    } else bytes = swapWord(bytes, turn === 5 ? other : bytes, below);
  }
  return bytes.subarray(0, 200_000);
}

/** Puts a word of one text (a name, a number, what stands between quotes) in the place of a word of the other. */
function swapWord(bytes: Buffer, from: Uint8Array, below: (most: number) => number): Buffer<ArrayBuffer> {
  const pattern = /[\p{L}\d_:.+-]+/gu;
  const [text, words] = [bytes.toString(), Buffer.from(from).toString().match(pattern) ?? []];
  const places = [...text.matchAll(pattern)];
  const place = places[below(places.length)];
  const word = below(3) === 0 ? (NASTY[below(NASTY.length)] ?? '') : (words[below(words.length)] ?? '');
  if (place === undefined) return Buffer.from(text);
  return Buffer.from(text.slice(0, place.index) + word + text.slice(place.index + place[0].length));
}
