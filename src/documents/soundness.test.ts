import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../kernel/index.ts';
import { checkDocument, type Document, flatten, parseText } from './index.ts';

const MARKERS = [
  '',
  '1. ',
  '2. ',
  '1.1. ',
  '(1) ',
  '(2) ',
  'a) ',
  'I. ',
  '- ',
  '+ ',
  '一、',
  '（二）',
  'Điều 3. ',
  'Một là, ',
  '**',
  '# ',
  '۱. ',
  '\\* ',
];
const WORDS = [
  ...[
    'the sides',
    'agreed to open',
    'Nà Khê',
    'hai bên nhất trí',
    '双方同意',
    'دو طرف',
    'No. 5',
    '18.4.2031',
    'e\u0302\u0301',
    'TP.',
    '…',
    '"',
    '**bold**',
  ],
  ...['~~3~~', '\u200b', '\u00a0', 'A. B.', '\t', ',', ';', 'và', 'of'],
];
const ENDS = ['', '.', ':', ';', '。', '؟', '!”', ',', ' ', '  ', '**'];
const BREAKS = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n', '\n- 7 -\n', '\n\nPage 3\n\n'];

const line = fc
  .tuple(fc.constantFrom(...MARKERS), fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }), fc.constantFrom(...ENDS))
  .map(([marker, words, end]) => marker + words.join(' ') + end);
const text = fc
  .array(fc.tuple(line, fc.constantFrom(...BREAKS)), { maxLength: 25 })
  .map((lines) => lines.flat().join(''));

test('whatever a text holds, its tree is sound and every word is accounted for', () => {
  fc.assert(
    fc.property(fc.oneof(text, text, fc.string({ unit: 'binary', maxLength: 300 })), (raw) => {
      expect(checkDocument(parseText(raw, { name: 'any.txt' }))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test('reading twice gives the same', () => {
  fc.assert(
    fc.property(text, (raw) => {
      expect(parseText(raw, { name: 'any.txt' })).toEqual(parseText(raw, { name: 'any.txt' }));
    }),
    { numRuns: 50 },
  );
});

/** Raw text of a span within a provision; a page number between two of its words belongs to neither. */
function withoutFurniture({ text, provisions }: Document, { start, end }: Span, provision: Span): string {
  const furniture = provisions.filter(({ role, span }) => role === 'furniture' && span.start > provision.start);
  return Array.from({ length: end - start }, (_, at) => start + at)
    .filter((at) => !furniture.some(({ span }) => span.start <= at && at < span.end))
    .map((at) => text[at])
    .join('');
}

test('flat text maps every word back to the raw characters it came from', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const document = parseText(raw, { name: 'any.txt' });
      for (const { span } of document.provisions) {
        const flat = flatten(document, span);
        expect(flat.text).toBe(flat.text.normalize('NFC'));
        expect(flat.text).not.toMatch(/\s\s|\n|\*|^\s|\s$/);
        expect(flat.at(flat.text.length)).toBe(span.end);
        for (const match of flat.text.matchAll(/\p{L}+/gu)) {
          const back = flat.raw({ start: match.index, end: match.index + match[0].length });
          expect(
            withoutFurniture(document, back, span)
              .normalize('NFC')
              .replace(/[*~\\\s\u200b_]/g, ''),
          ).toBe(match[0]);
        }
      }
    }),
    { numRuns: 300 },
  );
});
