import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentPassage } from './segments.ts';

const passage = { span: { start: 10, end: 60 }, marker: { start: 10, end: 13 } };

test('a nested quote is cut out of the one around it, the shorter first', () => {
  const segments = segmentPassage(passage, [
    { id: 'whole', span: { start: 20, end: 50 } },
    { id: 'part', span: { start: 30, end: 40 } },
  ]);
  expect(segments.map(({ start, end, ids }) => [start, end, ids])).toEqual([
    [10, 13, []],
    [13, 20, []],
    [20, 30, ['whole']],
    [30, 40, ['part', 'whole']],
    [40, 50, ['whole']],
    [50, 60, []],
  ]);
  expect(segments[0]?.part).toBe('marker');
});

test('a quote that began in the passage before opens at the passage, so that it has its card', () => {
  const [first] = segmentPassage({ span: { start: 10, end: 60 }, marker: null }, [
    { id: 'long', span: { start: 2, end: 30 } },
  ]);
  expect(first).toMatchObject({ start: 10, end: 30, ids: ['long'], opens: ['long'] });
});

test('furniture inside a passage is told apart', () => {
  const parts = segmentPassage(passage, [], [{ start: 30, end: 35 }]).map((segment) => segment.part);
  expect(parts).toEqual(['marker', 'text', 'furniture', 'text']);
});

test('whatever the quotes, segments touch, cover the passage and lie under exactly the quotes that hold them', () => {
  const span = fc.tuple(fc.nat(80), fc.nat(80)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const marked = spans.map((each, index) => ({ id: String(index), span: each }));
      const segments = segmentPassage(passage, marked);
      expect(segments[0]?.start).toBe(10);
      expect(segments.at(-1)?.end).toBe(60);
      segments.slice(1).forEach((segment, index) => {
        expect(segment.start).toBe(segments[index]?.end);
      });
      for (const segment of segments) {
        const over = marked.filter((each) => each.span.start < segment.end && each.span.end > segment.start);
        expect([...segment.ids].sort()).toEqual(over.map(({ id }) => id).sort());
      }
    }),
  );
});
