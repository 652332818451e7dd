import { expect, test } from 'vitest';
import { segmentPassage } from './segments.ts';
import { rowShapes } from './table-rows.ts';

test('rows of one table share their columns, what parts the cells is told apart, and an empty cell keeps its place', () => {
  const text = 'A plan.\nTT | Task | Lead\nA | Ports\n1 | Open the port of Lume | | late\n\nYear | Ministry | Trade\n';
  const passages = [...text.matchAll(/[^\n]+/g)].map(({ index: start, 0: words }, index) => ({
    index,
    span: { start, end: start + words.length },
    marker: null,
  }));
  const shapes = rowShapes(text, passages);
  expect([...shapes.keys()]).toEqual([1, 2, 3, 4]);
  expect(shapes.get(1)?.columns).toBe(shapes.get(3)?.columns);
  expect(shapes.get(1)?.columns.split(') ')).toHaveLength(4);
  expect(shapes.get(4)?.columns.split(') ')).toHaveLength(3);
  expect([...shapes.values()].map(({ kind }) => kind)).toEqual(['head', 'group', 'row', 'head']);
  const row = passages[3] as (typeof passages)[number];
  const parts = segmentPassage(row, [], [], shapes.get(3)?.bars).map(({ start, end, part }) => [
    part,
    text.slice(start, end),
  ]);
  expect(parts).toEqual([
    ['text', '1'],
    ['bar', ' | '],
    ['text', 'Open the port of Lume'],
    ['bar', ' | '],
    ['bar', '| '],
    ['text', 'late'],
  ]);
});
