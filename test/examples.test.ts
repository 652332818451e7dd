import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LANGUAGES } from '../src/kernel/index.ts';
import { WORK_TYPES } from '../src/vocabulary/index.ts';
import { profileSchema } from '../src/vocabulary/profile-schema.ts';
import { faultsOf, GoldUnit } from './gold-lines.ts';

const EXAMPLES = resolve(import.meta.dirname, '../examples');
const PROFILE = resolve(import.meta.dirname, '../profiles/demonstration');
const SEEDS = resolve(import.meta.dirname, '../../shared/seeds');

const date = z.iso.date();
const File = z.strictObject({
  file: z.string(),
  title: z.string().min(10),
  type: z.enum(WORK_TYPES),
  date,
  parties: z.array(z.string()).min(1),
  language: z.enum(LANGUAGES),
  work: z.string(),
  imported: z.boolean(),
  translation: z.enum(['original', 'translation', 'faulty', 'scan']),
});
const Names = z.record(z.enum(['vi', 'en', 'zh', 'fa']), z.string());
const Manifest = z.strictObject({
  relation: z.strictObject({ id: z.string(), names: Names, fictional: z.literal(true) }),
  parties: z.array(z.strictObject({ id: z.string(), names: Names, forms: z.record(z.string(), z.array(z.string())) })),
  files: z.array(File),
});
const manifest = Manifest.parse(JSON.parse(read('manifest.json')));
const texts = manifest.files.filter((file) => file.translation !== 'scan');

function read(name: string): string {
  return readFileSync(join(EXAMPLES, name), 'utf8');
}

function stem(file: string): string {
  return file.replace(/\.[a-z]+$/, '');
}

/** The text the gold of a file quotes: its own, or for Word and web pages the source it was made from. */
function textOf(file: string): string {
  return read(file.endsWith('.txt') ? file : `sources/${stem(file)}.txt`);
}

function linesOf(name: string): unknown[] {
  return read(`gold/${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function goldOf(file: string): GoldUnit[] {
  return linesOf(stem(file)).map((line) => GoldUnit.parse(line));
}

describe('the manifest of the demonstration relation', () => {
  test('names every document in the folder and only such as exist', () => {
    const present = readdirSync(EXAMPLES).filter((name) => statSync(join(EXAMPLES, name)).isFile());
    const others = ['manifest.json', 'notices.json', 'tasks.json', 'water.json', 'README.md'];
    expect(manifest.files.map((file) => file.file).sort()).toEqual(
      present.filter((name) => !others.includes(name)).sort(),
    );
  });

  test('gives all versions of a work the same date, type and parties, and one original', () => {
    for (const work of new Set(manifest.files.map((file) => file.work))) {
      const versions = manifest.files.filter((file) => file.work === work);
      expect(new Set(versions.map((file) => `${file.date} ${file.type} ${file.parties}`)).size, work).toBe(1);
      expect(versions.filter((file) => file.translation === 'original').length, work).toBe(1);
    }
  });

  test('keeps every file below 400 kB', () => {
    for (const { file } of manifest.files) expect(statSync(join(EXAMPLES, file)).size, file).toBeLessThan(400_000);
  });
});

test.each(texts.map((file) => file.file))(
  'the gold of %s quotes its text, in order, without overlap, and names only what stands there',
  (file) => {
    const units = goldOf(file);
    expect(new Set(units.map((unit) => unit.doc))).toEqual(new Set([file]));
    expect(faultsOf(textOf(file), units)).toEqual([]);
  },
);

describe('the demonstration profile', () => {
  const part = (name: string) => JSON.parse(readFileSync(join(PROFILE, `${name}.json`), 'utf8'));
  const parts = ['bodies', 'places', 'gates', 'mechanisms', 'instruments', 'directions'];
  const profile = profileSchema.parse({
    ...part('relation'),
    ...Object.fromEntries(parts.map((name) => [name, part(name)])),
  });

  test('knows every unit that the gold makes act, lead, coordinate or receive reports', () => {
    const known = new Set([
      'both',
      'all-parties',
      'XL',
      'XT',
      ...profile.bodies.map((body) => body.id),
      ...profile.places.map((place) => place.id),
    ]);
    for (const unit of texts.flatMap((file) => goldOf(file.file))) {
      for (const id of [
        ...unit.actors,
        ...(unit.coordinate ?? []),
        ...(unit.report?.recipient ?? []),
        unit.lead ?? 'both',
      ]) {
        expect(known, unit.quote).toContain(id);
      }
    }
  });

  test('has the parties of the manifest', () => {
    expect(profile.parties.map((party) => party.code)).toEqual(manifest.parties.map((party) => party.id));
  });
});

describe('the language versions', () => {
  const versions = texts.filter((file) => file.translation === 'translation' || file.translation === 'faulty');
  const originals = new Map(
    texts.filter((file) => file.translation === 'original').map((file) => [file.work, file.file]),
  );

  test.each(versions.map(({ file, work }) => [file, originals.get(work) ?? '']))(
    '%s runs line by line with %s',
    (file, original) => {
      const shape = (name: string) =>
        textOf(name)
          .split('\n')
          .map((line) => line.trim() === '');
      expect(shape(file)).toEqual(shape(original));
    },
  );

  const sound = versions.filter((file) => file.translation === 'translation');
  test.each(sound.map(({ file, work }) => [file, originals.get(work) ?? '']))(
    '%s promises what %s promises',
    (file, original) => {
      const sense = (name: string) =>
        goldOf(name).map(({ kind, strength, sector, actors, due }) => [
          kind,
          strength,
          sector,
          actors,
          due?.from,
          due?.to,
        ]);
      expect(sense(file)).toEqual(sense(original));
    },
  );
});

test('the planted faults stand in their lines', () => {
  const Side = z.strictObject({ line: z.int().positive(), quote: z.string().min(3) }).nullable();
  const types = [
    'untranslated',
    'omitted',
    'added',
    'number-mismatch',
    'name-error',
    'wrong-title',
    'meaning-shift',
  ] as const;
  const Fault = z.strictObject({ type: z.enum(types), a: Side, b: Side, note: z.string().min(5) });
  const faults = linesOf('versions-2023.vi-en-draft').map((line) => Fault.parse(line));
  const a = textOf('joint-statement-2023.vi.txt').split('\n');
  const b = textOf('joint-statement-2023.en-draft.txt').split('\n');
  for (const fault of faults) {
    if (fault.a) expect(a[fault.a.line - 1]).toContain(fault.a.quote);
    if (fault.b) expect(b[fault.b.line - 1]).toContain(fault.b.quote);
    expect(fault.a === null).toBe(fault.type === 'added');
    expect(fault.b === null).toBe(fault.type === 'omitted');
  }
  expect(new Set(faults.map((fault) => fault.type))).toEqual(new Set(types));
});

describe('the lineage gold', () => {
  const Ref = z.strictObject({ doc: z.string(), quote: z.string(), nth: z.int() });
  const relations = [
    'continued',
    'strengthened',
    'weakened',
    'broadened',
    'narrowed',
    'fulfilled',
    'new-form',
    'localised',
  ];
  const Link = z.strictObject({ a: Ref, b: Ref, relation: z.enum(relations), why: z.string() });
  const Single = Ref.extend({ status: z.enum(['new', 'dropped']), note: z.string() }).strict();
  const lines = linesOf('lineage');
  const links = lines.filter((line) => Link.safeParse(line).success).map((line) => Link.parse(line));
  const singles = lines.filter((line) => !Link.safeParse(line).success).map((line) => Single.parse(line));
  const day = new Map(manifest.files.map((file) => [file.file, file.date]));
  const key = (ref: z.infer<typeof Ref>) => `${ref.doc} ${ref.nth} ${ref.quote}`;

  test('joins units of the gold, the earlier to the later', () => {
    const known = new Set(
      [...day.keys()]
        .filter((file) => texts.some((text) => text.file === file))
        .flatMap((file) => goldOf(file).map(key)),
    );
    for (const ref of [...links.flatMap(({ a, b }) => [a, b]), ...singles])
      expect(known, ref.quote).toContain(key(ref));
    for (const { a, b } of links)
      expect(String(day.get(a.doc)) < String(day.get(b.doc)), `${a.quote} → ${b.quote}`).toBe(true);
  });

  test('shows every way an undertaking can go on, end or begin', () => {
    expect(new Set(links.map((link) => link.relation))).toEqual(new Set(relations));
    expect(new Set(singles.map((single) => single.status))).toEqual(new Set(['new', 'dropped']));
  });

  test('calls nothing new that has a forerunner, and nothing dropped that goes on', () => {
    const before = new Set(links.map((link) => key(link.b)));
    const after = new Set(links.map((link) => key(link.a)));
    for (const single of singles)
      expect(single.status === 'new' ? before : after, single.quote).not.toContain(key(single));
  });
});

test('the relation is as rich as the screens need: undertakings, deadlines, mechanisms, instruments, assignments', () => {
  const originals = texts.filter((file) => file.translation === 'original');
  const units = originals.flatMap((file) => goldOf(file.file));
  expect(units.filter((unit) => unit.kind === 'commitment').length).toBeGreaterThanOrEqual(150);
  expect(units.filter((unit) => unit.due).length).toBeGreaterThanOrEqual(40);
  expect(new Set(units.flatMap((unit) => unit.mechanisms)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(units.flatMap((unit) => unit.instruments)).size).toBeGreaterThanOrEqual(15);
  expect(units.filter((unit) => unit.lead).length).toBeGreaterThanOrEqual(8);
});

test('no sentence of a real statement has been borrowed', ({ skip }) => {
  if (!existsSync(SEEDS)) skip('shared/ is missing');
  const WINDOW = 90;
  const real = new Set<string>();
  for (const name of readdirSync(SEEDS)) {
    const text = readFileSync(join(SEEDS, name), 'utf8').replaceAll(/\s+/g, ' ');
    for (let at = 0; at + WINDOW <= text.length; at++) real.add(text.slice(at, at + WINDOW));
  }
  for (const { file } of texts) {
    const text = textOf(file).replaceAll(/\s+/g, ' ');
    for (let at = 0; at + WINDOW <= text.length; at++)
      expect(real.has(text.slice(at, at + WINDOW)), `${file} at ${at}`).toBe(false);
  }
});
