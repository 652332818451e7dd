import ical from 'node-ical';
import { expect, test } from 'vitest';
import type { CalendarEvent } from './events.ts';
import { writeIcs } from './write-ics.ts';

const DUE: CalendarEvent = {
  ...{
    uid: 'task-1',
    sequence: 3,
    day: '2026-05-31',
    summary: 'Hạn cuối: mở cầu; giai đoạn 1, 口岸',
    description: 'a\nb',
    url: 'https://x.example/tasks/1',
  },
  ...{ status: 'confirmed', changed: '2026-03-01T08:00:00.000Z', alarms: [15], category: 'Deadline' },
};

/** What another calendar program makes of it, wherever it stands. */
function read(events: readonly CalendarEvent[]) {
  const found = ical.sync.parseICS(writeIcs({ name: 'Servanda', events }, '2026-03-02T08:00:00.000Z'));
  return Object.values(found).filter((one) => one?.type === 'VEVENT');
}

test('a calendar program reads whole days, words with commas and semicolons, alarms and what is off', () => {
  const [due, off] = read([DUE, { ...DUE, uid: 'task-2', sequence: 4, status: 'cancelled' }]) as unknown as Record<
    string,
    unknown
  >[];
  const start = due?.start as Date & { dateOnly?: boolean };
  expect([start.getFullYear(), start.getMonth() + 1, start.getDate(), start.dateOnly]).toEqual([2026, 5, 31, true]);
  expect(due).toMatchObject({
    uid: 'task-1@servanda',
    summary: DUE.summary,
    status: 'CONFIRMED',
    sequence: 3,
    url: { val: DUE.url },
  });
  expect(JSON.stringify((due as { alarms?: unknown[] })?.alarms)).toContain('-PT15H');
  expect(off).toMatchObject({ uid: 'task-2@servanda', status: 'CANCELLED', sequence: 4 });
  expect((off as { alarms?: unknown[] })?.alarms ?? []).toEqual([]);
});

test('a day is the same day on a machine far west and far east', () => {
  const zone = process.env.TZ;
  for (const TZ of ['America/Los_Angeles', 'Asia/Ho_Chi_Minh', 'Pacific/Kiritimati']) {
    process.env.TZ = TZ;
    expect(writeIcs({ name: 'x', events: [DUE] }, '2026-03-02T08:00:00.000Z')).toContain('DTSTART;VALUE=DATE:20260531');
  }
  process.env.TZ = zone ?? '';
  if (zone === undefined) delete process.env.TZ;
});
