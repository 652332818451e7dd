import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Queries, sidedPage } from '../../src/db/index.ts';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  actOnSharedTask,
  actOnTask,
  addPerson,
  addUnit,
  assignTasks,
  atSeat,
  type Context,
  changeWork,
  decide,
  getCommitment,
  getWork,
  holdPost,
  importFiles,
  listCommitments,
  listTwoSides,
  pageOfTwoSides,
  rebuildRegister,
  rebuildTasks,
  restoreWork,
  taskOf,
  tasksOf,
  twoSidesOf,
  verifyHistory,
  withdrawWork,
} from '../../src/operations/index.ts';
import type { Assignment, Seat, TaskActionBody } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const MACHINE = { by: 'machine', party: null };
const SECRET = 'WHAT STAYS AT HOME';

/** A secretariat of a side, with an account and a post, as it comes through the API. */
async function secretariat(whole: Context, party: string): Promise<{ readonly seat: Seat; readonly at: Context }> {
  const blank = { parent: null, from: null, until: null, successor: null, entity: null };
  const unit = await addUnit(whole, MACHINE, { party, names: { en: [`Office ${party}`] }, ...blank });
  const { id } = await addPerson(whole, { ...MACHINE, party }, { name: party, mail: `${party}@ostra.example` });
  const post = { account: id, unit: unit.id, role: 'secretariat', from: '2026-01-01', until: null } as const;
  const seat: Seat = {
    ...{ hand: await holdPost(whole, MACHINE, post), role: 'secretariat', party, unit: unit.id, units: [unit.id] },
  };
  return { seat, at: atSeat(whole, seat) };
}

type Deed = Exclude<TaskActionBody, { type: 'assign' }>;

const ORDER = `DIRECTIVE
on carrying out the joint statement

1. The Ministry of Roads shall open the railway of Norrin before 30 June 2024 and report every quarter.
`;

/** The list of Two sides as the database keeps it, for who asks. */
async function listKept(queries: Queries): Promise<string[]> {
  return (await sidedPage(queries, { others: [], offset: 0, limit: 100 })).ids.toSorted();
}

/** The same from the tasks that are shared with who asks, and from the hands that decided. */
async function listMade(whole: Context, queries: Queries): Promise<string[]> {
  const decided = await sql<{ id: string }>`
    select a.commitment_id as id from action a join holding h on h.id = a.by join post p on p.id = h.post_id
      join unit u on u.id = p.unit_id group by 1 having count(distinct u.party) > 1`.execute(whole.database.queries);
  const { rows } = await sql<{ id: string }>`
    select c.id from commitment c where c.listed and (c.id = any(${decided.rows.map(({ id }) => id)}::text[])
      or c.id in (select unnest(commitments) from task_shared)) order by 1`.execute(queries);
  return rows.map(({ id }) => id);
}

const STANDING = sql.raw(
  'party audience lead lifecycle outcome due ended waiting owed report_to report_by'
    .replace(/\w+/g, 's.$&')
    .replaceAll(' ', ', '),
);

async function keptByTasks(queries: Queries): Promise<unknown[]> {
  const { rows } =
    await sql`select task_id, commitment_id, work_id, ${STANDING} from task_keeps s order by 1, 2`.execute(queries);
  return rows;
}

async function servedByTasks(queries: Queries): Promise<unknown[]> {
  const { rows } = await sql`
    select s.task_id, n.id as commitment_id, c.work_id, ${STANDING} from task_state s, unnest(s.commitments) n (id)
      left join commitment c on c.id = n.id where s.until is null order by 1, 2`.execute(queries);
  return rows;
}

onEveryRegister('two sides', (open) => {
  async function twoSides() {
    const whole = await open();
    const [here, there] = [await secretariat(whole, 'XL'), await secretariat(whole, 'XT')];
    await importFiles(here.at, { files: [file('2023.txt', statement(2023))], by: here.seat.hand });
    const [commitment = ''] = (await listCommitments(here.at, {})).rows.map(({ id }) => id);
    const act = async (id: string, ...bodies: readonly Deed[]) => {
      for (const body of bodies) {
        const { version } = (await taskOf(here.at, id, here.seat)).state;
        await actOnTask(here.at, { id, version, body }, here.seat);
      }
    };
    const assign = async (more: Partial<Assignment> = {}) => {
      const given: Assignment = {
        ...{ party: 'XL', audience: 'own-side', title: 'Open the gate', commitments: [commitment], parent: null },
        ...{ lead: here.seat.unit ?? '', coordinators: [], unresolved: [], every: null },
        due: { day: '2026-06-30', basis: 'text', source: SECRET },
        ...more,
      };
      return (await assignTasks(here.at, [given], here.seat))[0] ?? '';
    };
    return { whole, here, there, commitment, act, assign };
  }

  const plan = { objective: SECRET, product: 'a gate', milestones: [] };
  const obstacle = { id: 'o', kind: 'money', text: SECRET, to: null, limit: null } as const;
  const rating = { type: 'rate', from: 'other-side', scale: 'grades', value: 'D', reason: null, note: '' } as const;

  test('see each other’s reading, what both hold, and where they differ, in fields and in tasks', async () => {
    const { whole, here, there, commitment, act, assign } = await twoSides();
    await decide(here.at, { id: commitment, version: 1, by: here.seat.hand, type: 'confirm' });
    const fields = { strength: 'study' } as const;
    await decide(there.at, { id: commitment, version: 2, by: there.seat.hand, type: 'correct', fields });
    const ledger = await twoSidesOf(there.at, commitment, there.seat);
    expect(ledger.sides.map(({ party, own, reading }) => [party, own, reading?.decision])).toEqual([
      ['XL', false, 'confirmed'],
      ['XT', true, 'corrected'],
    ]);
    expect(ledger.differences).toEqual([{ kind: 'field', field: 'strength' }]);
    expect(ledger.agreed).toContain('sector');
    const id = await assign();
    await act(id, { type: 'share', audience: 'shared', parts: { ratings: 'shared' } }, { type: 'accept' });
    await act(id, { ...rating, from: 'secretariat', value: 'A' });
    const shared = (await twoSidesOf(there.at, commitment, there.seat)).sides[0]?.tasks[0];
    await actOnSharedTask(there.at, { id, version: shared?.version ?? 0, body: rating }, there.seat);
    const [row] = await listTwoSides(here.at, here.seat);
    expect(row?.differences.map(({ kind }) => kind)).toEqual(['field', 'lead', 'rating']);
    expect(await listTwoSides(here.at, here.seat, { ids: ['another'] })).toEqual([]);
    expect(await pageOfTwoSides(here.at, here.seat, {})).toEqual({ rows: [row], total: 1, more: false });
    expect(await pageOfTwoSides(here.at, here.seat, { offset: 100 })).toEqual({ rows: [], total: 1, more: false });
    expect((await taskOf(here.at, id, here.seat)).history.at(-1)?.by).toBe(there.seat.hand);
    expect((await verifyHistory(whole)).breaches).toEqual([]);
  });

  test('show the other side what was opened to it and nothing else, whatever it asks for', async () => {
    const { whole, here, there, commitment, act, assign } = await twoSides();
    const [hidden, shown] = [await assign({ title: SECRET }), await assign()];
    await act(shown, { type: 'accept' }, { type: 'plan', plan }, { type: 'raise', obstacle });
    await act(shown, { type: 'share', audience: 'shared' });
    const theirs = async () => {
      const { sides } = await twoSidesOf(there.at, commitment, there.seat);
      return sides.find(({ party }) => party === 'XL')?.tasks ?? [];
    };
    const seen = async () => JSON.stringify(await listTwoSides(there.at, there.seat));
    expect(await theirs()).toMatchObject([
      { id: shown, due: '2026-06-30', plan: null, kept: ['plan', 'reports', 'ratings'] },
    ]);
    expect(await seen()).not.toContain(SECRET);
    await act(shown, { type: 'share', audience: 'shared', parts: { plan: 'shared', due: 'own-side' } });
    expect(await theirs()).toMatchObject([{ plan, due: null }]);
    await rebuildTasks(whole);
    expect(await theirs()).toMatchObject([{ plan, due: null }]);
    await act(shown, { type: 'share', audience: 'own-side' });
    expect(await theirs()).toEqual([]);
    expect(await seen()).not.toContain(shown);
    await act(shown, { type: 'share', audience: 'shared', parts: { plan: 'own-side' } });
    for (const id of [hidden, shown]) {
      await expect(taskOf(there.at, id, there.seat)).rejects.toMatchObject({ code: 'not-found' });
      const deed = { id, version: 1, body: { type: 'share', audience: 'public' } } as const;
      await expect(actOnTask(there.at, deed, there.seat)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await tasksOf(there.at, { commitment })).toMatchObject({ rows: [], counts: [] });
    await expect(actOnSharedTask(there.at, { id: hidden, version: 1, body: rating }, there.seat)).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
    const sneaky = {
      type: 'settle',
      outcome: 'done',
      day: '2026-03-01',
      reason: null,
      note: '',
      evidence: [],
    } as never;
    const { version } = (await taskOf(here.at, shown, here.seat)).state;
    await expect(actOnSharedTask(there.at, { id: shown, version, body: sneaky }, there.seat)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });
  });

  test('hold before a hostile seat that speaks SQL to the database itself', async () => {
    const { there, commitment, act, assign, here } = await twoSides();
    const [hidden, shown] = [await assign({ title: SECRET }), await assign()];
    await act(shown, { type: 'accept' }, { type: 'plan', plan }, { type: 'share', audience: 'shared' });
    const { queries } = there.at.database;
    for (const table of ['task', 'task_state', 'task_action', 'task_file']) {
      expect((await sql`select 1 from ${sql.table(table)}`.execute(queries)).rows).toEqual([]);
    }
    const { rows } = await sql<{ task_id: string }>`select * from task_shared`.execute(queries);
    expect(rows.map(({ task_id }) => task_id)).toEqual([shown]);
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    const changed = await sql`update task_shared set view = '{}'`.execute(queries);
    expect(changed.numAffectedRows).toBe(0n);
    expect((await sql`delete from task_shared`.execute(queries)).numAffectedRows).toBe(0n);
    const forged = sql`insert into task_shared (task_id, version, since, party, audience, commitments, view)
      values (${hidden}, 1, now(), 'XL', 'shared', array[${commitment}], '{}')`;
    await expect(forged.execute(queries)).rejects.toThrow();
    const quoted = `x'; drop table task_shared; --`;
    await expect(twoSidesOf(there.at, quoted, there.seat)).rejects.toMatchObject({ code: 'not-found' });
    await act(shown, { type: 'share', audience: 'internal' });
    const beyond = sql`select tasks_keeping(array[${commitment}]) union all select tasks_kept_from(array['any'])`;
    expect((await beyond.execute(queries)).rows).toEqual([]);
    expect((await beyond.execute(here.at.database.queries)).rows).toHaveLength(3);
    const reader: Seat = { ...here.seat, hand: 'h-reader', role: 'reader', unit: 'else', units: ['else'] };
    expect((await twoSidesOf(atSeat(here.at, reader), commitment, reader)).sides[0]?.tasks.map(({ id }) => id)).toEqual(
      [hidden],
    );
  });

  test('of a past day stand as they stood at its end; what is kept back since then stays back', async () => {
    const { here, there, commitment, act, assign } = await twoSides();
    await decide(here.at, { id: commitment, version: 1, by: here.seat.hand, type: 'confirm' });
    const id = await assign();
    await act(id, { type: 'share', audience: 'shared', parts: { plan: 'shared' } });
    await act(id, { type: 'accept' }, { type: 'plan', plan });
    const later = { ...here.at, clock: fixedClock('2026-03-20T08:00:00.000Z') };
    const settled = {
      type: 'settle',
      outcome: 'dropped',
      day: '2026-03-20',
      reason: 'law',
      note: '',
      evidence: [],
    } as const;
    const { version } = (await taskOf(later, id, here.seat)).state;
    const share = { type: 'share', audience: 'shared', parts: { plan: 'own-side' } } as const;
    await actOnTask(later, { id, version, body: share }, here.seat);
    await actOnTask(later, { id, version: version + 1, body: settled }, here.seat);
    const theirs = async (asOf?: string) => {
      const now = { ...there.at, clock: fixedClock('2026-04-01T08:00:00.000Z') };
      const [row] = await listTwoSides(now, there.seat, { asOf });
      return row?.sides.find(({ party }) => party === 'XL');
    };
    expect((await theirs())?.tasks).toMatchObject([{ outcome: 'dropped', plan: null, actions: ['rate', 'dispute'] }]);
    const then = await theirs('2026-03-10');
    expect(then).toMatchObject({ reading: { decision: 'confirmed' } });
    expect(then?.tasks).toMatchObject([{ outcome: null, lifecycle: 'planned', plan: null, actions: [] }]);
    expect(await theirs('2026-02-28')).toBeUndefined();
  });

  test('keep their list, and what tasks keep, equal to what the tables say, for every seat, whatever happens', async () => {
    const { whole, here, there, commitment, act, assign } = await twoSides();
    const reader: Seat = { ...here.seat, hand: 'h-reader', role: 'reader', unit: 'else', units: ['else'] };
    const seats = [here.at, there.at, atSeat(whole, reader)];
    const equal = async (when: string) => {
      for (const { database } of seats)
        expect(await listKept(database.queries), when).toEqual(await listMade(whole, database.queries));
      for (const { database } of [...seats, whole]) {
        const [kept, made] = [await keptByTasks(database.queries), await servedByTasks(database.queries)];
        expect(kept, when).toEqual(made);
      }
    };
    const directive = await importFiles(here.at, { files: [file('order.txt', ORDER)], by: here.seat.hand });
    const { workId = '' } = directive.files[0] as { workId?: string };
    const [own = ''] = (await listCommitments(here.at, { work: [workId] })).rows.map(({ id }) => id);
    const [both, theirs, internal] = [
      await assign({ commitments: [commitment, own] }),
      await assign(),
      await assign({ commitments: [own] }),
    ];
    for (const id of [both, theirs, internal]) await act(id, { type: 'share', audience: 'shared' });
    await equal('shared');
    await act(internal, { type: 'accept' }, { type: 'serve', commitments: [own, commitment] });
    await act(theirs, { type: 'share', audience: 'internal' });
    await equal('serving others, one closed');
    const change = async (side: string | null) => {
      const { version } = await getWork(here.at, workId);
      await changeWork(here.at, { id: workId, version, by: here.seat.hand, side, date: '2020-01-01' });
    };
    await change(null);
    await equal('opened');
    await change('XL');
    for (const id of [both, internal]) await act(id, { type: 'share', audience: 'own-side' });
    await equal('taken back');
    await decide(here.at, { id: commitment, version: 1, by: here.seat.hand, type: 'confirm' });
    await decide(there.at, {
      id: commitment,
      version: 2,
      by: there.seat.hand,
      type: 'correct',
      fields: { strength: 'study' },
    });
    await equal('decided by both');
    expect(await listKept(there.at.database.queries)).toEqual([commitment]);
    const statementWork = (await getCommitment(here.at, commitment)).workId;
    const at = async () => ({
      id: statementWork,
      by: here.seat.hand,
      version: (await getWork(here.at, statementWork)).version,
    });
    await withdrawWork(here.at, await at());
    await equal('withdrawn');
    expect(await listKept(there.at.database.queries)).toEqual([]);
    await restoreWork(here.at, await at());
    await equal('restored');
    await sql`delete from two_sided`.execute(whole.database.queries);
    await sql`update task_keeps set lead = 'x', work_id = null`.execute(whole.database.queries);
    await rebuildRegister(whole);
    await equal('made again');
    for (const table of ['two_sided', 'task_keeps']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(there.at.database.queries), table).rejects.toThrow();
    }
  });

  test('keep an internal part from those of their own side who do not work on it', async () => {
    const { here, act, assign } = await twoSides();
    const id = await assign();
    await act(id, { type: 'accept' }, { type: 'plan', plan });
    await act(id, { type: 'share', audience: 'own-side', parts: { plan: 'internal' } });
    const reader: Seat = { ...here.seat, hand: 'h-reader', role: 'reader', unit: 'else', units: ['else'] };
    const detail = await taskOf(atSeat(here.at, reader), id, reader);
    expect(detail.state.plan).toBeNull();
    expect(detail.history.map(({ body }) => body.type)).toEqual(['assign', 'accept', 'share']);
    const known = detail.history.flatMap(({ changes }) => changes.map(({ field }) => field));
    expect(known).toEqual(['lifecycle']);
    const whole = await taskOf(here.at, id, here.seat);
    expect(whole.state.plan).toEqual(plan);
    expect(whole.history.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ...[[], ['lifecycle']],
      ...[['lifecycle', 'objective', 'product'], []],
    ]);
  });
});
