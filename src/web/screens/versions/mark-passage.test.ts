import { expect, test } from 'vitest';
import type { Finding } from '../../data/versions.ts';
import { markPassage } from './mark-passage.ts';

function finding(key: string, start: number, end: number): Finding {
  return {
    ...{ key, type: 'number-mismatch', severity: 'major', side: 'b', rule: 'number/other', details: {} },
    ...{ a: { span: { start, end }, quote: 'x' }, b: null, judgement: null, found: true },
  } as Finding;
}

test('the stretches of a passage touch and cover it, each under the findings whose words it holds', () => {
  const { stretches, whole } = markPassage({ start: 10, end: 30 }, [finding('x', 12, 16), finding('y', 14, 20)], 'a');
  expect(stretches.map(({ start, end, findings }) => [start, end, findings.map(({ key }) => key).join()])).toEqual([
    [10, 12, ''],
    [12, 14, 'x'],
    [14, 16, 'x,y'],
    [16, 20, 'y'],
    [20, 30, ''],
  ]);
  expect(whole).toEqual([]);
});

test('a finding about the whole passage marks none of its words, and one elsewhere marks nothing', () => {
  const marked = markPassage({ start: 10, end: 30 }, [finding('all', 10, 30), finding('far', 40, 50)], 'a');
  expect(marked.stretches).toHaveLength(1);
  expect(marked.whole.map(({ key }) => key)).toEqual(['all']);
});
