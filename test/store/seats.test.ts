import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/index.ts';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  applyPreview,
  atSeat,
  bodyNames,
  type CommitmentQuery,
  type Context,
  changeWork,
  commitmentBatches,
  decide,
  decideEntity,
  disseminationOf,
  exportList,
  exportRegister,
  expressionAkn,
  getCommitment,
  getEntity,
  getImport,
  getPreview,
  getWork,
  importFiles,
  joinWorks,
  listCommitments,
  listEntries,
  listLessons,
  listTwoSides,
  listWorks,
  originalFile,
  pairsOf,
  quotasOf,
  readExpression,
  readVersions,
  seriesOf,
  startPreview,
  tasksOf,
  termsOf,
  threadOf,
  traceLineage,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { ENTITY_KINDS } from '../../src/vocabulary/index.ts';
import { onEveryDatabase, onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'h-here', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'h-there', role: 'secretariat', party: 'XT', unit: 'office', units: ['office', 'desk'] };

async function identity({ queries }: Pick<Database, 'queries'>) {
  const { rows } = await sql<{ role: string; party: string | null; hand: string | null }>`
    select current_user::text as role, servanda_party() as party,
      nullif(current_setting('servanda.hand', true), '') as hand`.execute(queries);
  return rows[0];
}

onEveryDatabase('a seat at the database', (open) => {
  test('is asked under its own name however many ask at once, also after statements that fail', async () => {
    const database = await open();
    const [here, there] = [database.as(HERE), database.as(THERE)];
    const asked = Array.from({ length: 60 }, async (_, index) => {
      const seat = [here, there, database][index % 3] as Database;
      if (index % 5 === 0) await sql`select 1 / 0`.execute(seat.queries).catch(() => undefined);
      if (index % 7 === 0) {
        await seat.write((queries) => sql`select * from no_such_table`.execute(queries)).catch(() => undefined);
      }
      if (index % 2 === 0) return [index, await seat.write((queries) => identity({ queries }))] as const;
      return [index, await identity(seat)] as const;
    });
    for (const [index, found] of await Promise.all(asked)) {
      const expected = [HERE, THERE, null][index % 3] ?? null;
      expect(found?.party, String(index)).toBe(expected?.party ?? null);
      expect(found?.hand).toBe(expected?.hand ?? null);
      expect(found?.role === 'servanda_seat').toBe(expected !== null);
    }
    await database.close();
  });

  test('reads nothing of who may sign in, and writes no units, posts or holdings', async () => {
    const database = await open();
    const { queries } = database.as(HERE);
    for (const table of [
      'account',
      'account_action',
      'login_session',
      'login_attempt',
      'calendar_feed',
      'setting',
      'servanda_migration',
    ]) {
      await expect(sql`select * from ${sql.table(table)}`.execute(queries), table).rejects.toThrow();
    }
    for (const table of ['unit', 'unit_action', 'post', 'holding']) {
      await sql`select * from ${sql.table(table)}`.execute(queries);
      await expect(sql`delete from ${sql.table(table)}`.execute(queries), table).rejects.toThrow();
    }
    await expect(sql`truncate commitment cascade`.execute(queries)).rejects.toThrow();
    await expect(sql`alter table work disable row level security`.execute(queries)).rejects.toThrow();
    await database.close();
  });

  test('finds a wall before every table but those named here', async () => {
    const database = await open();
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relkind = 'r' and not c.relrowsecurity
        and c.relnamespace = current_schema()::regnamespace
        and has_table_privilege('servanda_seat', c.oid, 'select') order by 1`.execute(database.queries);
    const open_to_all = ['entity_profile', 'exchange_key', 'exchange_node', 'post', 'unit', 'unit_action'];
    expect(rows.map(({ name }) => name).filter((name) => !name.startsWith('task'))).toEqual(open_to_all);
    await database.close();
  });

  test('runs no function that looks past a wall but those named here, and neither does anybody', async () => {
    const database = await open();
    const { rows } = await sql<{ name: string; seat: boolean; anybody: boolean }>`
      select proname as name, has_function_privilege('servanda_seat', oid, 'execute') as seat,
        has_function_privilege('servanda_public', oid, 'execute') as anybody
      from pg_proc where prosecdef and prorettype <> 'trigger'::regtype
        and pronamespace = current_schema()::regnamespace order by 1`.execute(database.queries);
    expect(rows.filter(({ seat }) => seat).map(({ name }) => name)).toEqual([
      ...['commitments_worded', 'paper_last_number', 'parties_of_hands', 'register_counted', 'register_found'],
      ...['shared_tasks_keeping', 'task_is_public'],
      ...['tasks_coordinated', 'tasks_keeping', 'tasks_kept_from', 'tasks_put_to'],
    ]);
    expect(rows.filter(({ anybody }) => anybody).map(({ name }) => name)).toEqual(['task_is_public']);
    await database.close();
  });
});

const DIRECTIVE = `DIRECTIVE
on carrying out the joint statement

1. The Ministry of Roads shall open the railway of Norrin before 30 June 2024 and report every quarter.

2. The Zebrin Bureau of Quiet Affairs shall set up the hotline of Sarko before December 2024.
`;

onEveryRegister('the wall between the sides', (open) => {
  async function twoSides() {
    const whole = await open();
    const [here, there] = [atSeat(whole, HERE), atSeat(whole, THERE)];
    await importFiles(here, { files: [file('statement.txt', statement(2023))], by: HERE.hand });
    const job = await importFiles(here, { files: [file('directive.txt', DIRECTIVE)], by: HERE.hand });
    await traceLineage(whole);
    const { workId, expressionId } = job.files[0] as { workId: string; expressionId: string };
    return { whole, here, there, job, workId, expressionId };
  }
  const all = async (context: Context) => (await listCommitments(context, { limit: 500 })).rows;

  test('shows a statement to both sides and a directive to the side that brought it in', async () => {
    const { here, there, workId } = await twoSides();
    expect((await getWork(here, workId)).side).toBe('XL');
    expect(await listWorks(here)).toHaveLength(2);
    expect((await listWorks(there)).map(({ side }) => side)).toEqual([null]);
  });

  test('keeps list, search, counts, exports and downloads of the other side free of it', async () => {
    const { whole, here, there, workId, expressionId } = await twoSides();
    const own = await all(here);
    const shared = own.filter((row) => row.workId !== workId);
    expect(own.length).toBeGreaterThan(shared.length);
    const seen = await listCommitments(there, { limit: 500 });
    expect(seen.rows.map(({ id }) => id).sort()).toEqual(shared.map(({ id }) => id).sort());
    expect(seen.total).toBe(shared.length);
    expect(seen.facets.work.map(({ value }) => value)).not.toContain(workId);
    expect((await listCommitments(there, { q: 'every quarter' })).total).toBe(0);
    expect((await listCommitments(here, { q: 'every quarter' })).total).toBeGreaterThan(0);
    const worded = sql`select commitments_worded(array['every quarter'], 10)`;
    expect((await worded.execute(there.database.queries)).rows).toEqual([]);
    expect((await worded.execute(here.database.queries)).rows.length).toBeGreaterThan(0);
    await expect(worded.execute(whole.database.asAnybody().queries)).rejects.toThrow();
    for (const table of ['register_row', 'register_words']) {
      const ids = (await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(there.database.queries)).rows;
      expect(
        own.filter((row) => row.workId === workId && ids.some(({ id }) => id === row.id)),
        table,
      ).toEqual([]);
      await expect(sql`delete from ${sql.table(table)}`.execute(here.database.queries), table).rejects.toThrow();
    }
    expect((await listCommitments(there, { work: [workId] })).total).toBe(0);
    const batches = [];
    for await (const rows of commitmentBatches(there, {})) batches.push(...rows);
    expect(batches).toHaveLength(shared.length);
    expect(JSON.stringify(await exportRegister(there))).not.toContain('Zebrin');
    expect(JSON.stringify((await listEntries(there, { kind: 'body', limit: 500 })).rows)).not.toContain('Zebrin');
    expect(JSON.stringify(await bodyNames(here))).toContain('Zebrin');
    expect(JSON.stringify(await bodyNames(there))).not.toContain('Zebrin');
    for (const ask of [readExpression, originalFile, expressionAkn]) {
      await expect(ask(there, expressionId)).rejects.toMatchObject({ code: 'not-found' });
    }
    const internal = own.find((row) => row.workId === workId)?.id ?? '';
    for (const ask of [getCommitment, threadOf]) {
      await expect(ask(there, internal)).rejects.toMatchObject({ code: 'not-found' });
    }
    const joint = shared[0]?.expressionId ?? '';
    await expect(readVersions(there, joint, expressionId)).rejects.toMatchObject({ code: 'not-found' });
    const threads = await Promise.all(shared.map(({ id }) => threadOf(there, id)));
    expect(JSON.stringify(threads)).not.toContain(workId);
    await expect(getWork(there, workId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await listWorks(whole)).toHaveLength(2);
  });

  test('lets the other side decide, change or open nothing of it, whatever ids it guesses', async () => {
    const { here, there, job, workId } = await twoSides();
    const internal = (await all(here)).find((row) => row.workId === workId);
    const id = internal?.id ?? '';
    await expect(decide(there, { id, version: 1, by: THERE.hand, type: 'confirm' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(changeWork(there, { id: workId, version: 1, by: THERE.hand, side: null })).rejects.toThrow();
    await expect(getImport(there, job.id)).rejects.toMatchObject({ code: 'not-found' });
    const { rowCount } = await there.database.write(async (queries) => {
      const { numAffectedRows } = await sql`update commitment set quote = 'x' where id = ${id}`.execute(queries);
      return { rowCount: numAffectedRows };
    });
    expect(rowCount).toBe(0n);
    const planted = {
      id: 'planted',
      title: 'x',
      type: 'other',
      date: null,
      parties: [],
      demonstration: false,
    } as const;
    await expect(
      there.database.queries
        .insertInto('work')
        .values({ ...planted, withdrawn: false, version: 1, side: 'XL' })
        .execute(),
    ).rejects.toThrow();
  });

  test('keeps what one side teaches, and the imports it made, from the other side', async () => {
    const { whole, here, there, job } = await twoSides();
    const change = {
      type: 'teach',
      relation: 'demonstration',
      entry: {
        lesson: { type: 'not-an-act', language: 'en', words: 'zebrinise' },
        why: 'a secret of ours',
        example: '',
      },
    } as const;
    const { id } = await startPreview(here, change, HERE.hand);
    await expect.poll(() => getPreview(here, id).state, { timeout: 20_000 }).toBe('ready');
    const [taught] = await applyPreview(here, id);
    expect((await listLessons(there)).lessons).toEqual([]);
    expect((await listLessons(here)).lessons).toEqual([taught]);
    const undone = await startPreview(
      here,
      { type: 'undo', lessons: [{ id: taught?.id ?? '', version: 1 }] },
      HERE.hand,
    );
    await expect.poll(() => getPreview(here, undone.id).state, { timeout: 20_000 }).toBe('ready');
    await applyPreview(here, undone.id);
    expect((await listLessons(here)).lessons).toMatchObject([{ on: false }]);
    expect((await listLessons(there)).lessons).toEqual([]);
    for (const table of ['lesson', 'import_job']) {
      const { rows } = await sql<{ side: string | null }>`
        select distinct side from ${sql.table(table)}`.execute(whole.database.queries);
      expect(rows, table).toEqual([{ side: 'XL' }]);
    }
    expect((await getImport(here, job.id)).id).toBe(job.id);
  });

  test('opens when a person says so, with all that hangs from the work, and refuses to mix the sides before', async () => {
    const { here, there, workId } = await twoSides();
    const [statementWork] = (await listWorks(here)).filter(({ id }) => id !== workId);
    const { version, id } = statementWork as { version: number; id: string };
    const from = { id: workId, version: (await getWork(here, workId)).version };
    await expect(joinWorks(here, { id, version, by: HERE.hand, from })).rejects.toMatchObject({ code: 'sides-differ' });
    await changeWork(here, { ...from, by: HERE.hand, side: null });
    expect((await all(there)).length).toBe((await all(here)).length);
    expect(JSON.stringify((await listEntries(there, { kind: 'body', limit: 500 })).rows)).toEqual(
      JSON.stringify((await listEntries(here, { kind: 'body', limit: 500 })).rows),
    );
  });

  test('holds on past days: what a seat may not see today it sees on no day, what is open to it only as it was then', async () => {
    const on = (context: Context, day: string) => ({ ...context, clock: fixedClock(`${day}T08:00:00.000Z`) });
    const whole = await open();
    const [march, april] = [on(atSeat(whole, HERE), '2026-03-01'), on(atSeat(whole, HERE), '2026-04-01')];
    const [here, there] = [on(atSeat(whole, HERE), '2026-06-01'), on(atSeat(whole, THERE), '2026-06-01')];
    await importFiles(march, { files: [file('statement.txt', statement(2023))], by: HERE.hand });
    const job = await importFiles(march, { files: [file('directive.txt', DIRECTIVE)], by: HERE.hand });
    const { workId, expressionId } = job.files[0] as { workId: string; expressionId: string };
    const own = await all(march);
    for (const { id, version } of own) {
      await decide(april, { id, version, by: HERE.hand, type: 'reject', reason: 'other', note: '' });
    }
    const bodies = await listEntries(march, { kind: 'body', q: 'zebrin' });
    const bureau = bodies.rows[0] as (typeof bodies.rows)[number];
    await decideEntity(april, { id: bureau.id, version: bureau.version, by: HERE.hand, type: 'confirm' });

    const asOf = '2026-03-15';
    const rowsOf = async (context: Context) => (await listCommitments(context, { limit: 500, asOf })).rows;
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
    const joint = own.filter((row) => row.workId !== workId);
    expect(ids(await rowsOf(here))).toEqual(ids(own));
    expect((await rowsOf(here)).every(({ decision }) => decision === 'undecided')).toBe(true);
    expect(ids(await rowsOf(there))).toEqual(ids(joint));
    const guesses: CommitmentQuery[] = [
      ...[{ q: 'zebrin' }, { q: 'quiet affairs' }, { work: [workId] }, { expression: [expressionId] }],
      { entity: [bureau.id] },
    ];
    for (const guess of guesses)
      expect((await listCommitments(there, { ...guess, asOf })).total, JSON.stringify(guess)).toBe(0);
    await expect(getEntity(there, bureau.id, asOf)).rejects.toMatchObject({ code: 'not-found' });
    const shown = async (context: Context, seat: Seat) => {
      const table = { locale: 'en', logs: true } as const;
      return JSON.stringify([
        await listCommitments(context, { limit: 500, asOf }),
        ...(await Promise.all(ENTITY_KINDS.map((kind) => listEntries(context, { kind, limit: 500, asOf })))),
        await exportList(context, { list: 'commitments', query: { asOf } }, seat, table),
        await exportList(context, { list: 'entities', query: { kind: 'body', asOf } }, seat, table),
        ...[await seriesOf(context, asOf), await termsOf(context, asOf), await pairsOf(context, seat, asOf)],
        ...[await quotasOf(context, { asOf }, seat), await disseminationOf(context, seat, asOf)],
        ...[await tasksOf(context, { asOf }), await listTwoSides(context, seat, { asOf })],
      ]);
    };
    const theirs = await shown(there, THERE);
    for (const secret of ['Zebrin', workId, expressionId, 'directive.txt']) expect(theirs).not.toContain(secret);
    expect(await shown(here, HERE)).toContain('Zebrin');
    const { queries } = there.database;
    const { rows: kept } = await sql<{ id: string }>`select distinct id from commitment_past`.execute(queries);
    expect(ids(kept)).toEqual(ids(joint));
    await expect(sql`delete from commitment_past`.execute(queries)).rejects.toThrow();

    const opening = async (side: string | null) => {
      const { version } = await getWork(here, workId);
      await changeWork(here, { id: workId, version, by: HERE.hand, side });
    };
    await opening(null);
    expect(await rowsOf(there)).toEqual(await rowsOf(here));
    expect((await getEntity(there, bureau.id, asOf)).decision).toBe('undecided');
    expect((await listCommitments(there, { asOf: '2026-02-28' })).total).toBe(0);
    await opening('XL');
    expect(await shown(there, THERE)).toBe(theirs);
  });
});
