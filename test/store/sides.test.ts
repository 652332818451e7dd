import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  actOnSharedTask,
  actOnTask,
  addPerson,
  addUnit,
  assignTasks,
  atSeat,
  type Context,
  decide,
  holdPost,
  importFiles,
  listCommitments,
  listTwoSides,
  pageOfTwoSides,
  rebuildTasks,
  taskOf,
  tasksOf,
  twoSidesOf,
  verifyHistory,
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

  test('keep an internal part from those of their own side who do not work on it', async () => {
    const { here, act, assign } = await twoSides();
    const id = await assign();
    await act(id, { type: 'accept' }, { type: 'plan', plan });
    await act(id, { type: 'share', audience: 'own-side', parts: { plan: 'internal' } });
    const reader: Seat = { ...here.seat, hand: 'h-reader', role: 'reader', unit: 'else', units: ['else'] };
    const detail = await taskOf(atSeat(here.at, reader), id, reader);
    expect(detail.state.plan).toBeNull();
    expect(detail.history.map(({ body }) => body.type)).toEqual(['assign', 'accept', 'share']);
    expect((await taskOf(here.at, id, here.seat)).state.plan).toEqual(plan);
  });
});
