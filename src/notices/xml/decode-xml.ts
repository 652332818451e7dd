/** Text of an XML file, or why its bytes cannot be read as the encoding they claim. */
export type DecodedXml =
  | { readonly text: string; readonly encoding: string }
  | { readonly refused: 'encoding-unknown' | 'encoding-wrong'; readonly encoding: string };

const DECLARED = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']/;

/**
 * Decodes XML as it declares itself (XML 1.0, 4.3.3 and appendix F): a byte-order mark first, then the declaration,
 * else UTF-8. Bytes that are no text of that encoding are refused, never replaced: a warning with guessed letters is none.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const encoding = encodingOf(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return { refused: 'encoding-unknown', encoding };
  }
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return { refused: 'encoding-wrong', encoding };
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0x3c && b === 0 && c === 0x3f && d === 0) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0 && d === 0x3f) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const declared = DECLARED.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // A file that says UTF-16 in single bytes is not; what it says cannot be so.
  return declared.startsWith('utf-16') ? 'utf-8' : declared;
}
