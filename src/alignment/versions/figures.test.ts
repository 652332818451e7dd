import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readCommitments } from '../../commitments/index.ts';
import { type Document, parseText } from '../../documents/index.ts';
import { compareVersions, type Place, type VersionFinding } from '../index.ts';

const FOLDER = resolve(import.meta.dirname, '../../../test/fixtures/versions');

interface Fault {
  readonly type: string;
  readonly a: string | null;
  readonly b: string | null;
}

function within(words: string | null, document: Document, place: Place | null): boolean {
  if (words === null || place === null) return false;
  const start = document.text.indexOf(words);
  return start >= 0 && place.span.start < start + words.length && start < place.span.end;
}

/** Faults and grave findings of a pair of the folder, and which belong together. */
function measure(name: string) {
  const files = readdirSync(FOLDER).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.txt'));
  const faults = readFileSync(join(FOLDER, `${name}.faults.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Fault);
  const read = files.map((file) => parseText(readFileSync(join(FOLDER, file), 'utf8'), { name: file }));
  const first = read.find(({ text }) => faults.every(({ a }) => a === null || text.includes(a))) as Document;
  const second = read.find((document) => document !== first) as Document;
  const readings = { a: readCommitments(first).candidates, b: readCommitments(second).candidates };
  const found = compareVersions(first, second, readings).value.filter(({ severity }) => severity !== 'minor');
  const same = (fault: Fault, finding: VersionFinding): boolean =>
    fault.type === finding.type && (within(fault.a, first, finding.a) || within(fault.b, second, finding.b));
  return {
    recall: faults.filter((fault) => found.some((finding) => same(fault, finding))).length / faults.length,
    precision: found.filter((finding) => faults.some((fault) => same(fault, finding))).length / found.length,
    found,
    texts: { a: first.text, b: second.text },
  };
}

test.each(readdirSync(FOLDER).flatMap((file) => /^(.+)\.faults\.jsonl$/.exec(file)?.[1] ?? []))(
  'of the faults planted in %s three in four are found, and nine findings in ten are faults',
  (name) => {
    const { recall, precision } = measure(name);
    expect(recall).toBeGreaterThanOrEqual(0.75);
    expect(precision).toBeGreaterThanOrEqual(0.9);
  },
);

test('every quote of a finding is exactly the slice of its text at its span', () => {
  const { found, texts } = measure('strait');
  for (const finding of found) {
    for (const side of ['a', 'b'] as const) {
      const place = finding[side];
      if (place !== null) expect(texts[side].slice(place.span.start, place.span.end)).toBe(place.quote);
    }
  }
});
