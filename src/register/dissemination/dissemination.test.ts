import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Seat } from '../seats/index.ts';
import { coverageOf, type DisseminationBody, mayDisseminate, reduceDissemination } from './index.ts';

const UNITS = ['roads', 'customs', 'health'];
const log = (bodies: readonly DisseminationBody[]) =>
  bodies.map((body, index) => ({ id: String(index), at: '2026-04-01T08:00:00.000Z', by: 'lan', body }));

test('coverage comes of confirmations alone, and whoever has confirmed nothing is named (M08)', () => {
  const bodies = fc.array(
    fc.record({ unit: fc.constantFrom(...UNITS), studied: fc.boolean(), people: fc.option(fc.nat({ max: 90 })) }),
  );
  fc.assert(
    fc.property(bodies, (confirmed) => {
      const state = reduceDissemination(
        log([
          { type: 'address', units: UNITS },
          ...confirmed.map(({ unit, studied, people }): DisseminationBody => {
            const day = '2026-04-02';
            return studied ? { type: 'study', unit, day, people } : { type: 'receive', unit, day };
          }),
        ]),
      );
      const studied = new Set(confirmed.filter((one) => one.studied).map(({ unit }) => unit));
      const received = new Set(confirmed.map(({ unit }) => unit));
      const coverage = coverageOf(state);
      expect(coverage).toMatchObject({ addressed: 3, received: received.size, studied: studied.size });
      expect(coverage.open).toEqual(UNITS.filter((unit) => !studied.has(unit)));
    }),
  );
});

test('a unit confirms for itself alone, only where it was addressed, and stays on the list once it has', () => {
  const addressed: DisseminationBody = { type: 'address', units: ['roads'] };
  const receive: DisseminationBody = { type: 'receive', unit: 'roads', day: '2026-04-02' };
  const head: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: 'customs', units: ['customs'] };
  const state = reduceDissemination(log([addressed]));
  expect(mayDisseminate(receive, state, head)).toBe(false);
  expect(mayDisseminate(receive, state, { ...head, units: ['roads'] })).toBe(true);
  expect(mayDisseminate(addressed, state, head)).toBe(false);
  expect(() => reduceDissemination(log([{ ...receive, unit: 'customs' }]))).toThrow();
  expect(() => reduceDissemination(log([addressed, receive, { type: 'address', units: [] }]))).toThrow();
  const undone = reduceDissemination(log([addressed, receive, { type: 'undo', undoes: '1' }]));
  expect(coverageOf(undone)).toMatchObject({ addressed: 1, received: 0 });
});
