import { expect, test } from 'vitest';
import { checkDocument, flatten, parseText, structureLines } from './index.ts';

const STATEMENT = `JOINT STATEMENT

1. The two sides agreed to open the Marrow Bridge in 2027. They agreed to study a second
crossing.

2. Trade
(1) Both sides will sign the Customs Protocol.
(2) Both sides will lower fees.
`;

test('a short statement gives headings, items and wrapped lines with their labels', () => {
  const document = parseText(STATEMENT, { name: 'statement.txt' });
  expect(checkDocument(document)).toEqual([]);
  expect(structureLines(document).map(({ line, role, label, joins }) => [line, role, label, joins])).toEqual([
    [1, 'heading', null, null],
    [3, 'item', '1', null],
    [4, 'continuation', null, 3],
    [6, 'heading', '2', null],
    [7, 'item', '2(1)', null],
    [8, 'item', '2(2)', null],
  ]);
});

test('a sentence that runs over a line break is one sentence, and reads flat with a way back', () => {
  const document = parseText(STATEMENT, { name: 'statement.txt' });
  const second = document.sentences.find((sentence) => STATEMENT.slice(sentence.span.start).startsWith('They agreed'));
  const flat = flatten(document, (second as { span: { start: number; end: number } }).span);
  expect(flat.text).toBe('They agreed to study a second crossing.');
  const at = flat.text.indexOf('crossing');
  const raw = flat.raw({ start: at, end: at + 8 });
  expect(STATEMENT.slice(raw.start, raw.end)).toBe('crossing');
});
