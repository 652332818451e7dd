import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocument, readDocument, structureLines } from '../index.ts';

const FILES = join(import.meta.dirname, '../../../test/fixtures/documents/files');

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly size?: number;
}

/** A PDF of the given pages, set in Helvetica by hand: the smallest file a reader must understand (ISO 32000-1, 7.5). */
function makePdf(pages: readonly (readonly Placed[])[], drawn: readonly string[] = []): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const font = 3;
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const kids = pages.map((lines, page) => {
    const words = lines
      .map(({ x, y, words, size = 10 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${words.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    const content = `${drawn[page] ?? ''}\n${words}`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

const column = (x: number, top: number, lines: readonly string[]): Placed[] =>
  lines.map((words, i) => ({ x, y: top - i * 12, words }));

const LEFT = [
  'The two sides agreed to open the ferry',
  'line between Lume and Dorren, to coope-',
  'rate in the self-governing ports and to',
  'sign a protocol on pilots before June.',
];
const RIGHT = [
  'Both sides will share river data every',
  'week in summer. The self-governing port',
  'of Dorren will host the first meeting in',
  'the spring of the year 2032.',
];

test('columns are read one after the other, and words hyphenated at a line end are made whole', async () => {
  const bytes = makePdf([
    [
      { x: 60, y: 780, words: 'JOINT STATEMENT OF AVARIA AND BELMAR', size: 14 },
      ...column(60, 740, LEFT),
      ...column(330, 740, RIGHT),
    ],
  ]);
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes });
  expect(value.text.split('\n').filter(Boolean)).toEqual([
    'JOINT STATEMENT OF AVARIA AND BELMAR',
    'The two sides agreed to open the ferry line between Lume and Dorren, to cooperate in the self-governing ports and to sign a protocol on pilots before June.',
    'Both sides will share river data every week in summer. The self-governing port of Dorren will host the first meeting in the spring of the year 2032.',
  ]);
  expect(value.provisions[0]?.role).toBe('heading');
  expect(messages).toEqual([
    { severity: 'info', id: 'document.hyphens-joined', details: { count: 1, at: 'page', places: '1' } },
  ]);
});

test('running heads and page numbers are furniture, and a passage goes on over the page', async () => {
  const page = (number: number, lines: readonly string[]) => [
    { x: 60, y: 815, words: 'Lake Orrin Partnership', size: 9 },
    ...column(60, 740, lines),
    { x: 290, y: 30, words: String(number) },
  ];
  const bytes = makePdf([
    page(1, ['The sides will build the bridge together and will share the costs of the', 'work, the tolls and the']),
    page(2, [
      'upkeep in equal parts. They will report every six months to the board of',
      'the partnership, which meets in Lume.',
    ]),
    page(3, ['The board thanked the town of Lume for its welcome and for the music and', 'closed the meeting.']),
  ]);
  const { value } = await readDocument({ name: 'a.pdf', bytes });
  const roles = structureLines(value).map((line) => line.role);
  expect(roles.filter((role) => role === 'furniture')).toHaveLength(6);
  expect(roles.filter((role) => role === 'continuation')).toHaveLength(1);
  expect(checkDocument(value)).toEqual([]);
});

test('footnotes move to the end', async () => {
  const lines = column(60, 740, [
    'Both sides will apply the Port Protocol to all ships of the two countries',
    'and will publish the list of them.',
    '',
  ]);
  const bytes = makePdf([[...lines, { x: 60, y: 80, words: '1 Signed at Lume on 3 May 2030.', size: 7 }]]);
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes });
  expect(value.text.trimEnd().endsWith('1 Signed at Lume on 3 May 2030.')).toBe(true);
  expect(messages.map((message) => message.id)).toEqual(['document.footnotes-at-end']);
});

test('a table of a page is read a row a line, and the message says on which page it stands', async () => {
  const row = (y: number, cells: readonly string[]) => cells.map((words, i) => ({ x: 60 + i * 160, y, words }));
  const bytes = makePdf([
    column(60, 740, LEFT),
    [
      ...column(60, 740, ['The two sides agreed on the following volumes.']),
      ...row(700, ['Year', 'Trade', 'Ferries']),
      ...row(686, ['2031', '5 billion', '40']),
      ...row(672, ['2032', '6 billion', '55']),
      ...column(60, 630, ['They will report every year.']),
    ],
  ]);
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes });
  expect(value.text).toContain('Year | Trade | Ferries\n2031 | 5 billion | 40\n2032 | 6 billion | 55\n');
  expect(messages).toContainEqual({
    severity: 'warning',
    id: 'document.tables-as-lines',
    details: { count: 1, at: 'page', places: '2' },
  });
});

test('a table drawn with lines keeps its columns, whatever wraps in its cells, is merged or is left empty', async () => {
  const rows = [700, 680, 660, 620, 590];
  const across = rows.map((y) => `60 ${y} m 540 ${y} l S`).join('\n');
  // The right edge is a narrow rectangle, and the line between the last rows stops before the column that both share.
  const table = `${across.replace('60 620 m 540 620', '60 620 m 400 620')}
    ${[60, 100, 400].map((x) => `${x} 590 m ${x} 700 l S`).join('\n')}
    280 590 m 280 680 l S
    q 1 0 0 1 540 0 cm 0 590 0.5 110 re f Q`;
  const bytes = makePdf(
    [
      [
        { x: 60, y: 760, words: 'Tasks of the joint commission are set out below.' },
        { x: 64, y: 686, words: 'No.' },
        { x: 104, y: 686, words: 'Ports and roads' },
        { x: 404, y: 686, words: 'When' },
        { x: 64, y: 665, words: '1' },
        { x: 104, y: 665, words: 'Open the ferry' },
        { x: 284, y: 665, words: 'Ministry of Ports' },
        { x: 64, y: 645, words: '2' },
        { x: 104, y: 645, words: 'Widen the road' },
        { x: 104, y: 632, words: 'of Dorren' },
        { x: 284, y: 645, words: 'Ministry of' },
        { x: 284, y: 632, words: 'Roads' },
        { x: 404, y: 610, words: 'June 2032' },
        { x: 64, y: 600, words: '3' },
        { x: 104, y: 600, words: 'Survey the strait' },
        { x: 60, y: 560, words: 'The commission meets every spring.' },
      ],
    ],
    [table],
  );
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes });
  expect(value.text.split('\n').filter(Boolean)).toEqual([
    'Tasks of the joint commission are set out below.',
    'No. | Ports and roads | | When',
    '1 | Open the ferry | Ministry of Ports',
    '2 | Widen the road of Dorren | Ministry of Roads | June 2032',
    '3 | Survey the strait | | 〃',
    'The commission meets every spring.',
  ]);
  expect(messages.map(({ id }) => id)).toEqual(['document.tables-as-lines']);
});

test('a table that goes on over pages keeps its rows: its head comes back on each, and a row that a page cuts is whole', async () => {
  const edges = [60, 90, 330, 440, 540];
  const grid = (levels: readonly number[]) =>
    [
      ...levels.map((y) => `60 ${y} m 540 ${y} l S`),
      ...edges.map((x) => `${x} ${levels[0]} m ${x} ${levels.at(-1)} l S`),
    ].join('\n');
  const row = (y: number, cells: readonly string[]): Placed[] =>
    cells.flatMap((words, i) => (words === '' ? [] : [{ x: (edges[i] ?? 0) + 4, y, words }]));
  const head = ['No', 'Task', 'Lead', 'Deadline'];
  const { value } = await readDocument({
    name: 'a.pdf',
    bytes: makePdf(
      [
        [
          { x: 60, y: 780, words: 'Annex to the plan of the Ministry of Roads' },
          ...row(745, head),
          ...row(715, ['1', 'Open the ferry of Lume', 'Ports Office', 'June 2031']),
          ...row(105, ['2', 'Publish the levels of all rivers that', 'River Office', 'May 2031']),
        ],
        [
          ...row(805, head),
          ...row(780, ['', 'cross the border, every day']),
          ...row(755, ['3', 'Train twelve pilots', 'Ports Office', 'July 2031']),
        ],
        [...row(805, head), ...row(780, ['4', 'Mark the fords of the Velm', 'River Office', 'May'])],
        [...row(805, ['', '', '', '2032'])],
      ],
      [grid([760, 730, 700, 95]), grid([820, 795, 770, 740]), grid([820, 795, 770]), grid([820, 795])],
    ),
  });
  const rows = value.text.split('\n').filter((line) => /^\d \|/.test(line));
  expect(rows).toEqual([
    '1 | Open the ferry of Lume | Ports Office | June 2031',
    '2 | Publish the levels of all rivers that cross the border, every day | River Office | May 2031',
    '3 | Train twelve pilots | Ports Office | July 2031',
    '4 | Mark the fords of the Velm | River Office | May 2032',
  ]);
  expect(value.provisions.filter(({ role }) => role === 'furniture')).toEqual([]);
});

test('two signatures side by side are no table', async () => {
  const pair = (y: number, left: string, right: string) => [
    { x: 60, y, words: left },
    { x: 330, y, words: right },
  ];
  const bytes = makePdf([
    [
      ...column(60, 740, ['Done at Lume in two copies on 3 May 2031 in the presence of the board.']),
      ...pair(690, 'FOR AVARIA', 'FOR BELMAR'),
      ...pair(660, 'Minister of Ports', 'Minister of Works'),
      ...pair(630, 'Ana Lirr', 'Odo Vance'),
    ],
  ]);
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes });
  expect(value.text).not.toContain('|');
  expect(messages).toEqual([]);
});

test('a Vietnamese directive printed from Word keeps its structure', async () => {
  const { value } = await readDocument({ name: 'a.pdf', bytes: readFileSync(join(FILES, 'directive.vi.pdf')) });
  const labels = structureLines(value).flatMap((line) => line.label ?? []);
  expect(labels).toEqual(['1', '2', '3', '3[1]', '3[2]', '3[3]', '4', '5', '6', '7', '1', '2', '3']);
  expect(structureLines(value).filter((line) => line.joins !== null)).toHaveLength(1);
  expect(value.language).toBe('vi');
});

test('two justified columns printed by LibreOffice are read down, with heads, feet, the note and hyphens put right', async () => {
  const { value, messages } = await readDocument({ name: 'a.pdf', bytes: readFileSync(join(FILES, 'columns.en.pdf')) });
  const items = value.provisions.filter(({ role }) => role === 'item');
  expect(items.map(({ path }) => path)).toEqual(Array.from({ length: 16 }, (_, i) => String(i + 1)));
  const words = items.map(({ span }) => value.text.slice(span.start, span.end).replace(/\s+/g, ' '));
  expect(words[7]).toBe(
    '8. The two sides will simplify the administrative procedures for international transportation on the lake and will abolish the double inspection of vessels.',
  );
  expect(words[1]).toContain('the self-governing ports of Dorren');
  expect(value.text).not.toMatch(/\p{L}[-\u00ad]\s|\u00ad/u);
  expect(value.provisions.filter(({ role }) => role === 'heading')).toHaveLength(1);
  const page = (text: string) => value.pages.findLast(({ start }) => start <= value.text.indexOf(text))?.number;
  expect([page('9. The two sides'), page('10. The two sides')]).toEqual([1, 2]);
  expect(value.text.trimEnd().endsWith('1 Signed at Lume on 3 May 2030.')).toBe(true);
  expect(messages).toContainEqual({
    severity: 'info',
    id: 'document.footnotes-at-end',
    details: { count: 1, at: 'page', places: '1' },
  });
});

test('pages without words are named; a file of nothing else is refused', async () => {
  const { messages } = await readDocument({ name: 'a.pdf', bytes: makePdf([column(60, 700, LEFT), []]) });
  expect(messages).toContainEqual({
    severity: 'warning',
    id: 'document.scan-pages-without-words',
    details: { count: 1, pages: '2' },
  });
  await expect(readDocument({ name: 'scan.pdf', bytes: makePdf([[]]) })).rejects.toMatchObject({
    code: 'file-not-text',
    details: { name: 'scan.pdf' },
  });
  await expect(readDocument({ name: 'b.pdf', bytes: new TextEncoder().encode('no pdf') })).rejects.toMatchObject({
    code: 'file-damaged',
    details: { name: 'b.pdf' },
  });
});
