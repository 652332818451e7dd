import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { insertPartner } from '../../src/db/index.ts';
import type { Envelope } from '../../src/exchange/index.ts';
import { fixedClock } from '../../src/kernel/index.ts';
import type { NoticeMessage } from '../../src/notices/index.ts';
import {
  actOnChannel,
  actOnNotice,
  actOnPost,
  actOnRoster,
  atSeat,
  type Context,
  channelsOf,
  dutyOf,
  followNotices,
  issueNotice,
  listNotices,
  type NoticeDraft,
  noteOnNotice,
  openChannel,
  openPost,
  RECEIVERS,
  readNotice,
  rebuildNotices,
  remindContacts,
  sendPages,
  verifyHistory,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };
const WATCH: Seat = { hand: 'pia', role: 'duty-officer', party: 'XT', unit: 'desk', units: ['desk'] };
const STRANGER: Seat = { ...THERE, hand: 'zed', party: 'XM' };

const DRAFT: NoticeDraft = {
  ...{ type: 'water-emergency', mode: 'normal', channel: null, party: 'XL', post: null, to: ['XT'] },
  texts: { en: { headline: 'The Norrin rises fast at Senmar', instruction: 'Clear the lower quay.' } },
  fields: { kind: 'sudden-rise', river: 'Norrin', place: 'Senmar', observedAt: '2026-03-01T07:50:00Z', level: 4.2 },
  ...{ area: null, expires: null, references: [] },
};

const at = (context: Context, minute: number): Context => ({
  ...context,
  clock: fixedClock(new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString()),
});

/** Two sides on one machine with a channel: desks, a chief at each end, and thirty minutes that both agreed to. */
async function line(context: Context, type = 'water-emergency', clock: 'acknowledge' | 'answer' = 'acknowledge') {
  const [here, there] = [atSeat(context, HERE), atSeat(context, THERE)];
  const desk = async (seat: Seat, name: string) => {
    const post = { party: seat.party ?? '', unit: null, name, phone: '+99 1', mail: `${name}@sides.example` };
    const { rows } = await openPost(atSeat(context, seat), { ...post, zone: 'UTC' }, seat);
    return rows.find((row) => row.name === name)?.id ?? '';
  };
  const [hill, first, second] = [await desk(HERE, 'hill'), await desk(THERE, 'shore'), await desk(THERE, 'harbour')];
  const [chief, boss] = [await desk(HERE, 'chief'), await desk(THERE, 'boss')];
  const channel = { names: { en: 'River line' }, parties: ['XL', 'XT'], types: [type], commitments: [] };
  const id = (await openChannel(here, channel, HERE)).rows[0]?.id ?? '';
  const limit = { of: type, clock, minutes: 30 } as const;
  await actOnChannel(
    here,
    { id, version: 1, body: { type: 'line', party: 'XL', line: { posts: [hill], chief } } },
    HERE,
  );
  const theirs = { type: 'line', party: 'XT', line: { posts: [first, second], chief: boss } } as const;
  await actOnChannel(there, { id, version: 2, body: theirs }, THERE);
  const offer = { type: 'propose-limit', party: 'XL', ...limit, source: 'Note 7' } as const;
  await actOnChannel(here, { id, version: 3, body: offer }, HERE);
  return { here, there, channel: id, hill, first, second, limit };
}

/** A mail server that keeps what it is given, or refuses it. */
async function mailServer(taking: () => boolean) {
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onRcptTo: ({ address }, _, done) => {
      if (taking()) taken.push(address);
      done(taking() ? null : new Error('not now'));
    },
    onData: (stream, _, done) => void stream.resume().on('end', () => done()),
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  const settings = { server: `smtp://127.0.0.1:${port}`, from: 'servanda@ilmara.example', pages: null };
  return { taken, settings, close: () => new Promise<void>((done) => server.close(() => done())) };
}

onEveryRegister('notices between two sides', (open) => {
  test('a channel and the desks at its ends stand on a past day as they did, with what had gone over, and nothing to do', async () => {
    const context = at(await open(), 0);
    const { there, channel, limit } = await line(context);
    const tomorrow = (side: Context) => ({ ...side, clock: fixedClock('2026-03-02T08:00:00.000Z') });
    const agree = { type: 'agree-limit', party: 'XT', ...limit } as const;
    await actOnChannel(tomorrow(there), { id: channel, version: 4, body: agree }, THERE);
    const here = tomorrow(atSeat(context, HERE));
    await issueNotice(here, { ...DRAFT, channel }, HERE);
    const [then] = (await channelsOf(here, HERE, null, '2026-03-01')).rows;
    expect([then?.limits.map(({ agreed }) => agreed), then?.actions]).toEqual([[['XL']], []]);
    expect((await channelsOf(here, HERE)).rows[0]).toMatchObject({ limits: [{ agreed: ['XL', 'XT'] }], version: 5 });
    expect((await channelsOf(here, HERE)).rows[0]?.figures).not.toEqual(then?.figures);
    const desks = (await dutyOf(here, HERE, '2026-03-01')).rows;
    expect([desks.length, desks.flatMap(({ actions }) => actions)]).toEqual([5, []]);
    for (const list of [await channelsOf(here, HERE, null, '2026-02-28'), await dutyOf(here, HERE, '2026-02-28')])
      expect(list.rows).toEqual([]);
    expect((await channelsOf(tomorrow(atSeat(context, STRANGER)), STRANGER, null, '2026-03-01')).rows).toEqual([]);
  });

  test('an alert reaches a named post within the agreed minutes, or the next post and then both chiefs are told (M51)', async () => {
    const context = at(await open(), 0);
    const { there, channel, first, limit } = await line(context);
    const agree = { type: 'agree-limit', party: 'XT', ...limit } as const;
    await actOnChannel(there, { id: channel, version: 4, body: agree }, THERE);
    await expect(issueNotice(atSeat(context, STRANGER), { ...DRAFT, channel }, STRANGER)).rejects.toThrow(
      'seat-may-not',
    );
    const sent = await issueNotice(atSeat(context, HERE), { ...DRAFT, channel }, HERE);
    const { id, of } = sent.notice;
    expect(sent.notice.notice).toMatchObject({
      to: ['XT'],
      limits: { acknowledge: { minutes: 30, source: 'Note 7' } },
    });
    expect(sent.notice.received).toMatchObject([{ party: 'XT', by: 'rules' }]);
    const seen = async (seat: Seat, minute: number) => readNotice(atSeat(at(context, minute), seat), id, seat);
    const clockAt = async (minute: number) =>
      (await seen(WATCH, minute)).notice.clocks.find(({ clock }) => clock === 'acknowledge');
    expect(await clockAt(10)).toMatchObject({ standing: 'running', deadline: '2026-03-01T08:30:00.000Z' });
    await followNotices(at(context, 29));
    expect((await seen(WATCH, 29)).notice.escalations).toEqual([]);
    for (const minute of [30, 30, 31, 60, 61]) await followNotices(at(context, minute));
    const { escalations } = (await seen(HERE, 61)).notice;
    expect(escalations.map(({ party, step, told }) => [party, step, told.map(({ name }) => name)])).toEqual([
      ['XL', 0, ['hill']],
      ['XT', 0, ['harbour']],
      ['XL', 1, ['chief']],
      ['XT', 1, ['boss']],
    ]);
    expect(await clockAt(61)).toMatchObject({ standing: 'overdue', over: 31 });
    const body = { type: 'acknowledge', post: first } as const;
    const later = atSeat(at(context, 62), WATCH);
    await expect(actOnNotice(later, { id, party: 'XT', of: 'other', body }, WATCH)).rejects.toThrow(
      'changed-meanwhile',
    );
    const read = await actOnNotice(later, { id, party: 'XT', of, body }, WATCH);
    expect(read.notice.acknowledged).toMatchObject([{ party: 'XT', postName: 'shore', by: 'pia' }]);
    await followNotices(at(context, 200));
    expect((await seen(HERE, 200)).notice.escalations).toHaveLength(4);
    expect((await seen(HERE, 200)).notice.clocks.at(-1)).toMatchObject({ standing: 'late', minutes: 62, over: 32 });
    expect((await channelsOf(atSeat(at(context, 200), HERE), HERE)).rows[0]?.figures).toMatchObject({
      ...{ notices: 1, acknowledged: 1, late: 1, medianMinutes: 62 },
    });
    expect(await rebuildNotices(context)).toBe(7);
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('an obstacle that nobody answers within the agreed limit is escalated on both sides within one cycle (M13)', async () => {
    const context = at(await open(), 0);
    const { there, channel, limit } = await line(context, 'obstacle', 'answer');
    await actOnChannel(there, { id: channel, version: 4, body: { type: 'agree-limit', party: 'XT', ...limit } }, THERE);
    const fields = { subject: 'Lorries wait at Norrin', kind: 'clearance', request: 'Open the second lane' };
    const draft = {
      ...DRAFT,
      type: 'obstacle',
      channel,
      fields,
      texts: { en: { headline: 'Lorries wait at Norrin', instruction: '' } },
    };
    const { id } = (await issueNotice(atSeat(context, HERE), draft, HERE)).notice;
    await followNotices(at(context, 29));
    const listed = async (seat: Seat, minute: number) => {
      const { rows } = await listNotices(atSeat(at(context, minute), seat), {}, seat);
      const { escalations } = (await readNotice(atSeat(at(context, minute), seat), id, seat)).notice;
      return { listed: rows.some((row) => row.id === id), sides: [...new Set(escalations.map(({ party }) => party))] };
    };
    expect(await listed(HERE, 29)).toEqual({ listed: true, sides: [] });
    await followNotices(at(context, 31));
    for (const seat of [HERE, THERE]) expect(await listed(seat, 31)).toEqual({ listed: true, sides: ['XL', 'XT'] });
  });

  test('whatever its type, a notice to a side without a known counterpart lies with its secretariat and is never dropped (M14)', async () => {
    const context = at(await open(), 0);
    const drafts: NoticeDraft[] = [
      DRAFT,
      { ...DRAFT, type: 'obstacle', fields: { subject: 'Papers', kind: 'documents', request: 'One form' } },
      { ...DRAFT, type: 'test-call', fields: {} },
    ];
    const sent: string[] = [];
    for (const draft of drafts) sent.push((await issueNotice(atSeat(context, HERE), draft, HERE)).notice.id);
    await followNotices(at(context, 500));
    const { rows } = await listNotices(atSeat(at(context, 500), THERE), {}, THERE);
    expect(rows.map(({ id }) => id).sort()).toEqual(sent.sort());
    for (const id of sent) {
      expect((await readNotice(atSeat(at(context, 500), THERE), id, THERE)).notice).toMatchObject({ standing: 'open' });
    }
  });

  test('each side sees what it sent or got, its own notes and whom it told; nobody speaks for the other side', async () => {
    const context = at(await open(), 0);
    const { channel, hill } = await line(context);
    const { notice } = await issueNotice(atSeat(context, HERE), { ...DRAFT, channel }, HERE);
    const { id, of } = notice;
    expect(notice.clocks.map(({ clock, standing }) => [clock, standing])).toContainEqual(['acknowledge', 'not-agreed']);
    const deed = { id, party: 'XT', of, body: { type: 'acknowledge', post: null } } as const;
    await expect(actOnNotice(atSeat(context, HERE), deed, HERE)).rejects.toThrow('action-not-allowed');
    const foreign = { ...deed, body: { type: 'acknowledge', post: hill } } as const;
    await expect(actOnNotice(atSeat(context, WATCH), foreign, WATCH)).rejects.toThrow('not-found');
    const forged = sql`insert into notice_action values ('f', ${id}, 9, now(), 'lan', 'XT', '{}', ${'0'.repeat(64)})`;
    await expect(forged.execute(atSeat(context, HERE).database.queries)).rejects.toThrow();
    await noteOnNotice(atSeat(context, HERE), { id, party: 'XL', text: 'The gauge may be wrong' }, HERE);
    expect((await readNotice(atSeat(context, HERE), id, HERE)).notes).toHaveLength(1);
    const theirs = await readNotice(atSeat(context, THERE), id, THERE);
    expect(theirs.notes).toEqual([]);
    expect(theirs.pages.map(({ party, name, mail }) => [party, name, mail])).toEqual([['XT', 'shore', 'waiting']]);
    expect((await listNotices(atSeat(context, STRANGER), {}, STRANGER)).rows).toEqual([]);
    await expect(readNotice(atSeat(context, STRANGER), id, STRANGER)).rejects.toThrow('not-found');
    expect((await dutyOf(atSeat(context, STRANGER), STRANGER)).rows).toEqual([]);
    const personal = { ...DRAFT, channel, fields: { ...DRAFT.fields, measures: 'Told 001203004567' } };
    await expect(issueNotice(atSeat(context, HERE), personal, HERE)).rejects.toThrow('notice-personal');
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('a notice is mailed to whoever sits at the desk, tried again where the server is away; an exercise never is (M62)', async () => {
    const context = at(await open(), 0);
    const { there, channel, first } = await line(context);
    let up = false;
    const mail = await mailServer(() => up);
    const shift = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-02T00:00:00.000Z', name: 'Night turn' };
    const add = (version: number) =>
      ({ id: first, version, body: { type: 'add', shift: { ...shift, mail: 'night@sides.example' } } }) as const;
    await actOnRoster(there, add(0), THERE);
    await expect(actOnRoster(there, add(1), THERE)).rejects.toThrow('roster-overlap');
    expect((await dutyOf(atSeat(context, HERE), HERE)).rows.find(({ id }) => id === first)?.roster).toBeNull();
    const drill = await issueNotice(atSeat(context, HERE), { ...DRAFT, channel, mode: 'exercise' }, HERE);
    expect((await readNotice(there, drill.notice.id, THERE)).pages).toMatchObject([
      { mail: 'exercise', name: 'Night turn' },
    ]);
    up = true;
    expect(await sendPages(context, mail.settings)).toEqual({ sent: 0, failed: 0 });
    up = false;
    const { notice } = await issueNotice(atSeat(context, HERE), { ...DRAFT, channel }, HERE);
    expect(await sendPages(context, mail.settings)).toEqual({ sent: 0, failed: 1 });
    up = true;
    expect(await sendPages(context, mail.settings)).toEqual({ sent: 0, failed: 0 });
    expect(await sendPages(at(context, 1), mail.settings)).toEqual({ sent: 1, failed: 0 });
    expect(mail.taken).toEqual(['night@sides.example']);
    expect((await readNotice(there, notice.id, THERE)).pages).toMatchObject([{ mail: 'sent', attempts: 2 }]);
    expect(await remindContacts(context)).toBe(5);
    const shore = (await dutyOf(there, THERE)).rows.find(({ id }) => id === first);
    await actOnPost(there, { id: first, version: shore?.version ?? 0, body: { type: 'confirm' } }, THERE);
    expect(await remindContacts(context)).toBe(4);
    await sendPages(context, null);
    expect(mail.taken).toHaveLength(1);
    await mail.close();
  });

  test('what another node says arrives once, in any order, and only of the side it speaks for', async () => {
    const context = at(await open(), 0);
    const node = { id: 'urn:servanda:tavoria', name: 'Tavoria', party: 'XT', own: 'XL', kind: 'other-side' as const };
    const about = { address: null, state: 'active' as const, types: ['servanda.notice' as const], added_by: 'lan' };
    await insertPartner(context.whole.queries, { ...node, ...about, added_at: context.clock.now() });
    const [partner] = (await sql`select * from partner`.execute(context.whole.queries)).rows as never[];
    const here = atSeat(context, HERE);
    const { notice } = await issueNotice(here, DRAFT, HERE);
    expect(notice.received).toEqual([]);
    const { rows } = await sql<{ data: { notice: NoticeMessage } }>`select data from outbox`.execute(
      here.database.queries,
    );
    expect(rows.map(({ data }) => data.notice.action.body.type)).toEqual(['issue']);
    expect(JSON.stringify(rows)).not.toContain('"lan"');
    const comes = (message: unknown) =>
      context.whole.write((queries) =>
        RECEIVERS['servanda.notice'](queries, {
          ...{ envelope: { data: { notice: message } } as unknown as Envelope, partner: partner as never, context },
        }),
      );
    const action = (id: string, party: string, body: object) => ({ id, at: '2026-03-01T08:05:00.000Z', party, body });
    const read = action('t1', 'XT', { type: 'acknowledge', of: notice.of, post: 'p', postName: 'Shore desk' });
    await comes({ id: notice.id, action: read });
    await comes({ id: notice.id, action: read });
    expect((await readNotice(here, notice.id, HERE)).notice.acknowledged).toMatchObject([{ postName: 'Shore desk' }]);
    const refusals: [unknown, string][] = [
      [{ id: notice.id, action: { ...read, id: 't2', party: 'XL' } }, 'notice-invalid'],
      [{ id: notice.id, action: action('t3', 'XT', { type: 'cancel', text: '' }) }, 'notice-invalid'],
      [{ id: notice.id, action: { ...read, id: 't4', by: 'olen' } }, 'notice-invalid'],
      [{ id: 'not-here-yet', action: { ...read, id: 't5' } }, 'not-found'],
      [
        { id: notice.id, action: action('t6', 'XT', { type: 'follow-up', text: 'a@b.example', final: false }) },
        'personal',
      ],
      [null, 'notice-invalid'],
    ];
    for (const [message, code] of refusals) await expect(comes(message)).rejects.toThrow(code);
    const issue = { ...notice.notice, from: { party: 'XT', post: null, postName: '' }, to: ['XL'] };
    await comes({ id: 'from-there', action: action('t7', 'XT', { type: 'issue', notice: issue }) });
    await followNotices(context);
    expect((await readNotice(here, 'from-there', HERE)).notice.received).toMatchObject([{ party: 'XL', by: 'rules' }]);
    expect((await readNotice(here, 'from-there', HERE)).pages).toMatchObject([{ party: 'XL', mail: 'nobody' }]);
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });
});
