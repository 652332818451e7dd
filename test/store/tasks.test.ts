import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  actOnTask,
  addTaskFiles,
  addUnit,
  assignTasks,
  atSeat,
  type Context,
  changeUnit,
  compareTwoSnapshots,
  decide,
  exportList,
  fileOfTask,
  getCommitment,
  importFiles,
  listCommitments,
  listSnapshots,
  listUnits,
  owedNext,
  proposeForTask,
  readExpression,
  rebuildTasks,
  takeSnapshot,
  taskCounts,
  taskOf,
  tasksOf,
} from '../../src/operations/index.ts';
import { timed } from '../../src/operations/tasks/task-detail.ts';
import {
  type Assignment,
  type Evidence,
  type Seat,
  snapshotMark,
  type TaskActionBody,
  TIMELINESS,
} from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const SECRETARY: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const HEAD: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: 'transport', units: ['transport'] };

function assignment(commitments: readonly string[], more: Partial<Assignment> = {}): Assignment {
  return {
    ...{ party: 'XL', audience: 'own-side', title: 'Open the railway', commitments, parent: null, lead: 'transport' },
    ...{ coordinators: [], unresolved: [], due: { day: '2026-02-15', basis: 'text', source: 'in time' }, every: null },
    ...more,
  };
}

async function withCommitments(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const commitments = (await listCommitments(context, {})).rows.map(({ id }) => id);
  return { context, commitments };
}

type Deed = Exclude<TaskActionBody, { type: 'assign' }>;

async function play(context: Context, id: string, ...deeds: readonly (readonly [Seat, Deed])[]) {
  for (const [seat, body] of deeds) {
    const { version } = (await taskOf(context, id, seat)).state;
    await actOnTask(context, { id, version, body }, seat);
  }
}

onEveryRegister('a task', (open) => {
  test('is given, taken on, and found by unit, commitment and timeliness with totals that are sums of parts', async () => {
    const { context, commitments } = await withCommitments(open);
    const [late, free] = (await assignTasks(
      context,
      [
        assignment(commitments.slice(0, 2)),
        assignment(commitments.slice(2, 3), { due: null, coordinators: [{ unit: 'customs', due: null, part: '' }] }),
      ],
      SECRETARY,
    )) as [string, string];
    await play(context, late, [HEAD, { type: 'accept' }]);
    const all = await tasksOf(context, { units: ['transport'] });
    expect(all.rows.map(({ task_id, timeliness }) => [task_id, timeliness])).toEqual([
      [late, 'overdue'],
      [free, 'no-deadline'],
    ]);
    expect(all.counts.reduce((sum, { count }) => sum + count, 0)).toBe(all.rows.length);
    expect((await tasksOf(context, { timeliness: ['overdue'] })).rows.map((row) => row.task_id)).toEqual([late]);
    expect((await tasksOf(context, { units: ['customs'], role: 'partner' })).rows.map((row) => row.task_id)).toEqual([
      free,
    ]);
    expect((await tasksOf(context, { commitment: commitments[1] })).rows.map((row) => row.task_id)).toEqual([late]);
    expect((await taskOf(context, late, HEAD)).state.lifecycle).toBe('accepted');
  });

  test('is counted by unit, side, sector, direction and document, and each number opens as many (M03, M09)', async () => {
    const { context, commitments } = await withCommitments(open);
    const given = commitments.map((id, index) =>
      assignment([id, commitments[0] ?? ''], { lead: index % 2 === 0 ? 'transport' : 'customs' }),
    );
    const ids = await assignTasks(context, given, SECRETARY);
    await play(context, ids[1] ?? '', [SECRETARY, { type: 'set-due', due: null }]);
    const listed = async (query: Parameters<typeof tasksOf>[1]) =>
      (await tasksOf(context, query)).counts.reduce((sum, { count }) => sum + count, 0);
    const narrowed = { unit: 'units', side: 'party', sector: 'sector', work: 'work' } as const;
    for (const by of ['unit', 'side', 'sector', 'direction', 'work'] as const) {
      const { whole, groups, repeated } = await taskCounts(context, { by });
      expect(whole.all).toBe(commitments.length);
      expect(groups.reduce((sum, { tally }) => sum + tally.all, 0)).toBe(whole.all + repeated);
      for (const { key, tally } of groups) {
        expect(Object.values(tally.timeliness).reduce((a, b) => a + b, 0)).toBe(tally.all);
        expect(Object.values(tally.lifecycle).reduce((a, b) => a + b, 0)).toBe(tally.all);
        if (by === 'direction' || key === null) continue;
        const value = by === 'unit' || by === 'sector' ? [key] : key;
        expect(await listed({ [narrowed[by]]: value })).toBe(tally.all);
      }
    }
  });

  test('of a unit that was merged is found with its successor; the words keep the old name (M16)', async () => {
    const { context, commitments } = await withCommitments(open);
    const blank = { party: 'XL', parent: null, from: null, until: null, successor: null, entity: null };
    const keeper = { by: 'lan', party: 'XL' };
    const south = await addUnit(context, keeper, { ...blank, names: { en: ['South Province'] } });
    const hills = await addUnit(context, keeper, { ...blank, names: { en: ['Hill Province'] } });
    const title = 'Hill Province opens the ferry';
    const [id = ''] = await assignTasks(
      context,
      [assignment(commitments.slice(0, 1), { lead: hills.id, title })],
      SECRETARY,
    );
    expect((await tasksOf(context, { units: [south.id] })).rows).toEqual([]);
    const ended = { until: '2025-06-30', successor: south.id };
    await changeUnit(context, keeper, { id: hills.id, version: hills.version, fields: ended });
    const found = (await tasksOf(context, { units: [south.id] })).rows;
    expect(found.map(({ task_id, title: said }) => [task_id, said])).toEqual([[id, title]]);
    const asked = { list: 'tasks', query: { units: [south.id] } } as const;
    const { table, tasks } = await exportList(context, asked, SECRETARY, { locale: 'en', logs: true });
    expect(table.rows.map(({ cells }) => cells.includes(title))).toEqual([true]);
    expect(tasks).toMatchObject([{ id, title }]);
    expect((await tasksOf(context, { units: [south.id], asOf: '2025-06-30' })).rows).toEqual([]);
    const today = { ...context, clock: fixedClock('2026-05-01T08:00:00.000Z') };
    await changeUnit(today, keeper, { id: south.id, version: south.version, fields: { names: { en: ['South'] } } });
    const named = async (asOf?: string) =>
      (await listUnits(today, asOf)).filter(({ id: one }) => one === south.id).map(({ names }) => names.en);
    expect(await named()).toEqual([['South']]);
    expect(await named('2026-04-30')).toEqual([['South Province']]);
    expect(await named('2026-02-28')).toEqual([]);
  });

  test('handed down keeps its commitments and names what it is a part of', async () => {
    const { context, commitments } = await withCommitments(open);
    const [top = ''] = await assignTasks(context, [assignment(commitments.slice(0, 2))], SECRETARY);
    const head = { ...HEAD, units: ['transport', 'roads'] };
    const [part = ''] = await assignTasks(
      context,
      [assignment([], { parent: top, lead: 'roads', title: 'The road' })],
      head,
    );
    const detail = await taskOf(context, part, head);
    expect(detail.state.commitments).toEqual(commitments.slice(0, 2));
    expect(detail.above.map(({ task_id }) => task_id)).toEqual([top]);
    expect((await taskOf(context, top, head)).parts.map(({ task_id }) => task_id)).toEqual([part]);
    await expect(assignTasks(context, [assignment([], { parent: top, lead: 'customs' })], head)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
  });

  test('may be coordinated by more units than a page of the index holds, and each finds it', async () => {
    const { context, commitments } = await withCommitments(open);
    const units = Array.from({ length: 120 }, () => crypto.randomUUID());
    const coordinators = units.map((unit) => ({ unit, due: null, part: '' }));
    const [id] = await assignTasks(
      context,
      [assignment(commitments, { coordinators, unresolved: units, audience: 'internal' })],
      SECRETARY,
    );
    const seat: Seat = { ...HEAD, unit: units[77] ?? '', units: [units[77] ?? ''] };
    const own = atSeat(context, seat);
    expect((await tasksOf(own, { units: seat.units, role: 'partner' })).rows.map(({ task_id }) => task_id)).toEqual([
      id,
    ]);
    expect((await owedNext(own, seat)).day).toBe('2026-03-01');
    const stranger = { ...seat, unit: 'else', units: ['else'] };
    expect((await tasksOf(atSeat(context, stranger), {})).rows).toEqual([]);
  });

  test('is counted in the sector a correction gives its commitment', async () => {
    const { context, commitments } = await withCommitments(open);
    const [first = ''] = commitments;
    const [id] = await assignTasks(context, [assignment([first])], SECRETARY);
    const { sector } = await getCommitment(context, first);
    const other = sector === 'tourism' ? 'education' : 'tourism';
    const inSector = async (one: string) => (await tasksOf(context, { sector: [one as 'tourism'] })).rows.length;
    expect([await inSector(sector), await inSector(other)]).toEqual([1, 0]);
    await decide(context, { id: first, version: 1, by: 'lan', type: 'correct', fields: { sector: other } });
    expect([await inSector(sector), await inSector(other)]).toEqual([0, 1]);
    const { groups } = await taskCounts(context, { by: 'sector' });
    expect(groups.map(({ key, tally }) => [key, tally.all])).toEqual([[other, 1]]);
    await rebuildTasks(context);
    expect((await tasksOf(context, { sector: [other] })).rows.map(({ task_id }) => task_id)).toEqual([id]);
  });

  test('is flagged when a new version of the text no longer has the words it keeps, or a person sets them aside (M02)', async () => {
    const { context, commitments } = await withCommitments(open);
    const [first = '', second = '', third = ''] = commitments;
    await decide(context, { id: first, version: 1, by: 'lan', type: 'confirm' });
    const [lost, aside] = await assignTasks(
      context,
      [assignment([first]), assignment([second]), assignment([third])],
      SECRETARY,
    );
    const flagged = async () => {
      const { rows, gone, counts } = await tasksOf(context, { open: 'words' });
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      return { tasks: rows.map(({ task_id }) => task_id).sort(), gone };
    };
    expect(await flagged()).toEqual({ tasks: [], gone: [] });
    const quote = (await getCommitment(context, first)).quote;
    const mended = statement(2025).replace(quote, 'keep the old timetable of the ferry');
    await importFiles(context, { files: [file('2025.txt', mended)], by: 'lan' });
    const { version } = await getCommitment(context, second);
    await decide(context, { id: second, version, by: 'lan', type: 'reject', reason: 'not-an-action', note: '' });
    expect(await flagged()).toEqual({ tasks: [lost, aside].sort(), gone: [first, second].sort() });
    expect((await tasksOf(context, {})).gone).toHaveLength(2);
  });

  test('handed down from the capital to a commune shows the whole way back to the words agreed (M05)', async () => {
    const { context, commitments } = await withCommitments(open);
    const ways = ['capital', 'ministry', 'province', 'department', 'commune'];
    const made: string[] = [];
    for (const [level, lead] of ways.entries()) {
      const seat = { ...HEAD, hand: `head-${level}`, units: ways.slice(Math.max(0, level - 1)) };
      const parent = made.at(-1) ?? null;
      const given = assignment(parent === null ? commitments.slice(0, 1) : [], {
        parent,
        lead,
        title: `By the ${lead}`,
      });
      made.push(...(await assignTasks(context, [given], parent === null ? SECRETARY : seat)));
    }
    const leaf = await taskOf(context, made.at(-1) ?? '', { ...HEAD, units: ['commune'] });
    expect(leaf.above.map(({ lead }) => lead)).toEqual(ways.slice(0, -1).toReversed());
    expect(leaf.state.commitments).toEqual(commitments.slice(0, 1));
    const { quote, expressionId, span } = await getCommitment(context, leaf.state.commitments[0] ?? '');
    expect((await readExpression(context, expressionId)).text.slice(span.start, span.end)).toBe(quote);
  });

  test('cannot be stored with none or two leads, whoever writes (M06)', async () => {
    const { context, commitments } = await withCommitments(open);
    await expect(
      assignTasks(context, [assignment(commitments.slice(0, 1), { lead: '' })], SECRETARY),
    ).rejects.toMatchObject({ code: 'task-rule' });
    const twice = assignment(commitments.slice(0, 1), { coordinators: [{ unit: 'transport', due: null, part: '' }] });
    await expect(assignTasks(context, [twice], SECRETARY)).rejects.toMatchObject({ details: { rule: 'one-lead' } });
    const [id = ''] = await assignTasks(context, [assignment(commitments.slice(0, 1))], SECRETARY);
    await expect(
      sql`update task_state set partners = array['transport'] where task_id = ${id}`.execute(context.database.queries),
    ).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await tasksOf(context, {})).rows).toHaveLength(1);
  });

  test('names the version it saw, so that nobody is overwritten unseen', async () => {
    const { context, commitments } = await withCommitments(open);
    const [id = ''] = await assignTasks(context, [assignment(commitments.slice(0, 1))], SECRETARY);
    await actOnTask(context, { id, version: 1, body: { type: 'accept' } }, HEAD);
    await expect(actOnTask(context, { id, version: 1, body: { type: 'accept' } }, HEAD)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await expect(actOnTask(context, { id, version: 2, body: { type: 'accept' } }, HEAD)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
  });

  test('stands in the lists as its actions say, after the states were made again too', async () => {
    const { context, commitments } = await withCommitments(open);
    const ids = await assignTasks(
      context,
      [assignment(commitments.slice(0, 1)), assignment(commitments.slice(1, 2))],
      SECRETARY,
    );
    await play(
      context,
      ids[0] ?? '',
      [HEAD, { type: 'accept' }],
      [SECRETARY, { type: 'wait', on: 'condition', note: 'money' }],
    );
    const states = async () =>
      (await sql`select * from task_state order by task_id, version`.execute(context.database.queries)).rows;
    const before = await states();
    expect(await rebuildTasks(context)).toBe(2);
    expect(await states()).toEqual(before);
  });

  test('is as punctual in the database as in the rules', async () => {
    const { context, commitments } = await withCommitments(open);
    const settle = (outcome: 'done' | 'broken' | 'dropped', day: string) =>
      [
        SECRETARY,
        {
          type: 'settle',
          outcome,
          day,
          reason: 'law',
          note: '',
          evidence: [{ kind: 'document', title: 'x', number: '1', date: null }],
        },
      ] as const;
    const given = assignment(commitments.slice(0, 1));
    const ids = await assignTasks(
      context,
      [
        given,
        given,
        given,
        given,
        given,
        given,
        { ...given, due: null },
        { ...given, due: { day: '2027-01-01', basis: 'person', source: '' } },
      ],
      SECRETARY,
    );
    const id = (at: number) => ids[at] ?? '';
    await play(context, id(1), settle('done', '2026-02-15'));
    await play(context, id(2), settle('done', '2026-02-16'));
    await play(context, id(3), settle('broken', '2026-01-01'));
    await play(context, id(4), settle('dropped', '2026-01-01'));
    await play(context, id(5), [SECRETARY, { type: 'wait', on: 'other-side', note: '' }]);
    const { rows } = await tasksOf(context, {});
    expect(rows.map(({ timeliness }) => timeliness)).toEqual(expect.arrayContaining([...TIMELINESS]));
    for (const row of rows) expect(timed(row, '2026-03-01').timeliness).toBe(row.timeliness);
  });

  test('is asked for as of a past day, before it was given', async () => {
    const { context, commitments } = await withCommitments(open);
    await assignTasks(context, [assignment(commitments.slice(0, 1))], SECRETARY);
    expect((await tasksOf(context, { asOf: '2026-02-28' })).rows).toEqual([]);
    expect((await tasksOf(context, { asOf: '2026-03-01' })).rows).toHaveLength(1);
  });

  test('is walled off in the database: the other side sees none, uninvolved units no internal one', async () => {
    const { context, commitments } = await withCommitments(open);
    const as = (seat: Seat) => atSeat(context, seat);
    const partner: Seat = { ...HEAD, hand: 'hoa', unit: 'customs', units: ['customs'] };
    const other: Seat = { ...SECRETARY, hand: 'olen', party: 'XT' };
    const coordinators = [{ unit: 'customs', due: null, part: '' }];
    const [inner = '', plain = ''] = await assignTasks(
      as(SECRETARY),
      [
        assignment(commitments.slice(0, 1), { audience: 'internal', coordinators }),
        assignment(commitments.slice(1, 2)),
      ],
      SECRETARY,
    );
    const seen = async (seat: Seat) => (await tasksOf(as(seat), {})).rows.map(({ task_id }) => task_id).sort();
    expect(await seen(SECRETARY)).toEqual([inner, plain].sort());
    expect(await seen(HEAD)).toEqual([inner, plain].sort());
    expect(await seen(partner)).toEqual([inner, plain].sort());
    expect(await seen({ ...partner, unit: 'health', units: ['health'] })).toEqual([plain]);
    expect(await seen({ ...partner, unit: 'x', units: ["x','transport", "transport' or '1'='1"] })).toEqual([plain]);
    expect(await seen(other)).toEqual([]);
    expect((await tasksOf(as(other), {})).counts).toEqual([]);
    await expect(taskOf(as(other), plain, other)).rejects.toMatchObject({ code: 'not-found' });
    const deed = { id: plain, version: 1, body: { type: 'accept' } } as const;
    await expect(actOnTask(as(other), deed, other)).rejects.toMatchObject({ code: 'not-found' });
    const taken: string[] = [];
    for (const kind of ['interim', 'final'] as const) {
      taken.push((await takeSnapshot(as(SECRETARY), { party: 'XL', kind }, SECRETARY)).id);
    }
    const [before = '', after = ''] = taken;
    const compared = async (seat: Seat) => {
      const { changes, tasks } = await compareTwoSnapshots(as(seat), { before, after, show: 'same' });
      expect([changes.same, (await listSnapshots(as(seat))).map(({ counts }) => counts.all)]).toEqual([
        tasks.length,
        [tasks.length, tasks.length],
      ]);
      return tasks.map(({ task }) => task);
    };
    for (const seat of [SECRETARY, HEAD, partner]) expect(await compared(seat)).toEqual([inner, plain].sort());
    expect(await compared({ ...partner, unit: 'health', units: ['health'] })).toEqual([plain]);
    await expect(
      sql`update task_state set party = 'XT' where task_id = ${plain}`.execute(as(SECRETARY).database.queries),
    ).rejects.toBeDefined();
  });

  test('keeps files as evidence under hash and day, counts none it does not have, and shows them to none who may not see it', async () => {
    const { context, commitments } = await withCommitments(open);
    const reporter: Seat = { ...HEAD, hand: 'dung', role: 'reporter' };
    const [id = ''] = await assignTasks(context, [assignment(commitments.slice(0, 1))], SECRETARY);
    const scan = { name: 'Biên bản.pdf', type: 'application/pdf', bytes: new TextEncoder().encode('the gate is open') };
    await expect(addTaskFiles(context, id, [scan], reporter)).rejects.toMatchObject({ code: 'action-not-allowed' });
    await play(context, id, [HEAD, { type: 'accept' }]);
    const [kept] = await addTaskFiles(context, id, [scan], reporter);
    const [again] = await addTaskFiles(context, id, [{ ...scan, name: 'renamed.pdf' }], reporter);
    expect(again).toEqual(kept);
    expect(kept).toMatchObject({
      name: 'Biên bản.pdf',
      size: 16,
      added_at: '2026-03-01T08:00:00.000Z',
      added_by: 'dung',
    });
    const sha256 = kept?.sha256 ?? '';
    expect(new TextDecoder().decode((await fileOfTask(context, id, sha256, HEAD)).bytes)).toBe('the gate is open');
    const evidence = [{ kind: 'file', title: 'Minutes', sha256, name: 'Biên bản.pdf' }] as const;
    const report = { id: 'r', unit: 'transport', period: null, step: 5, done: true, text: 'Open.', evidence } as const;
    const made = [{ ...evidence[0], sha256: 'f'.repeat(64) }];
    const draft = (given: readonly Evidence[]) =>
      [reporter, { type: 'draft', report: { ...report, evidence: given } }] as const;
    await expect(play(context, id, draft(made))).rejects.toMatchObject({ code: 'not-found' });
    await play(context, id, draft(evidence));
    expect((await taskOf(context, id, HEAD)).files).toEqual([kept]);
    const as = (seat: Seat) => atSeat(context, seat);
    const other: Seat = { ...SECRETARY, hand: 'olen', party: 'XT' };
    const idle: Seat = { ...HEAD, hand: 'hoa', unit: 'health', units: ['health'] };
    await play(context, id, [SECRETARY, { type: 'share', audience: 'internal' }]);
    for (const seat of [other, idle]) {
      await expect(fileOfTask(as(seat), id, sha256, seat)).rejects.toMatchObject({ code: 'not-found' });
      await expect(addTaskFiles(as(seat), id, [scan], seat)).rejects.toMatchObject({ code: 'not-found' });
      const { rows } = await sql`select sha256 from task_file`.execute(as(seat).database.queries);
      expect(rows).toEqual([]);
    }
    expect((await fileOfTask(as(HEAD), id, sha256, HEAD)).name).toBe('Biên bản.pdf');
  });

  test('owes a report a period, names who is late (M03), and wants of each seat what is theirs to do', async () => {
    const { context, commitments } = await withCommitments(open);
    const reporter: Seat = { ...HEAD, hand: 'dung', role: 'reporter' };
    const given = assignment(commitments.slice(0, 1), { every: 'month', due: null });
    const [id = ''] = await assignTasks(context, [given, assignment(commitments.slice(1, 2))], SECRETARY);
    await play(context, id, [HEAD, { type: 'accept' }]);
    const later = { ...context, clock: fixedClock('2026-04-20T08:00:00.000Z') };
    const { owed } = await taskOf(later, id, HEAD);
    const [first] = owed;
    expect(owed.map(({ standing }) => standing)).toEqual(['late', 'running']);
    const list = await tasksOf(later, { report: 'late' });
    expect(list.rows.map(({ lead, report_to }) => [lead, report_to])).toEqual([['transport', first?.period.to]]);
    expect(list.reports).toEqual([{ report: 'late', count: 1 }]);
    const next = async (seat: Seat) =>
      (await owedNext(later, seat)).items.filter(({ task }) => task === id).map(({ kind, late }) => [kind, late]);
    expect(await next(reporter)).toContainEqual(['report', true]);
    const report = { id: 'r', unit: 'transport', period: first?.period ?? null, step: 3, done: false } as const;
    await play(
      later,
      id,
      [reporter, { type: 'draft', report: { ...report, text: 'Half.', evidence: [] } }],
      [HEAD, { type: 'forward', report: 'r' }],
    );
    expect(await next(SECRETARY)).toEqual([['take', false]]);
    expect((await taskOf(later, id, HEAD)).owed[0]?.standing).toBe('in-late');
    expect((await tasksOf(later, {})).reports).toEqual([{ report: 'running', count: 1 }]);
    expect((await owedNext(later, { ...reporter, unit: 'health', units: ['health'] })).items).toEqual([]);
    const [proposal] = await proposeForTask(context, id);
    expect(proposal?.commitment).toBe(commitments[0]);
  });

  test('is rated on a scale there is, and frozen in snapshots that are compared task by task', async () => {
    const { context, commitments } = await withCommitments(open);
    const ids = await assignTasks(
      context,
      [assignment(commitments.slice(0, 1)), assignment(commitments.slice(1, 2))],
      SECRETARY,
    );
    const [first = '', second = ''] = ids;
    const rate = (value: string) =>
      [SECRETARY, { type: 'rate', from: 'secretariat', scale: 'grades', value, reason: null, note: '' }] as const;
    await play(context, first, [HEAD, { type: 'accept' }], rate('C'));
    await expect(play(context, first, rate('Z'))).rejects.toMatchObject({ code: 'input-invalid' });
    const seated = atSeat(context, SECRETARY);
    const before = await takeSnapshot(seated, { party: 'XL', kind: 'interim' }, SECRETARY);
    await play(context, first, rate('A'));
    await play(context, second, [
      SECRETARY,
      { type: 'settle', outcome: 'dropped', day: '2026-03-01', reason: 'law', note: '', evidence: [] },
    ]);
    const after = await takeSnapshot(seated, { party: 'XL', kind: 'final' }, SECRETARY);
    expect([before.tasks, after.tasks]).toEqual([2, 2]);
    const pair = { before: before.id, after: after.id };
    const { changes, units, moved } = await compareTwoSnapshots(seated, pair);
    expect(changes).toEqual({ new: 0, gone: 0, closed: 1, reopened: 0, rose: 0, fell: 0, same: 1 });
    expect(units).toEqual([{ unit: 'transport', changes }]);
    expect(moved).toBe(1);
    const listed = (show: 'closed' | 'same' | 'ratings', unit?: string) =>
      compareTwoSnapshots(seated, { ...pair, show, unit });
    expect((await listed('closed')).tasks).toEqual([{ task: second, title: 'Open the railway', change: 'closed' }]);
    expect((await listed('same', 'transport')).tasks.map(({ task }) => task)).toEqual([first]);
    expect((await listed('same', 'health')).tasks).toEqual([]);
    expect((await listed('ratings')).ratings).toMatchObject([{ task: first, before: 'C', after: 'A', change: 'rose' }]);
    expect((await compareTwoSnapshots(seated, { ...pair, show: 'same', offset: 1 })).tasks).toEqual([]);
    const marks = await context.database.queries
      .selectFrom('snapshot_row')
      .select(['lifecycle', 'step', 'mark'])
      .execute();
    expect(marks.map(({ mark }) => mark)).toEqual(marks.map(snapshotMark));
    const views = await listSnapshots(seated);
    expect(views.map(({ kind, rates }) => [kind, rates.overdue.part, rates.overdue.whole]).sort()).toEqual([
      ['final', 1, 1],
      ['interim', 2, 2],
    ]);
    const other: Seat = { ...SECRETARY, hand: 'olen', party: 'XT' };
    expect(await listSnapshots(atSeat(context, other))).toEqual([]);
    await expect(compareTwoSnapshots(atSeat(context, other), pair)).rejects.toBeDefined();
    await expect(takeSnapshot(atSeat(context, other), { party: 'XL', kind: 'final' }, other)).rejects.toMatchObject({
      code: 'seat-may-not',
    });
  });
});
