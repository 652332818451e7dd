import { type Span, TextUnits } from '../kernel/index.ts';
import type { Document, FlatText } from './model.ts';

const [TIDY, SPACE, UNTIDY] = [0, 1, 2];
/** Characters to mend wherever they stand: blanks but the space, debris, combining marks, invisible and compatibility ones. */
const TO_MEND = [
  [0x09, 0x0d],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200b],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x64b, 0x65f],
  [0xf900, 0xfaff],
  ...[...'*~\\_#'].map((sign) => [sign.charCodeAt(0), sign.charCodeAt(0)] as const),
] as const;

/** For each UTF-16 unit one of TIDY, SPACE, UNTIDY. */
const CLASSES = new Uint8Array(65536);
CLASSES[0x20] = SPACE;
for (const [first, last] of TO_MEND) CLASSES.fill(UNTIDY, first, last + 1);

const texts = new TextUnits();

/** Whether there is something to mend: such characters, or spaces at an end or side by side. */
function isUntidy(text: string): boolean {
  const { length } = text;
  const units = texts.of(text);
  let before = SPACE;
  for (let at = 0; at < length; at++) {
    const kind = CLASSES[units[at] as number] as number;
    if (kind !== TIDY && (kind === UNTIDY || before === SPACE)) return true;
    before = kind;
  }
  return before === SPACE && length > 0;
}

/**
 * A stretch of the text for rules to read: NFC, blanks and line breaks as one space (none between two Chinese
 * characters), furniture lines and mark-up debris left out, with a way back to raw offsets. Linear in the stretch.
 */
export function flatten(document: Document, span: Span): FlatText {
  const holes = furnitureInside(document, span);
  if (holes.length === 0) {
    const raw = document.text.slice(span.start, span.end);
    if (!isUntidy(raw)) return straight(raw, span.start);
  }
  return mapped(document.text, span, holes);
}

function straight(text: string, start: number): FlatText {
  return {
    text,
    at: (offset) => start + offset,
    raw: ({ start: from, end: to }) => ({ start: start + from, end: start + to }),
  };
}

const furnitureOf = new WeakMap<Document, readonly Span[]>();

/** Furniture lines that lie inside a stretch; none where the stretch itself lies inside furniture. */
function furnitureInside(document: Document, span: Span): readonly Span[] {
  let all = furnitureOf.get(document);
  if (!all) {
    all = document.lines.filter((line) => line.role === 'furniture').map((line) => line.span);
    furnitureOf.set(document, all);
  }
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as Span).end <= span.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < all.length && (all[to] as Span).start < span.end) to += 1;
  const found = all.slice(low, to);
  return found.some((hole) => hole.start <= span.start || hole.end >= span.end) ? [] : found;
}

function isCombining(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x64b && code <= 0x65f);
}

function isBlank(code: number): boolean {
  if (code <= 32) return true;
  if (code < 0xa0) return false;
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x202f;
}

function isHan(code: number): boolean {
  return code >= 0x3000 && code <= 0x9fff && code !== 0x3000;
}

/** Characters that only mark-up or invisible formatting puts there. */
function isDebris(text: string, at: number, code: number): boolean {
  if (code === 42 || code === 0xad || code === 0x200b || code === 0xfeff) return true;
  if (code === 126) return text.charCodeAt(at + 1) === 126 || text.charCodeAt(at - 1) === 126;
  if (code === 95) return text.charCodeAt(at + 1) === 95 || text.charCodeAt(at - 1) === 95;
  if (code === 92) return /[\\*_#~.()[\]+-]/.test(text[at + 1] ?? '');
  if (code === 35) return opensLine(text, at) && /^#{1,6}\s/.test(text.slice(at, at + 8));
  return false;
}

function opensLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 35)) before -= 1;
  return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
}

function mapped(text: string, span: Span, holes: readonly Span[]): FlatText {
  const starts = new Int32Array(span.end - span.start + 1);
  const parts: string[] = [];
  let size = 0;
  let hole = 0;
  let gap = -1;
  let broken = false;
  let lastCode = 0;
  for (let i = span.start; i < span.end; ) {
    if (hole < holes.length && i >= (holes[hole] as Span).start) {
      i = Math.max(i, (holes[hole] as Span).end);
      hole += 1;
      continue;
    }
    const code = text.charCodeAt(i);
    if (isBlank(code)) {
      if (gap < 0) gap = i;
      broken ||= code === 10 || code === 13;
    } else if (!isDebris(text, i, code)) {
      if (gap >= 0 && size > 0 && !(broken && isHan(lastCode) && isHan(code))) {
        starts[size++] = gap;
        parts.push(' ');
      }
      gap = -1;
      broken = false;
      const end = clusterEnd(text, i, span.end);
      const composed = end > i + 1 || code >= 0xf900 ? text.slice(i, end).normalize('NFC') : (text[i] as string);
      for (let k = 0; k < composed.length && k < end - i; k++) starts[size++] = i;
      parts.push(composed.length <= end - i ? composed : text.slice(i, end));
      lastCode = code;
      i = end;
      continue;
    }
    i += 1;
  }
  starts[size] = span.end;
  return lookUp(text, parts.join(''), starts, size);
}

function clusterEnd(text: string, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && isCombining(text.charCodeAt(end))) end += 1;
  return end;
}

function lookUp(raw: string, flat: string, starts: Int32Array, size: number): FlatText {
  const map = starts.slice(0, size + 1);
  const at = (offset: number): number => map[Math.min(Math.max(offset, 0), size)] as number;
  return {
    text: flat,
    at,
    raw: ({ start, end }) => {
      const first = at(start);
      return { start: first, end: end <= start ? first : clusterEnd(raw, at(end - 1), raw.length) };
    },
  };
}
