import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Document, readDocument } from '../index.ts';
import { findOffice } from './office.ts';

const MINUTES = join(import.meta.dirname, '../../../test/fixtures/documents/office/minutes.fodt');
const SLOW = 120_000;

/** The points of the minutes, as every format must give them: numbered, the changes accepted. */
const POINTS = [
  '1. Both sides will open the ferry line between Lume and Dorren before 30 June 2032, and will keep the fares of residents below those of visitors.',
  '2. They will exchange the measurements of the lake every morning and report to the board twice a year.',
];

function expectMinutes({ text, provisions }: Document): void {
  for (const point of POINTS) expect(text).toContain(point);
  expect(text).not.toContain('without delay');
  expect(text).toContain('Port | Dues\nLume | 40');
  expect(text).toMatch(/\[1\] The list of members is kept by the harbour office\.\n$/);
  expect(text).not.toContain('[2]');
  expect(provisions.filter(({ role }) => role === 'heading').length).toBeGreaterThanOrEqual(2);
}

test('without LibreOffice an old Word file is refused with the way to mend it', async () => {
  const before = process.env.SOFFICE;
  process.env.SOFFICE = '/nowhere/soffice';
  try {
    const bytes = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await expect(readDocument({ name: 'old.doc', bytes })).rejects.toMatchObject({
      code: 'office-missing',
      details: { name: 'old.doc' },
    });
  } finally {
    if (before === undefined) delete process.env.SOFFICE;
    else process.env.SOFFICE = before;
  }
});

describe('files another program wrote', () => {
  const office = findOffice();
  if (office === null) {
    test.skip('not run, because LibreOffice is not installed', () => {});
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'servanda-written-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const written = (ending: string): Uint8Array => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const wanted = ['--headless', '--convert-to', ending, '--outdir', folder, MINUTES];
    execFileSync(office, [profile, ...wanted], { stdio: 'ignore', timeout: SLOW });
    return readFileSync(join(folder, `minutes.${ending}`));
  };

  test('a .docx keeps numbers, table, footnote and tracked changes, and says what became of them', {
    timeout: SLOW,
  }, async () => {
    const { value, messages } = await readDocument({ name: 'minutes.docx', bytes: written('docx') });
    expectMinutes(value);
    expect(messages.map(({ id, details }) => [id, details.count])).toEqual([
      ['document.tracked-changes-accepted', 2],
      ['document.tables-as-lines', 1],
      ['document.footnotes-at-end', 1],
      ['document.running-heads-left-out', 2],
    ]);
  });

  test('a .doc is read through LibreOffice to the same text, under any name', { timeout: SLOW }, async () => {
    const bytes = written('doc');
    for (const name of ['minutes.doc', 'MINUTES.TXT']) {
      const { value, messages } = await readDocument({ name, bytes });
      expect(value.format).toBe('doc');
      expectMinutes(value);
      expect(messages.map(({ id }) => id)).toContain('document.read-by-office');
    }
  });

  test('a PDF keeps its pages as places of the text, heads and feet aside', { timeout: SLOW }, async () => {
    const { value } = await readDocument({ name: 'minutes.pdf', bytes: written('pdf') });
    const page = (words: string) => value.pages.findLast(({ start }) => start <= value.text.indexOf(words))?.number;
    expect([page('They will exchange'), page('train the crews'), page('list of members')]).toEqual([1, 2, 1]);
    const aside = value.provisions.filter(({ role }) => role === 'furniture');
    const words = aside.map(({ span }) => value.text.slice(span.start, span.end));
    expect(words.filter((line) => line === 'Joint committee of Avaria and Belmar')).toHaveLength(2);
    expect(words).toEqual(expect.arrayContaining(['Page 1', 'Page 2']));
  });
});
