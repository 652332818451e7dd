import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actOnTask,
  applySheet,
  assignTasks,
  atSeat,
  bringSheet,
  type Context,
  decide,
  exportList,
  getCommitment,
  importFiles,
  type ListAsked,
  listBatches,
  listCommitments,
  readSheetRun,
  taskOf,
  undoBatch,
  verifyHistory,
} from '../../src/operations/index.ts';
import { OPEN_SEAT, type Seat } from '../../src/register/index.ts';
import { listJson, tableCsv } from '../../src/reports/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const ALL: ListAsked = { list: 'commitments', query: { sort: 'place-in-text', order: 'asc' } };
const TASKS: ListAsked = { list: 'tasks', query: {} };

/** One thing somebody does; numbers choose among what is there. */
const step = fc.record({
  which: fc.nat(15),
  what: fc.constantFrom('confirm', 'correct', 'reject', 'review', 'undo', 'give', 'accept', 'set-due', 'wait'),
  words: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  day: fc.integer({ min: 10, max: 28 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A register of two statements in which those things were done, as far as each may be done then. */
async function generate(context: Context, steps: readonly Step[]): Promise<void> {
  await importFiles(context, { files: [file('a.txt', statement(2025)), file('b.txt', statement(2023))], by: 'lan' });
  const ids = (await listCommitments(context, {})).rows.map(({ id }) => id);
  const tasks: string[] = [];
  for (const { which, what, words, day } of steps) {
    const id = ids[which % ids.length] as string;
    const date = `2026-05-${day}`;
    if (what === 'give') tasks.push(...(await assignTasks(context, [given(id, words, date)], OPEN_SEAT)));
    else if (['accept', 'set-due', 'wait'].includes(what)) {
      const task = tasks[which % Math.max(1, tasks.length)];
      if (task === undefined) continue;
      const { version } = (await taskOf(context, task, OPEN_SEAT)).state;
      const due = { day: date, basis: 'person', source: words } as const;
      const body = { accept: { type: 'accept' }, 'set-due': { type: 'set-due', due }, wait: waits(words) }[
        what as 'wait'
      ];
      await actOnTask(context, { id: task, version, body } as Parameters<typeof actOnTask>[1], OPEN_SEAT).catch(
        refused,
      );
    } else {
      const { version } = await getCommitment(context, id);
      const said = {
        ...{ confirm: {}, undo: {}, review: { on: date }, reject: { reason: 'other', note: words } },
        correct: {
          fields: { action: words, actors: [words], sector: 'tourism', due: { text: words, from: null, to: date } },
        },
      }[what as 'undo'];
      await decide(context, { type: what, id, version, by: 'minh', ...said } as Parameters<typeof decide>[1]).catch(
        refused,
      );
    }
  }
}

const waits = (note: string) => ({ type: 'wait', on: 'condition', note });
const given = (commitment: string, title: string, day: string) => ({
  ...{
    party: 'XL',
    audience: 'own-side' as const,
    title: `Task ${title.trim()}`,
    commitments: [commitment],
    parent: null,
  },
  ...{ lead: 'roads', coordinators: [], unresolved: [], every: null },
  due: { day, basis: 'text' as const, source: title },
});

/** What cannot be done just then is not done. */
function refused(error: unknown): void {
  if (!['action-not-allowed', 'task-rule'].includes((error as { code?: string }).code ?? '')) throw error;
}

const out = async (context: Context, asked: ListAsked) =>
  listJson(await exportList(context, asked, OPEN_SEAT, { locale: 'vi', logs: true }));

async function bring(context: Context, name: string, content: string, seat: Seat = OPEN_SEAT) {
  const { id } = bringSheet(context, name, new TextEncoder().encode(content), seat);
  await Promise.all(context.running);
  return readSheetRun(context, id, { offset: 0, limit: 500 }, seat);
}

async function apply(context: Context, id: string, seat: Seat = OPEN_SEAT) {
  applySheet(context, id, { skip: [], take: [] }, seat);
  await Promise.all(context.running);
  return readSheetRun(context, id, { offset: 0, limit: 1 }, seat);
}

onEveryRegister('lists as data', (open) => {
  test('any register goes out as JSON, comes into an empty one, and goes out from there the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
        const [from, to] = [await open(), await open()];
        await generate(from, steps);
        for (const asked of [ALL, TASKS]) {
          const went = await out(from, asked);
          const run = await bring(to, 'list.json', JSON.stringify(went));
          expect([run.problem, run.counts.change]).toEqual([null, went.rows.length]);
          if (went.rows.length > 0) expect((await apply(to, run.id)).problem).toBeNull();
          expect(await out(to, asked)).toEqual(went);
        }
        expect((await verifyHistory(to)).breaches).toEqual([]);
        await Promise.all([from.close(), to.close()]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  test('a list that comes back goes on from where each history ends here, and is taken back as a whole', async () => {
    const [from, to] = [await open(), await open()];
    await importFiles(from, { files: [file('a.txt', statement(2025))], by: 'lan' });
    await apply(to, (await bring(to, 'list.json', JSON.stringify(await out(from, ALL)))).id);
    const [first, second] = (await listCommitments(from, {})).rows;
    await decide(from, { type: 'confirm', id: first?.id ?? '', version: 1, by: 'minh' });
    await decide(from, { type: 'reject', id: second?.id ?? '', version: 1, by: 'minh', reason: 'duplicate', note: '' });
    await decide(to, { type: 'confirm', id: second?.id ?? '', version: 1, by: 'thu' });
    const run = await bring(to, 'list.json', JSON.stringify(await out(from, ALL)));
    expect(run.counts).toMatchObject({ change: 1, conflict: 1, fault: 0 });
    expect(run.rows.find(({ state }) => state === 'conflict')?.fault?.code).toBe('apart');
    await apply(to, run.id);
    expect(await getCommitment(to, first?.id ?? '')).toMatchObject({ decision: 'confirmed', version: 2 });
    const [latest, before] = await listBatches(to, OPEN_SEAT);
    expect((await undoBatch(to, latest?.id ?? '', OPEN_SEAT)).kept).toEqual([]);
    expect(await getCommitment(to, first?.id ?? '')).toMatchObject({ decision: 'undecided' });
    expect((await undoBatch(to, before?.id ?? '', OPEN_SEAT)).kept).toEqual([]);
    expect((await listCommitments(to, {})).total).toBe(0);
  });

  test('where the same file was read here by itself, what was decided there is decided here', async () => {
    const [from, to] = [await open(), await open()];
    for (const one of [from, to]) await importFiles(one, { files: [file('a.txt', statement(2025))], by: 'lan' });
    const [first] = (await listCommitments(from, {})).rows;
    await decide(from, {
      ...{ type: 'correct', id: first?.id ?? '', version: 1, by: 'minh' },
      fields: { strength: 'study' },
    });
    const run = await bring(to, 'list.json', JSON.stringify(await out(from, ALL)));
    expect(run.counts).toMatchObject({ change: 1, fault: 0, conflict: 0 });
    await apply(to, run.id);
    const here = (await listCommitments(to, { strength: ['study'] })).rows;
    expect(here.find(({ decision }) => decision === 'corrected')).toMatchObject({ quote: first?.quote });
  });

  test('says of each row what is wrong with it, and changes nothing by it', async () => {
    const [from, to] = [await open(), await open()];
    await importFiles(from, { files: [file('a.txt', statement(2025))], by: 'lan' });
    const went = await out(from, ALL);
    type Row = { id: string; text: object; quote: string; actions: { body: { quote: string } }[] };
    const rows = structuredClone(went.rows) as Row[];
    const [a, b, c, d] = rows as [Row, Row, Row, Row];
    Object.assign(a, { actions: [] });
    b.quote = 'words that nobody agreed';
    for (const { body } of b.actions) body.quote = b.quote;
    c.id = d.id;
    rows[4] = { ...(rows[4] as Row), text: { ...rows[4]?.text, id: 'nowhere' } };
    const run = await bring(to, 'list.json', JSON.stringify({ ...went, rows }));
    expect(run.rows.slice(0, 5).map(({ fault }) => fault?.code)).toEqual([
      ...['row-malformed', 'words-not-there', undefined, 'key-twice', 'text-missing'],
    ]);
    const reader: Seat = { hand: 'ha', role: 'reader', party: 'XL', unit: null, units: [] };
    const seen = await bring(atSeat(to, reader), 'list.json', JSON.stringify(went), reader);
    expect(seen.counts.change).toBe(0);
    const other = await bring(to, 'list.json', JSON.stringify({ ...went, servanda: 'sessions' }));
    expect(other.problem?.code).toBe('input-invalid');
    expect((await bring(to, 'list.csv', 'a,"b\n')).problem?.code).toBe('file-damaged');
  });

  test('a list as CSV comes back with what was changed in it', async () => {
    const context = await open();
    await importFiles(context, { files: [file('a.txt', statement(2025))], by: 'lan' });
    const table = (await exportList(context, ALL, OPEN_SEAT, { locale: 'en', logs: false })).table;
    const csv = tableCsv(table);
    expect((await bring(context, 'list.csv', csv)).counts).toMatchObject({
      change: 0,
      fault: 0,
      same: table.rows.length,
    });
    const changed = csv.replace(/Undecided/, 'Confirmed');
    const run = await bring(context, 'list.csv', changed);
    expect(run.counts.change).toBe(1);
    expect((await apply(context, run.id)).state).toBe('applied');
  });
});
