import { isUtf8 } from 'node:buffer';
import { detect } from 'chardet';
import iconv from 'iconv-lite';
import type { Message } from '../../kernel/index.ts';
import { decodeVietnamese } from './legacy-vietnamese.ts';
import { lossMessage } from './losses.ts';

/** Text of a file's bytes, with the encoding it was read with (IANA name). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly messages: readonly Message[];
}

const SAMPLE = 64 * 1024;

/**
 * Decodes bytes: a byte-order mark decides, then valid UTF-8, then the zeros of UTF-16 without a mark, then the
 * statistics of legacy encodings (Vietnamese ones by their words). Only a byte-order mark is taken off the text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes);
  if (marked) return marked;
  if (isUtf8(bytes) && !bytes.subarray(0, SAMPLE).includes(0))
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', messages: [] };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, messages: [converted(wide)] };
  const broken = brokenUtf8(bytes);
  if (broken) return broken;
  const vietnamese = decodeVietnamese(bytes);
  if (vietnamese) return { ...vietnamese, messages: [legacyVietnamese(vietnamese.encoding)] };
  const guess = legacyEncoding(bytes);
  return { text: iconv.decode(bytes, guess), encoding: guess, messages: [converted(guess)] };
}

/** Says that old Vietnamese font encodings were turned into Unicode. */
export function legacyVietnamese(encoding: string): Message {
  return { severity: 'info', id: 'document.legacy-vietnamese', details: { encoding } };
}

function converted(encoding: string): Message {
  return { severity: 'info', id: 'document.encoding-converted', details: { encoding } };
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', messages: [] };
  }
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  return encoding && { text: new TextDecoder(encoding).decode(bytes), encoding, messages: [converted(encoding)] };
}

/** UTF-8 with a few bytes lost: still UTF-8 where whole characters outnumber the broken ones by far. */
function brokenUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
  // Every character beyond ASCII takes one to two bytes more than its UTF-16 units.
  const whole = (bytes.length - text.length) / 2;
  if (count === 0 || count * 20 > whole) return null;
  const lines = text.split('\n').flatMap((line, i) => Array.from(line.matchAll(/\ufffd/g), () => i + 1));
  return {
    text,
    encoding: 'utf-8',
    messages: lossMessage({ severity: 'warning', id: 'document.bytes-unreadable', at: 'line' }, lines),
  };
}

/** UTF-16 without a mark: blanks and line breaks put zeros, nearly all of them on one side of each pair. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, SAMPLE) & ~1;
  let first = 0;
  let second = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) first += 1;
    if (bytes[i + 1] === 0) second += 1;
  }
  const pairs = size / 2;
  if (pairs < 2 || first + second < pairs * 0.02) return null;
  if (second > first * 4) return 'utf-16le';
  return first > second * 4 ? 'utf-16be' : null;
}

function legacyEncoding(bytes: Uint8Array): string {
  const guess = (detect(bytes.subarray(0, SAMPLE)) ?? 'windows-1252').toLowerCase();
  return iconv.encodingExists(guess) ? guess : 'windows-1252';
}
