import { expect, test } from 'vitest';
import { STRENGTHS } from '../../vocabulary/index.ts';
import file from './data/families.json' with { type: 'json' };
import { proposedDue, proposedMilestones, VERB_FAMILIES, verbFamilyOf } from './index.ts';
import { defaultsFileSchema } from './schema.ts';

test('the table keeps to its schema, its rules name families there are, and no verb stands in two families', () => {
  expect(defaultsFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
  const ids: (string | null)[] = VERB_FAMILIES.map(({ id }) => id);
  expect(file.deadlines.filter(({ family }) => family !== null && !ids.includes(family))).toEqual([]);
  for (const language of ['vi', 'en', 'zh'] as const) {
    const words = VERB_FAMILIES.flatMap((family) => family.words[language]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  }
});

test('a stronger word asks for every step of a weaker one, and support for none', () => {
  for (const { id, steps } of VERB_FAMILIES) {
    expect(proposedMilestones(id, 'support')).toEqual([]);
    const counts = STRENGTHS.map((strength) => proposedMilestones(id, strength).length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(proposedMilestones(id, 'deliver')).toEqual(steps.map(({ kind }) => kind));
  }
});

test('the same action leads to the same steps in every language', () => {
  expect(verbFamilyOf('xây dựng cầu qua sông Velm', 'vi')).toBe('build');
  expect(verbFamilyOf('building a bridge over the Velm', 'en')).toBe('build');
  expect(verbFamilyOf('共同建设维尔姆河大桥', 'zh')).toBe('build');
  expect(proposedMilestones('build', 'study')).toEqual(['study', 'report']);
  expect(proposedMilestones('build', 'deliver').at(-1)).toBe('open');
});

test('the first verb heads the action; without a known one nothing is proposed', () => {
  expect(verbFamilyOf('nghiên cứu xây dựng đường sắt', 'vi')).toBe('study');
  expect(verbFamilyOf('the weather on the river', 'en')).toBeNull();
  expect(verbFamilyOf('ساخت پل', 'fa')).toBeNull();
});

test('a proposed day names its rule and source, counts from the day of the work, and is none where no rule fits', () => {
  expect(proposedDue('study', 'study', '2026-04-15')).toMatchObject({
    day: '2027-04-15',
    rule: 'study-within-a-year',
    source: expect.stringContaining('House rule'),
  });
  expect(proposedDue('promote', 'promote', '2026-04-15')).toBeNull();
  expect(proposedDue(null, 'support', '2026-04-15')).toBeNull();
});
