import { expect, test } from 'vitest';
import { fixedClock, Problem } from '../../src/kernel/index.ts';
import {
  actOnSeries,
  actOnTask,
  addTaskFiles,
  assignTasks,
  atSeat,
  beginSeries,
  type Context,
  changeWork,
  decide,
  getCommitment,
  getWork,
  importFiles,
  listCommitments,
  listSnapshots,
  noteOnSeries,
  oneSeries,
  type SeriesDeed,
  takeSnapshot,
  taskOf,
  tasksOf,
  twoSidesOf,
} from '../../src/operations/index.ts';
import type { Assignment, Seat, SeriesContent, TaskActionBody, Timeliness } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: 'transport', units: ['transport'] };
const IDLE: Seat = { ...HEAD, hand: 'hoa', unit: 'health', units: ['health'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };
const [MARCH, APRIL, MAY] = ['2026-03-31', '2026-04-30', '2026-05-31'] as const;

type Deed = Exclude<TaskActionBody, { type: 'assign' }>;

/** The same register at a seat, on a day. */
function at(context: Context, seat: Seat, day: string): Context {
  return { ...atSeat(context, seat), clock: fixedClock(`${day}T08:00:00.000Z`) };
}

async function withCommitments(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(at(context, HERE, '2026-03-02'), { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const { rows } = await listCommitments(context, {});
  return { context, rows };
}

function assignment(commitments: readonly string[], more: Partial<Assignment> = {}): Assignment {
  return {
    ...{ party: 'XL', audience: 'own-side', title: 'Open the railway', commitments, parent: null, lead: 'transport' },
    ...{ coordinators: [], unresolved: [], due: { day: '2026-04-15', basis: 'text', source: 'in time' }, every: null },
    ...more,
  };
}

async function play(context: Context, id: string, day: string, seat: Seat, body: Deed) {
  const then = at(context, seat, day);
  const { version } = (await taskOf(then, id, seat)).state;
  await actOnTask(then, { id, version, body }, seat);
}

const missing = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

onEveryRegister('a page of a past day', (open) => {
  test('of a commitment has the fields, decision, history and text of then, and none before it was known', async () => {
    const { context, rows } = await withCommitments(open);
    const [row] = rows;
    const { id = '', version = 0, sector } = row ?? {};
    const before = await getCommitment(context, id);
    const changed = sector === 'tourism' ? 'health' : 'tourism';
    await decide(at(context, HERE, '2026-04-10'), {
      id,
      version,
      by: 'lan',
      type: 'correct',
      fields: { sector: changed },
    });
    const text = `Corrected copy\n\n${statement(2025)}`;
    await importFiles(at(context, HERE, '2026-05-10'), { files: [file('2025.txt', text)], by: 'lan' });
    const [march, april, now] = [
      await getCommitment(context, id, MARCH),
      await getCommitment(context, id, APRIL),
      await getCommitment(context, id),
    ];
    expect(march).toEqual(before);
    expect([april.sector, april.decision, april.history.map(({ type }) => type)]).toEqual([
      changed,
      'corrected',
      ['propose', 'correct'],
    ]);
    expect([april.span, april.before, april.evidence.places]).toEqual([
      march.span,
      march.before,
      march.evidence.places,
    ]);
    expect([now.quote, now.sector]).toEqual([before.quote, changed]);
    expect(now.span.start).toBeGreaterThan(april.span.start);
    expect((await listCommitments(context, { asOf: MARCH })).rows.find((one) => one.id === id)?.sector).toBe(
      march.sector,
    );
    expect(await missing(getCommitment(context, id, '2026-03-01'))).toBe('not-found');
  });

  test('of a commitment shows nobody what is kept back from them today, whatever was open then', async () => {
    const { context, rows } = await withCommitments(open);
    const { id = '', workId = '' } = rows[0] ?? {};
    const there = at(context, THERE, '2026-06-01');
    expect((await getCommitment(there, id, MARCH)).id).toBe(id);
    const here = at(context, HERE, '2026-05-01');
    await changeWork(here, { id: workId, version: (await getWork(here, workId)).version, by: 'lan', side: 'XL' });
    for (const day of [MARCH, APRIL, MAY, undefined]) {
      expect(await missing(getCommitment(there, id, day)), String(day)).toBe('not-found');
      expect(await missing(twoSidesOf(there, id, THERE, day)), String(day)).toBe('not-found');
    }
    expect((await getCommitment(here, id, MARCH)).id).toBe(id);
  });

  test('of a task has its state, timeliness, files and history of then, and nothing can be done there', async () => {
    const { context, rows } = await withCommitments(open);
    const given = [assignment([rows[0]?.id ?? '']), assignment([rows[1]?.id ?? ''])];
    const [id = '', above = ''] = await assignTasks(at(context, HERE, '2026-03-10'), given, HERE);
    await play(context, id, '2026-03-11', HEAD, { type: 'accept' });
    const under = assignment([rows[0]?.id ?? ''], { parent: id, title: 'Survey the line' });
    await assignTasks(at(context, HERE, '2026-04-12'), [under], HERE);
    const bytes = new TextEncoder().encode('the minutes');
    await addTaskFiles(at(context, HEAD, '2026-04-20'), id, [{ name: 'm.pdf', type: 'application/pdf', bytes }], HEAD);
    await play(context, id, '2026-05-02', HERE, { type: 'reroute', lead: 'works', note: '' });
    const today = at(context, HERE, '2026-06-01');
    const look = async (day?: string) => {
      const { state, timeliness, files, parts, actions, history } = await taskOf(today, id, HERE, day);
      return [state.lead, state.lifecycle, timeliness, files.length, parts.length, actions.length > 0, history.length];
    };
    expect(await look('2026-03-10')).toEqual(['transport', 'assigned', 'in-time', 0, 0, false, 1]);
    expect(await look(MARCH)).toEqual(['transport', 'accepted', 'in-time', 0, 0, false, 2]);
    expect(await look(APRIL)).toEqual(['transport', 'accepted', 'overdue', 1, 1, false, 2]);
    const [lead, , , , , may] = await look();
    expect([lead, may]).toEqual(['works', true]);
    for (const day of ['2026-03-09', MARCH, APRIL]) {
      const listed = (await tasksOf(today, { asOf: day })).rows.map(({ task_id }) => task_id);
      expect(await missing(taskOf(today, id, HERE, day)), day).toBe(listed.includes(id) ? null : 'not-found');
      expect(await missing(taskOf(today, above, HERE, day)), day).toBe(listed.includes(above) ? null : 'not-found');
    }
  });

  test('of a task made internal since is shut on every day, in lists and counts too, and parts kept back stay back', async () => {
    const { context, rows } = await withCommitments(open);
    const given = assignment([rows[0]?.id ?? '']);
    const [shut = '', plan = ''] = await assignTasks(at(context, HERE, '2026-03-10'), [given, given], HERE);
    for (const id of [shut, plan]) await play(context, id, '2026-03-11', HEAD, { type: 'accept' });
    const planned = { objective: 'the quiet plan', product: '', milestones: [] };
    await play(context, plan, '2026-03-12', HEAD, { type: 'plan', plan: planned });
    const idle = at(context, IDLE, '2026-06-01');
    const seen = async (asOf?: string) => JSON.stringify(await tasksOf(idle, { asOf }));
    expect(await seen(MARCH)).toContain(shut);
    expect(JSON.stringify(await taskOf(idle, plan, IDLE, MARCH))).toContain('the quiet plan');
    await play(context, shut, '2026-05-01', HERE, { type: 'share', audience: 'internal' });
    await play(context, plan, '2026-05-01', HERE, { type: 'share', audience: 'own-side', parts: { plan: 'internal' } });
    for (const day of [MARCH, APRIL, MAY, undefined]) {
      const list = await tasksOf(idle, { asOf: day });
      expect(JSON.stringify(list), String(day)).not.toContain(shut);
      expect(
        list.counts.reduce((sum, { count }) => sum + count, 0),
        String(day),
      ).toBe(1);
      expect(await missing(taskOf(idle, shut, IDLE, day)), String(day)).toBe('not-found');
      expect(JSON.stringify(await taskOf(idle, plan, IDLE, day)), String(day)).not.toContain('the quiet plan');
      expect(JSON.stringify(await getCommitment(idle, rows[0]?.id ?? '', day))).not.toContain(shut);
      const there = at(context, THERE, '2026-06-01');
      for (const id of [shut, plan]) expect(await missing(taskOf(there, id, THERE, day))).toBe('not-found');
    }
    for (const seat of [HERE, HEAD]) {
      const near = at(context, seat, '2026-06-01');
      expect((await taskOf(near, shut, seat, MARCH)).state.lifecycle).toBe('accepted');
      expect(JSON.stringify(await taskOf(near, plan, seat, MARCH))).toContain('the quiet plan');
    }
  });

  test('of a snapshot lists exactly what each of its numbers counts, whatever was done later that day', async () => {
    const { context, rows } = await withCommitments(open);
    const given = rows.slice(0, 4).map(({ id }) => assignment([id]));
    const [first = '', second = '', third = ''] = await assignTasks(at(context, HERE, '2026-03-10'), given, HERE);
    const evidence = [{ kind: 'document', title: 'Minutes', number: '1', date: null }] as const;
    const settle = (day: string) =>
      ({ type: 'settle', outcome: 'done', day, reason: null, note: '', evidence }) as const;
    for (const id of [first, second, third]) await play(context, id, '2026-03-11', HEAD, { type: 'accept' });
    await play(context, first, '2026-04-01', HERE, settle('2026-03-30'));
    await play(context, second, '2026-04-20', HERE, settle('2026-04-18'));
    const then = at(context, HERE, '2026-04-25');
    const { id: snapshot } = await takeSnapshot(then, { party: 'XL', kind: 'interim' }, HERE);
    const later = { ...then, clock: fixedClock('2026-04-25T16:00:00.000Z') };
    await actOnTask(later, { id: third, version: 2, body: settle('2026-04-25') }, HERE);
    const today = at(context, HERE, '2026-06-01');
    const [view] = await listSnapshots(today);
    const listed = async (...timeliness: Timeliness[]) =>
      (await tasksOf(today, { snapshot, ...(timeliness.length > 0 && { timeliness }) })).rows.length;
    expect([await listed(), await listed('done-on-time'), await listed('overdue')]).toEqual([4, 1, 2]);
    expect([view?.counts.all, view?.rates.onTime.part, view?.rates.overdue.part]).toEqual([4, 1, 2]);
    expect(await listed('done-on-time', 'done-late')).toBe(view?.rates.done.part);
    expect((await tasksOf(today, { asOf: '2026-04-25', timeliness: ['overdue'] })).rows).toHaveLength(1);
    expect(await missing(tasksOf(at(context, THERE, '2026-06-01'), { snapshot }))).toBe('not-found');
  });

  test('of a mechanism has the agenda, minutes and notes of then; the other side reads neither notes nor what is one side’s', async () => {
    const { context, rows } = await withCommitments(open);
    const content = {
      ...{ names: { en: ['Quiet Committee'] }, parties: ['XL', 'XT'], members: [], level: null, hosts: [] },
      ...{ every: null, standing: 'there', keptOut: [] },
    } satisfies SeriesContent;
    const begin = (own: boolean) =>
      beginSeries(at(context, HERE, '2026-03-10'), { relation: 'demonstration', series: content, own }, HERE);
    const [{ id }, own] = [await begin(false), await begin(true)];
    const does = async (day: string, body: SeriesDeed['body']) => {
      const then = at(context, HERE, day);
      await actOnSeries(then, { id, version: (await oneSeries(then, id, HERE)).version, body }, HERE);
    };
    const [task = ''] = await assignTasks(at(context, HERE, '2026-03-11'), [assignment([rows[0]?.id ?? ''])], HERE);
    const facts = { ordinal: 1, date: '2026-03-20', host: null };
    await does('2026-03-12', { type: 'open', session: 's1', facts });
    const item = { id: 'i1', text: 'The railway', tasks: [task], commitments: [], why: 'other' } as const;
    await does('2026-03-13', { type: 'add-item', item });
    await noteOnSeries(at(context, HERE, '2026-03-14'), { id, about: 'i1', text: 'our first line' }, HERE);
    await noteOnSeries(at(context, HERE, '2026-04-14'), { id, about: 'i1', text: 'our second line' }, HERE);
    await does('2026-04-15', { type: 'write-minute', item: 'i1', text: 'Both sides agreed.' });
    await does('2026-05-15', { type: 'close-item', item: 'i1', note: '' });
    const here = at(context, HERE, '2026-06-01');
    const look = async (day?: string) => {
      const { items, notes, history, actions, tasks } = await oneSeries(here, id, HERE, day);
      return [
        items.map(({ minute, closed }) => [minute?.text ?? null, closed !== null]),
        ...[notes.map(({ text }) => text), history.length, actions.length > 0, tasks.map(({ task_id }) => task_id)],
      ];
    };
    expect(await look('2026-03-12')).toEqual([[], [], 2, false, []]);
    expect(await look(MARCH)).toEqual([[[null, false]], ['our first line'], 3, false, [task]]);
    expect(await look(APRIL)).toEqual([[['Both sides agreed.', false]], ['our second line'], 4, false, [task]]);
    expect((await look()).slice(0, 4)).toEqual([[['Both sides agreed.', true]], ['our second line'], 5, true]);
    expect(await missing(oneSeries(here, id, HERE, '2026-03-09'))).toBe('not-found');
    const there = at(context, THERE, '2026-06-01');
    for (const day of [MARCH, APRIL, undefined]) {
      const theirs = JSON.stringify(await oneSeries(there, id, THERE, day));
      for (const secret of ['our first line', 'our second line', task])
        expect(theirs, String(day)).not.toContain(secret);
      expect(await missing(oneSeries(there, own.id, THERE, day)), String(day)).toBe('not-found');
    }
  });
});
