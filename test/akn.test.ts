import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommitments } from '../src/commitments/index.ts';
import { type Document, describeFile, parseText, readDocument, valuesOf } from '../src/documents/index.ts';
import { type AknInput, writeAkn } from '../src/reports/index.ts';
import { wellFormed } from './well-formed.ts';

const EXAMPLES = resolve(import.meta.dirname, '../examples');
const SEEDS = resolve(import.meta.dirname, '../../shared/seeds');

function inputOf(document: Document): AknInput {
  const { text, language, provisions, pages, sha256 } = document;
  const described = describeFile(document);
  return {
    work: { ...valuesOf(described), number: described.number?.value ?? null },
    ...{ text, language, provisions, pages },
    commitments: readCommitments(document).candidates.map((one, i) => ({
      ...one,
      id: `${i + 1}`,
      decision: null,
      review: null,
    })),
    source: { name: document.name, sha256, version: 1, start: 0 },
    on: '2031-04-17',
  };
}

async function readBack(xml: string): Promise<Document> {
  return (await readDocument({ name: 'back.akn', bytes: new TextEncoder().encode(xml) })).value;
}

function words({ text, lines, provisions, sentences, pages, language }: Document) {
  return { text, lines, provisions, sentences, pages, language };
}

const examples = readdirSync(EXAMPLES).filter((name) => /\.(txt|html|docx)$/.test(name));
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).map((name) => join(SEEDS, name)) : [];

test.each(examples)(
  '%s comes back from Akoma Ntoso with the same text, lines, labels, tree and pages',
  async (name) => {
    const { value } = await readDocument({ name, bytes: readFileSync(join(EXAMPLES, name)) });
    expect(words(await readBack(writeAkn(inputOf(value)).value))).toEqual(words(value));
  },
);

test.skipIf(seeds.length === 0)('documents of the field come back the same', { timeout: 60_000 }, async () => {
  for (const path of seeds) {
    const { value } = await readDocument({ name: 'statement.txt', bytes: readFileSync(path) });
    const { value: xml } = writeAkn(inputOf(value));
    expect(wellFormed(xml)).toBeNull();
    expect(words(await readBack(xml))).toEqual(words(value));
  }
});

const STATEMENT = `JOINT STATEMENT
of Avaria and Belmar

1. Roads

(1) Both sides agreed to build the Dorren road by 2032 <together> & "well".

- 7 -

(2) 双方同意开放边境口岸。
`;

test('a statement stands with its names, its tree, its languages and its commitments', () => {
  const document = parseText(STATEMENT, { name: 'a.txt', sha256: 'ab12' });
  const input = inputOf(document);
  const { value: xml, messages } = writeAkn({
    ...input,
    work: {
      title: 'Joint Statement',
      type: 'joint-statement',
      date: '2031-04-17',
      number: null,
      parties: ['XA', 'XB'],
    },
  });
  expect(messages).toEqual([]);
  expect(wellFormed(xml)).toBeNull();
  expect(xml).toContain('xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"');
  expect(xml).toContain('<FRBRuri value="/akn/xa/statement/joint-statement/xa-xb/2031-04-17/nn"/>');
  expect(xml).toContain('<FRBRuri value="/akn/xa/statement/joint-statement/xa-xb/2031-04-17/nn/eng@2031-04-17"/>');
  expect(xml).toContain('<docTitle>JOINT STATEMENT<eol/>of Avaria and Belmar<eol/><eol/></docTitle>');
  expect(xml).toMatch(/<point eId="[^"]+" xml:lang="zh">\s*<num>\(2\)<\/num>/);
  expect(xml).toMatch(/<inline name="commitment" refersTo="#commitment-1">build the Dorren road by 2032/);
  expect(xml).toMatch(/<s:commitment object="#commitment-1" .*<s:action>build/);
  expect(xml).toContain('&lt;together&gt; &amp; "well"');
});

test('what XML has no place for is named by a marker, told, and comes back', async () => {
  const text = 'The sides agreed\u000c to build\u0000 the road.\n\nA half pair \ud800 and a whole one 😀.\n';
  const { value: xml, messages } = writeAkn(inputOf(parseText(text, { name: 'a.txt' })));
  expect(messages).toEqual([{ severity: 'info', id: 'document.characters-as-markers', details: { count: 3 } }]);
  expect(wellFormed(xml)).toBeNull();
  expect((await readBack(xml)).text).toBe(text);
});

test('a text whose date and parties are unknown still has names that the convention allows', () => {
  const input = inputOf(parseText('Some words only.', { name: 'a.txt' }));
  const { value: xml } = writeAkn({ ...input, work: { ...input.work, type: 'other', date: null, parties: [] } });
  expect(xml).toContain('<FRBRuri value="/akn/zz/doc/other/undated/nn"/>');
  expect(xml).toContain('<FRBRdate date="0001-01-01" name="unknown"/>');
});

test('pages of a file come back where they began', async () => {
  const text = 'The sides agreed to build\nthe road.\n\nThey agreed to open the gate.\n';
  const hints = {
    headings: new Set<number>(),
    asides: new Set<number>(),
    pages: [
      { line: 1, page: 1 },
      { line: 2, page: 3 },
    ],
  };
  const document = parseText(text, { name: 'a.pdf', format: 'pdf', hints });
  expect(words(await readBack(writeAkn(inputOf(document)).value))).toEqual(words(document));
});

const PIECES = ['1. ', '(2) ', 'a) ', '- ', 'Điều 3. ', '一、', '**', '\t', '  ', '\u00a0', '<b>', '&', ']]>', '"'];
const WORDS = [
  'the sides',
  'nhất trí',
  '双方',
  'دو طرف',
  'No. 5',
  '\u200b',
  '\u000b',
  '\ud83d',
  '.',
  ';',
  'AGREED ON:',
];
const BREAKS = ['\n', '\n\n', '\r\n', '\r', '\n \n', '\n- 7 -\n', '\n\nPage 3\n\n'];
const anyText = fc
  .array(fc.oneof(...[PIECES, WORDS, BREAKS].map((from) => fc.constantFrom(...from))), { minLength: 1, maxLength: 60 })
  .map((parts) => parts.join(''))
  .filter((text) => /\p{L}/u.test(text));

test('a sign without width after a page number makes no line of its own', async () => {
  const document = parseText('\n\nPage 3\n\n\u200b双方- \t\nAGREED ON:\u200b', { name: 'a.txt' });
  expect(words(await readBack(writeAkn(inputOf(document)).value))).toEqual(words(document));
});

test('a page number that a commitment runs into keeps its one name', () => {
  const document = parseText('一、\n- 7 -\nthe sides\n', { name: 'a.txt' });
  const [model] = readCommitments(parseText('Both sides agreed to open a road.', { name: 'm.txt' })).candidates;
  const one = {
    ...(model as NonNullable<typeof model>),
    id: '1',
    decision: null,
    review: null,
    span: { start: 0, end: 4 },
  };
  const { value: xml } = writeAkn({ ...inputOf(document), commitments: [one] });
  expect(xml.match(/ eId="aside_1"/g)).toHaveLength(1);
});

test('whatever a text holds, its file is well formed, its ids are unique and it comes back to the character', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.array(fc.tuple(fc.nat(300), fc.nat(80)), { maxLength: 5 }), async (text, spans) => {
      const document = parseText(text, { name: 'any.txt' });
      const input = inputOf(document);
      const [model] = readCommitments(parseText('Both sides agreed to open a road.', { name: 'm.txt' })).candidates;
      const commitments = spans.map(([start, length], i) => ({
        ...(model as NonNullable<typeof model>),
        ...{ id: `${i}`, decision: null, review: null },
        span: { start: Math.min(start, text.length), end: Math.min(start + length, text.length) },
      }));
      const { value: xml } = writeAkn({ ...input, commitments });
      expect(wellFormed(xml)).toBeNull();
      const ids = [...xml.matchAll(/ eId="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const back = await readBack(xml);
      expect(back.text).toBe(text);
      expect(back.provisions.map(({ path, parent }) => ({ path, parent }))).toEqual(
        document.provisions.map(({ path, parent }) => ({ path, parent })),
      );
    }),
    { numRuns: 150 },
  );
});
