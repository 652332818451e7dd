import { expect, test } from 'vitest';
import { type OwedThing, owedByTask } from './owed-by-task.ts';

const item = (task: string, kind: OwedThing['kind'], day: string | null, late = false): OwedThing => ({
  ...{ task, title: `Task ${task}`, kind, unit: 'roads', part: null, text: '', day, late },
});

test('a task stands once with all it wants, at the day of what comes first, and is late where one thing is', () => {
  const owed = owedByTask([
    item('gate', 'report', '2026-01-08', true),
    item('road', 'finish', '2026-02-01'),
    item('gate', 'finish', '2026-06-30'),
    item('gate', 'plan', null),
    item('open', 'resolve', null),
  ]);
  expect(owed.map(({ task, day, late, items }) => [task, day, late, items.map(({ kind }) => kind)])).toEqual([
    ['gate', '2026-01-08', true, ['report', 'finish', 'plan']],
    ['road', '2026-02-01', false, ['finish']],
    ['open', null, false, ['resolve']],
  ]);
});
