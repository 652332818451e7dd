import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import { type PairActionBody, pairStanding, reducePair } from './index.ts';

const pair = { title: 'Petition', kind: 'report', parties: ['XL', 'XT'], commitment: null, due: '2026-12-31' } as const;
const play = (...bodies: PairActionBody[]) =>
  reducePair(
    [{ type: 'open', pair } as const, ...bodies].map((body, index) => ({
      ...{ id: String(index), at: '2026-01-01T00:00:00Z', by: 'officer' },
      body,
    })),
  );
const reached = (party: string, day: string | null, source = '12/TTr') =>
  ({ type: 'state', party, side: { planned: null, reached: day, source } }) as const;

test('a pair is reached only when both sides have, and shows which one has not (M15)', () => {
  expect(pairStanding(play(), '2026-12-01')).toEqual({ standing: 'none', behind: ['XL', 'XT'], late: false });
  const one = play(reached('XL', '2026-06-01'));
  expect(pairStanding(one, '2026-12-01')).toEqual({ standing: 'one-sided', behind: ['XT'], late: false });
  expect(pairStanding(one, '2027-01-01').late).toBe(true);
  expect(pairStanding(play(reached('XL', '2026-06-01'), reached('XT', '2026-07-01')), '2027-01-01')).toMatchObject({
    standing: 'both',
    late: false,
  });
});

test('a side is reached with what shows it, is one of its parties, and the latest word can be taken back', () => {
  expect(() => play(reached('XL', '2026-06-01', ' '))).toThrow(Problem);
  expect(() => play(reached('XM', '2026-06-01'))).toThrow(Problem);
  expect(play(reached('XL', '2026-06-01'), { type: 'undo', undoes: '1' }).sides).toEqual({});
  expect(() => play({ type: 'undo', undoes: '0' })).toThrow(Problem);
});
