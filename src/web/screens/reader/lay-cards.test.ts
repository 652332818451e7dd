import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layCards } from './lay-cards.ts';

test('a card stands at its quote where there is room', () => {
  const places = layCards(
    [
      { id: 'a', top: 0, height: 50 },
      { id: 'b', top: 200, height: 50 },
    ],
    null,
    8,
  );
  expect([...places.values()]).toEqual([0, 200]);
});

test('the chosen card stands exactly at its quote and the others give way', () => {
  const cards = ['a', 'b', 'c'].map((id) => ({ id, top: 100, height: 40 }));
  const places = layCards(cards, 'b', 10);
  expect([places.get('a'), places.get('b'), places.get('c')]).toEqual([50, 100, 150]);
});

test('no two cards overlap, whatever is chosen', () => {
  const card = fc.record({ top: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) });
  fc.assert(
    fc.property(fc.array(card, { minLength: 1, maxLength: 30 }), fc.nat(29), (list, pick) => {
      const cards = list.sort((a, b) => a.top - b.top).map((each, index) => ({ ...each, id: String(index) }));
      const places = layCards(cards, String(pick % cards.length), 6);
      const tops = cards.map((each) => ({ top: places.get(each.id) ?? 0, height: each.height }));
      tops.slice(1).forEach((each, index) => {
        const above = tops[index] as { top: number; height: number };
        expect(each.top).toBeGreaterThanOrEqual(above.top + above.height + 6);
      });
    }),
  );
});
