import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  contactStanding,
  gapsOf,
  onDuty,
  type PostContent,
  reducePost,
  reduceRoster,
  rotationOf,
  type Shift,
} from './index.ts';

const POST: PostContent = {
  ...{
    party: 'XL',
    unit: null,
    name: 'Hill desk',
    phone: '+99 1 200',
    mail: 'desk@hill.example',
    zone: 'Europe/Berlin',
  },
};
const PEOPLE = [
  { name: 'First turn', mail: '' },
  { name: 'Second turn', mail: '' },
  { name: 'Third turn', mail: '' },
];
const step = (body: object) => ({ id: 'a', at: '2026-03-01T08:00:00.000Z', by: 'lan', body }) as never;

test('a year of turns has no gap and no overlap, whatever the hours and the zone, also where clocks change (M47)', () => {
  const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York');
  fc.assert(
    fc.property(zones, fc.constantFrom(6, 8, 12, 24, 48), (zone, hours) => {
      const turns = rotationOf({ day: '2026-01-01', time: '08:00', zone, hours, days: 365, people: PEOPLE });
      const shifts = turns.map((turn, index): Shift => ({ ...turn, id: String(index) }));
      const last = shifts.at(-1)?.until ?? '';
      expect(gapsOf(shifts, shifts[0]?.from ?? '', last)).toEqual([]);
      expect(reduceRoster([step({ type: 'plan', shifts })]).shifts).toHaveLength(shifts.length);
    }),
    { numRuns: 8 },
  );
});

test('an overlap is refused, a gap is named, and somebody on duty is found', () => {
  const shift = (id: string, from: string, until: string): Shift => ({
    ...{ id, name: `Turn ${id}`, mail: '', from: `2026-03-01T${from}:00.000Z`, until: `2026-03-01T${until}:00.000Z` },
  });
  const plan = (...shifts: Shift[]) => [step({ type: 'plan', shifts })];
  expect(() => reduceRoster(plan(shift('1', '00:00', '09:00'), shift('2', '08:00', '16:00')))).toThrow(
    'roster-overlap',
  );
  const { shifts } = reduceRoster(plan(shift('2', '09:00', '16:00'), shift('1', '00:00', '08:00')));
  expect(gapsOf(shifts, '2026-03-01T00:00:00Z', '2026-03-01T18:00:00Z')).toEqual([
    { from: '2026-03-01T08:00:00.000Z', until: '2026-03-01T09:00:00.000Z' },
    { from: '2026-03-01T16:00:00.000Z', until: '2026-03-01T18:00:00.000Z' },
  ]);
  expect(onDuty(shifts, '2026-03-01T09:00:00Z')?.id).toBe('2');
  expect(onDuty(shifts, '2026-03-01T08:30:00Z')).toBeNull();
});

test('a contact that has not confirmed itself for ninety days is flagged, and again after its number changed (M45)', () => {
  const log = [step({ type: 'open', post: POST }), step({ type: 'confirm' })];
  const standing = (now: string) => contactStanding(reducePost(log), now).standing;
  expect(standing('2026-04-01T00:00:00Z')).toBe('confirmed');
  expect(standing('2026-05-25T00:00:00Z')).toBe('due');
  expect(standing('2026-05-31T00:00:00Z')).toBe('overdue');
  const moved = reducePost([...log, step({ type: 'describe', post: { ...POST, phone: '+99 1 300' } })]);
  expect(contactStanding(moved, '2026-03-02T00:00:00Z').standing).toBe('never');
  expect(() => reducePost([step({ type: 'open', post: { ...POST, zone: 'Asia/Nowhere' } })])).toThrow('input-invalid');
});
