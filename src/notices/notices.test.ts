import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assertFits,
  assertNotice,
  availableNoticeActions,
  clocksOf,
  escalationsDue,
  gateHours,
  gateStatuses,
  instantOf,
  isZone,
  type Notice,
  type NoticeAction,
  type NoticeActionBody,
  type NoticeType,
  nextStepAt,
  noticeType,
  parsePosition,
  reduceNotice,
  wallTime,
  zoneOfParty,
} from './index.ts';

const TYPE = noticeType('disease-human') as NoticeType;
const NOTICE: Notice = {
  type: 'disease-human',
  mode: 'normal',
  channel: 'health',
  from: { party: 'XL', post: 'hill-clinic', postName: 'Hill clinic' },
  to: ['XT'],
  texts: { en: { headline: 'One case of cholera at Norrin', instruction: '' } },
  fields: { disease: 'Cholera', confirmedAt: '2026-03-01T08:00:00Z', gate: 'Norrin', cases: 1, measures: 'Isolated' },
  area: null,
  expires: null,
  references: [],
  limits: { notify: { minutes: 60, source: 'Protocol 4' }, acknowledge: { minutes: 30, source: 'Protocol 5' } },
};
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();
let made = 0;
const act = (minute: number, party: string, body: NoticeActionBody): NoticeAction => ({
  ...{ id: `a${String(++made).padStart(4, '0')}`, at: at(minute), by: 'somebody', party, body },
});
const issue = act(40, 'XL', { type: 'issue', notice: NOTICE });
const acknowledge = (minute: number, of = issue.id) =>
  act(minute, 'XT', { type: 'acknowledge', of, post: 'shore-desk', postName: 'Shore desk' });

test('the clock of a disease runs from the confirmation by laboratory, not from the form (M58)', () => {
  const [notify, ack] = clocksOf(TYPE, reduceNotice([issue]), at(50));
  expect(notify).toMatchObject({ clock: 'notify', party: 'XL', standing: 'met', minutes: 40, over: 0 });
  expect(notify?.model).toEqual({ minutes: 1440, source: 'IHR (2005) Art. 6' });
  expect(ack).toMatchObject({ clock: 'acknowledge', party: 'XT', standing: 'running', deadline: at(70) });
  const late = reduceNotice([{ ...issue, at: at(75) }]);
  expect(clocksOf(TYPE, late, at(80))[0]).toMatchObject({ standing: 'late', over: 15 });
});

test('where nothing is agreed no clock runs and nobody is told', () => {
  const state = reduceNotice([act(40, 'XL', { type: 'issue', notice: { ...NOTICE, limits: {} } })]);
  expect(clocksOf(TYPE, state, at(9000)).map(({ standing, deadline }) => [standing, deadline])).toEqual([
    ['met', null],
    ['not-agreed', null],
  ]);
  expect(escalationsDue(TYPE, state, 'XT', at(9000))).toEqual([]);
});

test('a clock that ran out goes to the next contact and the sender, then to both chiefs, each once for each side (M51)', () => {
  const state = reduceNotice([issue]);
  expect(escalationsDue(TYPE, state, 'XT', at(69))).toEqual([]);
  expect(nextStepAt(TYPE, state, 'XT', at(41))).toBe(at(70));
  const [first, ...none] = escalationsDue(TYPE, state, 'XT', at(70));
  expect(first).toMatchObject({ clock: 'acknowledge', late: 'XT', step: 0, tell: ['next-contact', 'issuer'] });
  expect(none).toEqual([]);
  const { tell: _, ...step } = first as NonNullable<typeof first>;
  const told = act(70, 'XT', { type: 'escalate', ...step, told: [{ post: 'shore-second', name: 'Second desk' }] });
  const again = { ...told, id: 'z' };
  const after = reduceNotice([issue, told, again]);
  expect(after.escalations).toHaveLength(1);
  expect(escalationsDue(TYPE, after, 'XT', at(71))).toEqual([]);
  expect(escalationsDue(TYPE, after, 'XL', at(71))).toHaveLength(1);
  expect(escalationsDue(TYPE, after, 'XT', at(100))).toMatchObject([{ step: 1, tell: ['both-chiefs'] }]);
  expect(escalationsDue(TYPE, reduceNotice([issue, told, acknowledge(99)]), 'XT', at(200))).toEqual([]);
});

test('an update has to be acknowledged anew, within the same limit', () => {
  const update = act(60, 'XL', { type: 'update', content: { ...NOTICE, fields: { ...NOTICE.fields, cases: 2 } } });
  const state = reduceNotice([issue, acknowledge(50), update]);
  expect(state.notice.fields.cases).toBe(2);
  expect(clocksOf(TYPE, state, at(65))[1]).toMatchObject({ standing: 'running', deadline: at(90) });
  const done = reduceNotice([issue, acknowledge(50), update, acknowledge(66, update.id)]);
  expect(clocksOf(TYPE, done, at(95))[1]).toMatchObject({ standing: 'met', minutes: 6 });
});

test('each side is offered its own verbs; nobody answers for the other side', () => {
  const state = reduceNotice([issue]);
  const seat = (party: string | null) => ({ party, role: 'duty-officer' as const });
  expect(availableNoticeActions(TYPE, state, seat('XT'), 'XT')).toEqual(['acknowledge', 'follow-up']);
  expect(availableNoticeActions(TYPE, state, seat('XL'), 'XL')).toEqual(['update', 'cancel', 'follow-up', 'close']);
  expect(availableNoticeActions(TYPE, state, seat('XL'), 'XT')).toEqual([]);
  expect(availableNoticeActions(TYPE, state, seat('XM'), 'XM')).toEqual([]);
  expect(availableNoticeActions(TYPE, state, { party: 'XT', role: 'reader' }, 'XT')).toEqual([]);
  const cancelled = reduceNotice([issue, act(45, 'XL', { type: 'cancel', text: 'Not confirmed' })]);
  expect(availableNoticeActions(TYPE, cancelled, seat('XT'), 'XT')).toEqual(['acknowledge']);
});

test('a proposal is accepted or refused once it was read, and a changed one anew', () => {
  const type = noticeType('hours-proposal') as NoticeType;
  const duty = { party: 'XT', role: 'duty-officer' } as const;
  const offered = (log: NoticeAction[]) => availableNoticeActions(type, reduceNotice(log), duty, 'XT');
  expect(offered([issue])).not.toContain('accept');
  const read = acknowledge(50);
  expect(offered([issue, read])).toContain('accept');
  const accepted = act(51, 'XT', { type: 'accept', of: issue.id, text: '' });
  expect(offered([issue, read, accepted])).not.toContain('accept');
});

const bodies = fc.constantFrom<NoticeActionBody>(
  { type: 'receive' },
  { type: 'acknowledge', of: issue.id, post: 'shore-desk', postName: 'Shore desk' },
  { type: 'take', post: 'shore-desk', postName: 'Shore desk', text: '' },
  { type: 'update', content: NOTICE },
  { type: 'follow-up', text: 'Second sample taken', final: false },
  { type: 'cancel', text: 'Not confirmed' },
  { type: 'close', text: 'Settled' },
  { type: 'escalate', clock: 'acknowledge', of: issue.id, late: 'XT', step: 0, told: [] },
);
const logs = fc.array(
  fc.record({ minute: fc.integer({ min: 40, max: 60 }), party: fc.constantFrom('XL', 'XT'), body: bodies }),
  { maxLength: 12 },
);

test('two nodes that get the same actions in different orders come to the same state', () => {
  fc.assert(
    fc.property(logs, fc.infiniteStream(fc.nat()), (said, orders) => {
      const log = [
        issue,
        ...said.map(({ minute, party, body }, index) => ({ ...act(minute, party, body), id: `b${index}` })),
      ];
      const shuffled = log.map((one) => ({ one, rank: orders.next().value as number })).sort((a, b) => a.rank - b.rank);
      expect(reduceNotice(shuffled.map(({ one }) => one))).toEqual(reduceNotice(log));
    }),
  );
});

test('whatever happens, no clock ends before it starts and only what is open escalates', () => {
  fc.assert(
    fc.property(logs, fc.integer({ min: 40, max: 400 }), (said, now) => {
      const state = reduceNotice([issue, ...said.map(({ minute, party, body }) => act(minute, party, body))]);
      for (const { minutes, over, standing } of clocksOf(TYPE, state, at(now))) {
        expect((minutes ?? 0) >= 0 && over >= 0).toBe(true);
        if (standing === 'running' || standing === 'met') expect(over).toBe(0);
      }
      if (state.standing !== 'open') expect(escalationsDue(TYPE, state, 'XT', at(now))).toEqual([]);
    }),
  );
});

test('a notice that names a person or breaks its type is refused with the field and the rule', () => {
  expect(assertNotice(NOTICE).id).toBe('disease-human');
  const refused = (change: Partial<Notice>) => () => assertNotice({ ...NOTICE, ...change });
  expect(refused({ fields: { ...NOTICE.fields, cases: -1 } })).toThrow(/notice-invalid.*cases.*minimum/);
  expect(refused({ fields: { ...NOTICE.fields, measures: 'Card 001203004567 held' } })).toThrow(/notice-personal/);
  expect(refused({ to: ['XL'] })).toThrow(/notice-invalid.*unique/);
  expect(refused({ texts: {} })).toThrow(/notice-invalid.*headline/);
  const corner = (latitude: number, longitude: number) => ({ latitude, longitude });
  const open = [corner(1, 1), corner(1, 2), corner(2, 2), corner(2, 1)];
  const over = (rings: NonNullable<Notice['area']>['rings']) => ({ name: 'Norrin', rings, circles: [] });
  expect(refused({ area: over([[corner(1, 1), corner(1, 2), corner(1, 1)]]) })).toThrow(/notice-invalid.*ring/);
  // The first corner may be said again at the end, as CAP does, or not.
  for (const ring of [open, [...open, corner(1, 1)]])
    expect(assertNotice({ ...NOTICE, area: over([ring]) }).id).toBe('disease-human');
});

test('an acknowledgement is never taken for data of a person because of the digits of an id', () => {
  const of = '01a20436-75cb-7322-b288-123456789012';
  const said = {
    id: of,
    at: at(41),
    party: 'XT',
    body: { type: 'acknowledge', of, post: of, postName: 'Shore' },
  } as const;
  expect(assertFits(reduceNotice([issue]), said).id).toBe('disease-human');
  expect(() => assertFits(reduceNotice([issue]), { ...said, party: 'XL' })).toThrow(/acknowledge.*sender/);
});

test('an instant is shown as the clocks of each side show it, with summer time where there is one', () => {
  expect(wallTime('2026-03-01T17:30:00Z', zoneOfParty('VN'))).toEqual({
    ...{ day: '2026-03-02', time: '00:30', offset: '+07:00', daylight: false },
  });
  expect(wallTime('2026-03-01T17:30:00Z', zoneOfParty('CN'))).toMatchObject({ time: '01:30', offset: '+08:00' });
  expect(wallTime('2026-07-01T12:00:00Z', 'Europe/Berlin')).toMatchObject({ offset: '+02:00', daylight: true });
  expect(wallTime('2026-01-01T12:00:00Z', 'Australia/Sydney')).toMatchObject({ offset: '+11:00', daylight: true });
  expect(isZone('Asia/Nowhere')).toBe(false);
});

test('day and time in a zone and the instant lead to each other, also around the nights when clocks change', () => {
  const zones = ['Asia/Ho_Chi_Minh', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC'];
  const minutes = fc.integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const instant = new Date(minute * 60_000).toISOString();
      const { day, time } = wallTime(instant, zone);
      const back = instantOf(day, time, zone);
      expect(wallTime(back, zone)).toMatchObject({ day, time });
      expect(Math.abs(Date.parse(back) - Date.parse(instant)) % 3_600_000).toBe(0);
    }),
  );
  expect(instantOf('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantOf('2026-10-25', '02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
});

test('a position is read in degrees and in minutes, and refused where it lies nowhere (M68)', () => {
  expect(parsePosition('21.5401, 107.9702')).toEqual({ latitude: 21.5401, longitude: 107.9702 });
  for (const text of ['21°32′24″N 107°58′12″E', '21°32.4′N, 107°58.2′E', "N 21 32.4' E 107 58.2'"]) {
    expect(parsePosition(text)).toEqual({ latitude: 21.54, longitude: 107.97 });
  }
  expect(parsePosition('-33.9, 151.2')).toEqual({ latitude: -33.9, longitude: 151.2 });
  for (const text of ['91, 10', '10, 181', '21°61′N 107°E', 'E 21 N 107', 'Senmar', ''])
    expect(parsePosition(text)).toBeNull();
});

test('hours of a gate count once every addressed side accepted the words in force, and never of a drill', () => {
  const fields = {
    ...{ gate: 'Tarnel', from: '2026-03-05', until: '2026-03-20', opens: '07:00', closes: '21:00' },
    zone: 'Asia/Shanghai',
  };
  const proposal: Notice = { ...NOTICE, type: 'hours-proposal', to: ['XT', 'XM'], fields };
  const sent = act(1, 'XL', { type: 'issue', notice: proposal });
  const accept = (minute: number, party: string, of = sent.id) => act(minute, party, { type: 'accept', of, text: '' });
  const hours = (actions: readonly NoticeAction[], day = '2026-03-01') =>
    gateHours([{ id: 'n', state: reduceNotice(actions) }], day);
  const both = [sent, accept(2, 'XT'), accept(5, 'XM')];
  expect(hours(both)).toEqual([{ notice: 'n', ...fields, agreedAt: at(5) }]);
  expect(hours(both, '2026-03-21')).toEqual([]);
  expect(hours(both.slice(0, 2))).toEqual([]);
  expect(hours([...both.slice(0, 2), act(5, 'XM', { type: 'refuse', of: sent.id, text: 'no' })])).toEqual([]);
  const { texts, area, expires } = proposal;
  const change = act(6, 'XL', {
    type: 'update',
    content: { texts, fields: { ...fields, closes: '22:00' }, area, expires },
  });
  expect(hours([...both, change])).toEqual([]);
  expect(hours([...both, change, accept(7, 'XT', change.id), accept(8, 'XM', change.id)])[0]?.closes).toBe('22:00');
  expect(hours([...both, act(9, 'XL', { type: 'cancel', text: '' })])).toEqual([]);
  const drill = act(1, 'XL', { type: 'issue', notice: { ...proposal, mode: 'exercise' } });
  expect(hours([drill, accept(2, 'XT', drill.id), accept(3, 'XM', drill.id)])).toEqual([]);
});

test('the last word on a gate stands until it ends', () => {
  const said = (id: string, minute: number, status: string, until?: string) => {
    const fields = { gate: 'Tarnel', status, from: at(minute), ...(until && { until }) };
    const notice = { ...NOTICE, type: 'gate-status', fields };
    return { id, state: reduceNotice([act(minute, 'XL', { type: 'issue', notice })]) };
  };
  const [first, last] = [said('a', 1, 'closed'), said('b', 5, 'open', at(30))];
  expect(gateStatuses([last, first], at(10))).toMatchObject([{ notice: 'b', status: 'open' }]);
  expect(gateStatuses([last, first], at(31))).toEqual([]);
});
