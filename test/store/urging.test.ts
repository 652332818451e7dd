import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { holdings, tasksByIds } from '../../src/db/index.ts';
import { addDays, fixedClock } from '../../src/kernel/index.ts';
import {
  actOnTask,
  addPerson,
  addUnit,
  assignTasks,
  atSeat,
  type Context,
  changeLadder,
  escalationsAhead,
  exportList,
  holdPost,
  importFiles,
  laddersOf,
  listCommitments,
  listUrgings,
  mailLetter,
  readReplyMail,
  rebuildTasks,
  sendDigests,
  taskOf,
  urgeForDay,
  urgeToday,
  verifyHistory,
} from '../../src/operations/index.ts';
import {
  type Assignment,
  addWorkingDays,
  type Role,
  relationCalendar,
  type Seat,
  type SetLadder,
} from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const MACHINE = { by: 'machine', party: null, account: null };
/** A Monday that is worked, in the relation of the texts. */
const DAY = '2026-03-02';

interface Side {
  readonly context: Context;
  readonly roads: string;
  readonly head: Seat;
  readonly keeper: Seat;
  readonly tasks: readonly string[];
}

/** Two tasks of one unit, one due long ago, one in days; its head and the secretariat are people with an address. */
async function side(open: () => Promise<Context>): Promise<Side> {
  const opened = await open();
  const context = { ...opened, clock: fixedClock(`${DAY}T08:00:00.000Z`) };
  const unit = async (name: string, parent: string | null) => {
    const blank = { from: null, until: null, successor: null, entity: null };
    return (await addUnit(context, MACHINE, { party: 'XL', names: { en: [name] }, parent, ...blank })).id;
  };
  const ministry = await unit('Ministry of Transport', null);
  const roads = await unit('Department of Roads', ministry);
  const seatOf = async (name: string, role: Role, of: string): Promise<Seat> => {
    const { id } = await addPerson(context, { ...MACHINE, party: 'XL' }, { name, mail: `${name}@ilmara.example` });
    await holdPost(context, MACHINE, { account: id, unit: of, role, from: '2026-01-01', until: null });
    const [held] = await holdings(context.whole.queries, { account: id });
    return { hand: held?.id ?? '', role, party: 'XL', unit: of, units: [of] };
  };
  const head = await seatOf('minh', 'unit-head', roads);
  const keeper = await seatOf('lan', 'secretariat', ministry);
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const [first = '', second = ''] = (await listCommitments(context, { kind: ['commitment'] })).rows.map(({ id }) => id);
  const given = (commitment: string, title: string, day: string): Assignment => ({
    ...{ party: 'XL', audience: 'own-side', title, commitments: [commitment], parent: null, lead: roads },
    ...{ coordinators: [], unresolved: [], due: { day, basis: 'person', source: '' }, every: null },
  });
  const tasks = await assignTasks(
    context,
    [given(first, 'The railway', '2026-01-20'), given(second, 'The gate', '2026-03-04')],
    keeper,
  );
  return { context, roads, head, keeper, tasks };
}

/** A mail server that keeps what it is given, and can refuse. */
async function mailServer() {
  const got: string[] = [];
  const state = { refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => done(state.refuse ? new Error('no such mailbox') : null),
    onData: (stream, session, done) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      stream.on('end', () => {
        got.push(`${session.envelope.rcptTo.map(({ address }) => address).join()}\n${text}`);
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => server.close(done));
  return { got, state, close, url: `smtp://127.0.0.1:${port}` };
}

onEveryRegister('urging', (open) => {
  test('a periodic report that is late stands in the digest of who reports and of the head, once a day', async () => {
    const { context, roads, keeper } = await side(open);
    const [commitment = ''] = (await listCommitments(context, { kind: ['commitment'] })).rows
      .map(({ id }) => id)
      .slice(2);
    const [task] = await assignTasks(
      { ...context, clock: fixedClock('2026-01-05T08:00:00.000Z') },
      [
        {
          ...{ party: 'XL', audience: 'own-side', title: 'The bridge', commitments: [commitment], parent: null },
          ...{ lead: roads, coordinators: [], unresolved: [], due: null, every: 'month' },
        },
      ],
      keeper,
    );
    const { report_by: by } = (await tasksByIds(context.whole.queries, [task ?? '']))[0] ?? { report_by: null };
    expect(by).not.toBeNull();
    const after = addWorkingDays(relationCalendar('demonstration', 'XL'), by ?? '', 1);
    await urgeForDay(context, { day: after, party: null, mail: false });
    await urgeForDay(context, { day: after, party: null, mail: false });
    const items = (await listUrgings(context)).digests.flatMap((one) => (one.day === after ? one.items : []));
    expect(items.filter(({ level }) => level === 0)).toMatchObject([
      { task, due: by, to: [{}, { role: 'unit-head' }] },
    ]);
  });

  test('enters the log of each task once a day, tells each person once, and is sent in an SMTP conversation', async () => {
    const { context, roads, head, keeper, tasks } = await side(open);
    const server = await mailServer();
    const settings = { server: server.url, from: 'Servanda <servanda@ilmara.example>', pages: 'https://s.example' };
    try {
      expect(await urgeForDay(context, { day: '2026-03-01', party: null, mail: true })).toMatchObject({ urgings: [] });
      const dry = await urgeForDay(context, { day: DAY, party: null, mail: true, dry: true });
      const urged = await urgeToday(context, true);
      expect(urged).toEqual(dry);
      expect(urged?.urgings.map(({ task, level, channel }) => [task, level, channel]).sort()).toEqual(
        [[tasks[0], 5, 'letter'] as const, [tasks[1], 2, 'digest'] as const].sort(),
      );
      expect(await urgeToday(context, true)).toBeNull();
      expect((await urgeForDay(context, { day: DAY, party: null, mail: true })).urgings).toEqual([]);
      const { state, ahead } = await taskOf(context, tasks[0] ?? '', head);
      expect(state.urgings).toMatchObject([{ level: 5, to: [roads], by: 'rules', reply: null }]);
      expect(ahead.map(({ day, level }) => [day > DAY, level])).toEqual([[true, 5]]);
      server.state.refuse = true;
      expect(await sendDigests(context, settings)).toEqual({ sent: 0, failed: 1 });
      server.state.refuse = false;
      expect(await sendDigests(context, settings)).toEqual({ sent: 1, failed: 0 });
      expect(await sendDigests(context, settings)).toEqual({ sent: 0, failed: 0 });
      expect(server.got).toHaveLength(1);
      const [mail = ''] = server.got;
      expect(mail.split('\n')[0]).toBe('minh@ilmara.example');
      expect(mail).toContain('The railway');
      expect(mail).toContain(`https://s.example/tasks/${tasks[1]}`);
      expect(mail.indexOf('The railway')).toBeLessThan(mail.indexOf('The gate'));
      const urging = state.urgings[0]?.id ?? '';
      const later = { ...context, clock: fixedClock('2026-03-05T08:00:00.000Z') };
      const version = state.version;
      await actOnTask(later, { id: tasks[0] ?? '', version, body: { type: 'reply', urging, text: 'In May.' } }, keeper);
      const { log, digests } = await listUrgings(atSeat(later, keeper));
      expect(log.map(({ reply, days }) => [reply?.text ?? null, days])).toEqual([
        [null, 3],
        ['In May.', 3],
      ]);
      expect(digests.map(({ person, mail }) => [person, mail])).toEqual([['minh', 'sent']]);
      expect((await listUrgings(atSeat(later, head))).digests).toHaveLength(1);
      const idle: Seat = { ...head, hand: 'nobody', role: 'reader' };
      expect((await listUrgings(atSeat(later, idle))).digests).toEqual([]);
      const other = await listUrgings(atSeat(later, { ...keeper, party: 'XT' }));
      expect([other.log, other.digests]).toEqual([[], []]);
    } finally {
      await server.close();
    }
  });

  test('by letter goes out with the Word file, and a saved reply is matched by its thread or reference, never entered by itself', async () => {
    const { context, roads, head, keeper, tasks } = await side(open);
    const server = await mailServer();
    const settings = { server: server.url, from: 'Servanda <servanda@ilmara.example>', pages: null };
    try {
      await urgeForDay(context, { day: DAY, party: null, mail: false });
      const own = atSeat(context, keeper);
      const sent = await mailLetter(own, { unit: roads, locale: 'en' }, keeper, settings);
      expect(sent.addresses).toEqual(['minh@ilmara.example']);
      const [raw = ''] = server.got;
      const mail = await PostalMime.parse(raw.slice(raw.indexOf('\n') + 1));
      expect(mail.subject).toContain(sent.reference);
      expect([mail.text?.includes('The railway'), mail.html?.includes('The railway')]).toEqual([true, true]);
      const [word] = mail.attachments;
      expect([word?.mimeType, new Uint8Array(word?.content as ArrayBuffer).subarray(0, 2)]).toEqual([
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        new TextEncoder().encode('PK'),
      ]);
      const reply = (headers: string, body: string) =>
        new TextEncoder().encode(
          `From: Minh <minh@ilmara.example>\r\nDate: Thu, 05 Mar 2026 14:02:00 +0700\r\n${headers}\r\n\r\n${body}`,
        );
      const threaded = reply(
        `Subject: Re: x\r\nIn-Reply-To: ${mail.messageId}`,
        'Done in May.\r\n\r\nYou wrote:\r\n> The railway',
      );
      const found = await readReplyMail(own, 'a.eml', threaded, keeper);
      expect(found).toMatchObject({
        by: 'thread',
        text: 'Done in May.',
        at: '2026-03-05T07:02:00.000Z',
        sender: { person: 'minh', role: 'unit-head' },
      });
      expect(found.urgings.map(({ task }) => task).sort()).toEqual([tasks[0]]);
      const named = await readReplyMail(own, 'b.eml', reply(`Subject: Re: [${sent.reference}]`, 'In May.'), keeper);
      expect(named).toMatchObject({ by: 'reference', urgings: found.urgings });
      expect(await readReplyMail(own, 'c.eml', reply('Subject: Hello', 'In May.'), keeper)).toMatchObject({
        by: null,
        urgings: [],
      });
      const there: Seat = { ...keeper, hand: 'thu', party: 'XT' };
      expect(await readReplyMail(atSeat(context, there), 'a.eml', threaded, there)).toMatchObject({
        by: null,
        sender: null,
      });
      await expect(readReplyMail(atSeat(context, head), 'a.eml', threaded, head)).rejects.toMatchObject({
        code: 'seat-may-not',
      });
      await expect(readReplyMail(own, 'x.eml', new Uint8Array([1, 2, 3]), keeper)).rejects.toMatchObject({
        code: 'file-damaged',
      });
      expect((await taskOf(own, tasks[0] ?? '', keeper)).state.urgings[0]?.reply).toBeNull();
      server.state.refuse = true;
      await expect(mailLetter(own, { unit: roads, locale: 'vi' }, keeper, settings)).rejects.toMatchObject({
        code: 'mail-refused',
      });
    } finally {
      await server.close();
    }
  });

  test('tells the secretariat all of its side, and leaders, the unit above and the unit itself what will be escalated, each at its own walls', async () => {
    const { context, roads, head, keeper, tasks } = await side(open);
    await urgeForDay(context, { day: DAY, party: null, mail: false });
    const ahead = (seat: Seat, days = 45) => escalationsAhead(atSeat(context, seat), seat, { days });
    const told = async (seat: Seat, days?: number) =>
      (await ahead(seat, days)).rows.map(({ task, level, over }) => [task, level, over]);
    const [railway, gate] = tasks;
    // The railway was escalated today and will be again; the gate falls due the day after tomorrow.
    const unitAbove: Seat = { ...head, unit: keeper.unit, units: [keeper.unit ?? '', roads] };
    expect(await told(keeper)).toEqual([
      [gate, 4, false],
      [railway, 5, false],
    ]);
    expect(await told({ ...keeper, role: 'leader' })).toEqual([
      [railway, 5, false],
      [gate, 5, false],
    ]);
    expect(await told(unitAbove)).toEqual([
      [gate, 4, false],
      [railway, 5, false],
    ]);
    expect(await told(head)).toEqual([
      [gate, 4, true],
      [railway, 5, true],
    ]);
    // Two levels up nothing comes to the head, who answers for the units all the same.
    const farAbove: Seat = { ...head, unit: 'government', units: ['government', keeper.unit ?? '', roads] };
    expect(await told(farAbove)).toEqual([
      [gate, 4, false],
      [railway, 5, false],
    ]);
    const [first] = (await ahead(keeper)).rows;
    const { ahead: announced } = await taskOf(context, railway ?? '', head);
    expect((await ahead({ ...keeper, role: 'leader' })).rows[0]?.day).toBe(announced[0]?.day);
    expect(first).toMatchObject({ title: 'The gate', unit: roads, due: '2026-03-04', channel: 'letter' });
    expect(first?.to).toEqual([
      { party: 'XL', unit: roads, role: 'unit-head' },
      { party: 'XL', unit: keeper.unit, role: 'unit-head' },
      { party: 'XL', unit: null, role: 'secretariat' },
    ]);
    expect((await ahead(keeper, 3)).rows).toEqual([]);
    // Nobody else: no reader, no other unit, not the other side; and what is internal not the unit above another's.
    for (const seat of [
      { ...keeper, role: 'reader' as const },
      { ...head, unit: 'else', units: ['else'] },
      { ...keeper, party: 'XT' },
    ]) {
      expect(await ahead(seat)).toMatchObject({ total: 0, rows: [] });
    }
    await expect(
      atSeat(context, { ...keeper, party: 'XT' })
        .database.queries.selectFrom('task_debt')
        .selectAll()
        .execute(),
    ).resolves.toEqual([]);
    const { state } = await taskOf(context, gate ?? '', keeper);
    const wait = {
      id: gate ?? '',
      version: state.version,
      body: { type: 'wait', on: 'other-side', note: '' },
    } as const;
    await actOnTask(atSeat(context, keeper), wait, keeper);
    expect(await told(keeper)).toEqual([[railway, 5, false]]);
    const before = await context.whole.queries.selectFrom('task_debt').selectAll().orderBy('task_id').execute();
    await rebuildTasks(context);
    expect(await context.whole.queries.selectFrom('task_debt').selectAll().orderBy('task_id').execute()).toEqual(
      before,
    );
  });

  test('a head is told a week before what will go over their head, in the digest of that day and as a list to take along', async () => {
    const { context, head, tasks } = await side(open);
    const server = await mailServer();
    const settings = { server: server.url, from: 'Servanda <servanda@ilmara.example>', pages: 'https://s.example' };
    try {
      const on = (day: string) => ({ ...context, clock: fixedClock(`${day}T08:00:00.000Z`) });
      for (const day of ['2026-03-02', '2026-03-05']) await urgeForDay(on(day), { day, party: null, mail: false });
      const own = atSeat(context, head);
      const [gate] = (await escalationsAhead(own, head)).rows;
      expect(gate).toMatchObject({ task: tasks[1], level: 4, over: true });
      const day = addDays(gate?.day ?? '', -7);
      const then = on(day);
      expect(await urgeForDay(then, { day, party: null, mail: true })).toMatchObject({ urgings: [], people: 1 });
      expect(await sendDigests(then, settings)).toEqual({ sent: 1, failed: 0 });
      const [raw = ''] = server.got;
      const mail = await PostalMime.parse(raw.slice(raw.indexOf('\n') + 1));
      expect(mail.subject).toContain('1 escalation ahead');
      expect(mail.text).toContain('Nothing is pressing today.');
      expect(mail.text).toMatch(
        /• The gate\n {2}Was due on 4 Mar 2026\. .*Level 4, by letter, to .*Ministry of Transport; Secretariat/,
      );
      expect(mail.text).toContain(`https://s.example/tasks/${tasks[1]}`);
      expect(mail.text).toContain('https://s.example/tasks/ahead');
      expect(
        (await listUrgings(own)).digests.map(({ items }) => items.map(({ title, level }) => [title, level])),
      ).toContainEqual([['The gate', 4]]);
      const asked = { list: 'escalations', query: { days: 45 } } as const;
      const { table, rows } = await exportList(own, asked, head, { locale: 'en', logs: false });
      expect(rows).toEqual((await escalationsAhead(own, head, { days: 45 })).rows);
      expect(table.rows.map(({ cells }) => [cells[0], cells[1], cells[5]])).toEqual(
        rows.map((row) => {
          const { day: on, title, level } = row as { day: string; title: string; level: number };
          return [on, title, level];
        }),
      );
      const there: Seat = { ...head, party: 'XT' };
      expect((await exportList(atSeat(context, there), asked, there, { locale: 'en', logs: false })).rows).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test('goes by the ladder that a side set for the relation, which nobody else sets and no other side reads', async () => {
    const { context, head, keeper, tasks } = await side(open);
    const own = atSeat(context, keeper);
    const [row] = await laddersOf(own, keeper);
    expect(row).toMatchObject({ party: 'XL', set: null, version: 0, keeps: true, undoes: null });
    const { relation = '', ladder } = row ?? {};
    const step = { of: 'days', strengths: null, lifecycles: null, channel: 'letter', again: null } as const;
    const ours = {
      source: 'Decision 12 of the committee',
      quiet: [],
      reports: [],
      steps: [
        { ...step, level: 9, days: 60, to: ['leader'] },
        { ...step, level: 1, days: 30, to: ['above'] },
      ],
    } satisfies SetLadder;
    const set = { relation, party: 'XL', version: 0, body: { type: 'set', ladder: ours } } as const;
    for (const seat of [head, { ...keeper, party: 'XT' }]) {
      await expect(changeLadder(atSeat(context, seat), set, seat)).rejects.toMatchObject({ code: 'seat-may-not' });
    }
    await expect(changeLadder(own, { ...set, relation: 'xq-xz' }, keeper)).rejects.toMatchObject({ code: 'not-found' });
    const [now] = await changeLadder(own, set, keeper);
    expect(now).toMatchObject({ version: 1, set: { by: keeper.hand }, ladder: { source: ours.source } });
    expect(now?.ladder.steps.map(({ level, days }) => [level, days])).toEqual([
      [1, 30],
      [2, 60],
    ]);
    await expect(changeLadder(own, set, keeper)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    // The railway was due on 20 January: thirty days later is over on this day, sixty not.
    expect((await taskOf(own, tasks[0] ?? '', keeper)).ahead).toMatchObject([{ level: 1, day: DAY }]);
    expect((await escalationsAhead(own, keeper, { days: 60 })).rows.map(({ task, level }) => [task, level])).toEqual([
      [tasks[0], 1],
      [tasks[1], 1],
    ]);
    const urged = await urgeForDay(context, { day: DAY, party: null, mail: false });
    expect(urged.urgings).toMatchObject([{ task: tasks[0], level: 1, channel: 'letter', to: [{ unit: keeper.unit }] }]);
    // Read by the whole side, set by its keepers, and behind the wall of the other.
    expect(await laddersOf(atSeat(context, head), head)).toMatchObject([
      { keeps: false, undoes: null, set: { by: keeper.hand } },
    ]);
    const rows = (seat: Seat) =>
      atSeat(context, seat).database.queries.selectFrom('ladder_action').selectAll().execute();
    expect([(await rows(head)).length, (await rows({ ...keeper, party: 'XT' })).length]).toEqual([1, 0]);
    const [stored] = await rows(head);
    for (const seat of [head, { ...keeper, party: 'XT' }]) {
      const forged = {
        ...(stored as NonNullable<typeof stored>),
        id: 'forged',
        sequence: 2,
        body: JSON.stringify(set.body),
      };
      await expect(
        atSeat(context, seat)
          .database.queries.insertInto('ladder_action')
          .values(forged as never)
          .execute(),
      ).rejects.toThrow();
    }
    const undo = { ...set, version: 1, body: { type: 'undo', undoes: now?.undoes ?? '' } } as const;
    expect(await changeLadder(own, undo, keeper)).toMatchObject([{ version: 2, set: null, ladder }]);
    expect((await escalationsAhead(own, keeper, { days: 60 })).rows.map(({ task, level }) => [task, level])).toEqual([
      [tasks[0], 5],
      [tasks[1], 4],
    ]);
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('that reaches nobody is kept apart for the secretariat, and no task that waits is urged', async () => {
    const { context, head, keeper, tasks } = await side(open);
    const wait = { id: tasks[0] ?? '', version: 1, body: { type: 'wait', on: 'other-side', note: '' } } as const;
    await actOnTask(context, wait, keeper);
    await context.whole.queries.updateTable('account').set({ disabled: true }).where('name', '=', 'minh').execute();
    expect(await urgeForDay(context, { day: DAY, party: 'XT', mail: true })).toMatchObject({ urgings: [] });
    const urged = await urgeForDay(context, { day: DAY, party: 'XL', mail: true });
    expect([urged.urgings.map(({ task }) => task), urged.people, urged.unreached]).toEqual([[tasks[1]], 0, 1]);
    const { digests } = await listUrgings(atSeat(context, keeper));
    expect(digests.map(({ person, mail, items }) => [person, mail, items.length])).toEqual([[null, 'off', 1]]);
    expect((await listUrgings(atSeat(context, head))).digests).toEqual([]);
  });
});
