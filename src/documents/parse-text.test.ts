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

test('a passage under “On gates:” keeps the path of the item it belongs to; a heading of its own ends it', () => {
  const text =
    '2. Borders\n\n(6) The sides will work together at the gates.\n\nOn buildings:\n\nLume will build a hall.\n\nTRADE\n\nDues fall.\n';
  const { provisions } = parseText(text, { name: 'a.txt' });
  expect(provisions.map(({ role, path, parent }) => [role, path, parent])).toEqual([
    ['heading', '2', null],
    ['item', '2(6)', 0],
    ['heading', '2(6)', 1],
    ['paragraph', '2(6)', 1],
    ['heading', '', null],
    ['paragraph', '', null],
  ]);
});

test('eIds say the place in Akoma Ntoso’s way and stay unique where a second work begins again', () => {
  const text =
    '1. Roads\n(1) Build.\n(2) Mend.\n- by day;\n\nFor the Republic of Avaria\nM. ORLAN\n\nANNEX\n\n1. Rails\n(1) Lay.\n';
  const { provisions } = parseText(text, { name: 'a.txt' });
  const labelled = provisions.filter((provision) => provision.marker !== null);
  expect(labelled.map((provision) => provision.eId)).toEqual([
    'sec_1',
    'sec_1__point_1',
    'sec_1__point_2',
    'sec_1__point_2__indent_1',
    'sec_1~2',
    'sec_1~2__point_1',
  ]);
});

test('short titles straight above paragraphs of one line each are headings, not the beginning of those', () => {
  const body =
    'The leaders agreed to open a port, to widen a road and to restore the old canal between the two lakes, and said so twice.';
  const titles = [
    'Connectivity and materials',
    'Climate, energy and water',
    'Foreign and other policy',
    'Learning and mobility too',
  ];
  const text = titles.map((title) => `${title}\n${body}\n\n${body}\n`).join('\n');
  const { provisions } = parseText(text, { name: 'statement.txt' });
  expect(provisions.filter(({ role }) => role === 'heading')).toHaveLength(titles.length);
});
