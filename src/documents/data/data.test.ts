import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const folder = import.meta.dirname;
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));

const word = z
  .string()
  .min(1)
  .refine((entry) => entry === entry.trim() && entry === entry.toLowerCase(), 'must be trimmed and in lower case');
const unique = (list: readonly string[]) => new Set(list).size === list.length;
const words = z.array(word).refine(unique, 'holds an entry twice');
const language = z.enum(['vi', 'en', 'zh', 'fa']);
const byLanguage = z.partialRecord(language, words);
const about = z.string().min(20);
const pattern = z.string().refine((source) => {
  try {
    return new RegExp(source, 'u').test('') === false;
  } catch {
    return false;
  }
}, 'must compile and must not match nothing');

const SCHEMAS: Record<string, z.ZodType> = {
  'abbreviations.json': z.strictObject({
    about,
    words: byLanguage,
    beforeNumber: words,
    beforeName: words,
    openers: words,
  }),
  'furniture.json': z.object({ about }).catchall(z.array(pattern).min(1).refine(unique, 'holds a pattern twice')),
  'function-words.json': z.strictObject({ about, en: words, otherLatin: words, viWithoutMarks: words }),
  'identity.json': z.strictObject({
    about,
    number: z.strictObject({ about, patterns: z.array(pattern) }),
    place: z.strictObject({ about, patterns: z.array(z.string().includes('{date}')) }),
    signature: z.strictObject({
      about,
      ...{ for: z.array(pattern), acting: z.array(pattern), office: z.array(pattern), signed: z.array(pattern) },
      ...{ named: z.array(pattern), name: pattern, otherName: pattern },
    }),
    rendering: z.strictObject({
      about,
      'machine-translation': z.array(pattern),
      'unofficial-translation': z.array(pattern),
      'official-translation': z.array(pattern),
      translation: z.array(pattern),
      equal: z.array(pattern),
    }),
    languages: z.object({ about }).catchall(z.array(z.string().regex(/^[A-Z]{2}$/)).refine(unique)),
    annexed: z.strictObject({ about, attached: words, fullText: words }),
    annexHeading: words,
  }),
  'oddities.json': z.strictObject({
    about,
    session: z.object({ about }).catchall(pattern),
    held: z.object({ about }).catchall(words),
    planned: z.object({ about }).catchall(words),
    report: z.object({ about }).catchall(words),
    period: z.object({ about }).catchall(pattern),
    debris: z.strictObject({ about, patterns: z.array(pattern) }),
  }),
  'open-endings.json': z.strictObject({ about, words: byLanguage, connectors: byLanguage }),
  'ordinals.json': z.strictObject({
    about,
    words: z.partialRecord(language, z.array(z.array(z.string().min(1)).min(1))),
  }),
  'titles.json': z.strictObject({ about, words: byLanguage }),
};

for (const [name, schema] of Object.entries(SCHEMAS)) {
  test(`${name} is as its schema says`, () => {
    expect(schema.safeParse(read(name)).error?.issues ?? []).toEqual([]);
  });
}

test('every list of this folder that the structure rules read has a schema', () => {
  const lists = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('work-'));
  expect(lists.sort()).toEqual(Object.keys(SCHEMAS).sort());
});
