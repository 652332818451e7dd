import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Candidate, evaluate, locateGold, parseGold } from '../src/commitments/index.ts';
import { intersectionOverUnion } from '../src/kernel/index.ts';
import {
  assignTasks,
  type Context,
  commitmentBatches,
  importFiles,
  listCommitments,
  listWorks,
  openDatabase,
  type PaperRequest,
  readExpression,
  seriesOf,
  tasksOf,
  termsOf,
} from '../src/operations/index.ts';
import { composeFor } from '../src/operations/papers/draft-paper.ts';
import { type Assignment, cohensKappa, type Seat } from '../src/register/index.ts';
import { PROFILES, SECTORS } from '../src/vocabulary/index.ts';

const SEEDS = join(import.meta.dirname, '../../shared/seeds');
const GOLD = join(import.meta.dirname, '../../shared/gold/004.jsonl');
/** Precision and recall that a brief is to rest on. */
const BAR = 0.95;
const BRIEF: PaperRequest = {
  ...{ kind: 'brief', layout: 'vn-state-2020', relation: 'vietnam-china', party: 'VN', language: 'vi', other: null },
  ...{ unit: null, tasks: [], every: null, asOf: null, series: null, session: null, issuer: null, number: null },
  ...{
    notation: 'BC-VP',
    term: '',
    place: '',
    date: null,
    addressees: [],
    recipients: [],
    authority: '',
    signTitle: '',
  },
  ...{ signer: '', annexSize: 'A4', answerBy: null },
};
const OFFICER: Seat = { hand: 'officer', role: 'secretariat', party: null, unit: null, units: [] };

/** Rows of the list of mechanisms that are about the shared documents themselves; their ids stand in the names. */
describe.skipIf(!existsSync(SEEDS))('from the shared documents alone (needs ../shared)', () => {
  let context: Context;
  const now = { day: '2026-11-21' };

  beforeAll(async () => {
    const clock = { now: () => `${now.day}T08:00:00.000Z` };
    context = await openDatabase({ folder: mkdtempSync(join(tmpdir(), 'servanda-rows-')), clock });
    const files = readdirSync(SEEDS).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(SEEDS, name))) }));
    await importFiles(context, { files, by: 'officer' });
  }, 300_000);
  afterAll(() => context?.close());

  async function directive() {
    const work = (await listWorks(context)).find(({ type }) => type === 'directive');
    return (await listCommitments(context, { work: [work?.id ?? ''], limit: 200 })).rows;
  }

  const given = (more: Partial<Assignment>): Assignment => ({
    ...{ party: 'VN', audience: 'own-side', title: 'Task', commitments: [], parent: null, lead: 'unit' },
    ...{ coordinators: [], unresolved: [], due: null, every: null, ...more },
  });

  test('every commitment without a task is listed as without one, until it is given (M02)', async () => {
    const owed = await listCommitments(context, { kind: ['commitment'], limit: 1 });
    const gaps = async () => (await listCommitments(context, { task: ['none'], limit: 1 })).total;
    expect(await gaps()).toBe(owed.total);
    const [first, second] = await directive();
    await assignTasks(context, [given({ commitments: [first?.id ?? '', second?.id ?? ''] })], OFFICER);
    expect(await gaps()).toBe(owed.total - 2);
    expect((await listCommitments(context, { task: ['given'], limit: 10 })).total).toBe(2);
  });

  test('what is late is named with who owns it, and every line opens the exact words that bind (M01)', async () => {
    const dated = (await listCommitments(context, { due: ['dated'], kind: ['commitment'], limit: 200 })).rows;
    const late = dated.filter(({ due }) => due?.to != null && due.to < now.day).slice(0, 20);
    expect(late.length).toBeGreaterThan(0);
    const due = (day: string, source: string) => ({ day, basis: 'text', source }) as const;
    const tasks = late.map((row) =>
      given({ commitments: [row.id], lead: `unit-${row.id}`, due: due(row.due?.to ?? '', row.due?.text ?? '') }),
    );
    await assignTasks(context, tasks, OFFICER);
    const { rows } = await tasksOf(context, { timeliness: ['overdue'] });
    expect(rows.map(({ lead }) => lead).sort()).toEqual(late.map(({ id }) => `unit-${id}`).sort());
    for (const { commitments } of rows) {
      const bound = late.find(({ id }) => id === commitments[0]);
      const { text } = await readExpression(context, bound?.expressionId ?? '');
      expect(text.slice(bound?.span.start, bound?.span.end)).toBe(bound?.quote);
    }
    const { paper } = await composeFor(context, BRIEF, OFFICER);
    const lines = paper.body.flatMap((block) => (block.kind === 'item' ? [block] : []));
    const cited = lines.flatMap(({ cites }) => cites.flatMap(({ commitment }) => commitment ?? []));
    expect(cited.length).toBeGreaterThan(0);
    for (const id of cited) expect(late.map((row) => row.id)).toContain(id);
    for (const { text, cites } of lines) {
      const [line] = cites;
      // Each says who owns it; the last says how many more there are.
      if (line?.commitment != null) expect(text).toContain(`unit-${line.commitment}`);
      else expect(text).toContain(String(late.length - cited.length));
    }
  });

  test('what the register holds of the statement of 2023 is what annotators found in it, with who owes it and by when (M01)', async ({
    skip,
  }) => {
    if (!existsSync(GOLD)) return skip('shared/gold is missing');
    const lines = parseGold(readFileSync(GOLD, 'utf8'), '004.jsonl');
    const file = lines[0]?.doc ?? '';
    const rows = (await Array.fromAsync(commitmentBatches(context, {})))
      .flat()
      .filter(({ source }) => source.file === file)
      .map((row) => ({ ...row, span: { start: row.source.start, end: row.source.end } }));
    const gold = locateGold(lines, readFileSync(join(SEEDS, file), 'utf8'), file);
    const { matched, found, gold: wanted, attributes, bodies } = evaluate(gold, rows as unknown as Candidate[]);
    expect(matched / found).toBeGreaterThanOrEqual(BAR);
    expect(matched / wanted).toBeGreaterThanOrEqual(BAR);
    // What makes a line of the brief: who owns it, and by when.
    for (const { right, of } of [bodies, attributes.due]) expect(right / of).toBeGreaterThanOrEqual(BAR);
  });

  test('a directive gives its heads, its bullets and its duty to report, each with an addressee or none (M05)', async () => {
    const rows = await directive();
    const heads = new Set(rows.map(({ path }) => path));
    for (const path of ['1', '2', '2[1]', '2[2]', '2[3]', '2[4]', '3']) expect(heads, path).toContain(path);
    const provincial = ['dien-bien-ppc-party-committee', 'dien-bien-ppc'];
    const addressees: Readonly<Record<string, readonly string[]>> = {
      '1': [
        ...['party-agencies-committee', 'dien-bien-ppc-party-committee', 'advisory-agencies'],
        'subordinate-party-committees',
      ],
      '2': provincial.slice(0, 1),
      ...{ '2[1]': provincial, '2[2]': provincial, '2[3]': provincial, '2[4]': provincial },
      '3': ['propaganda-mass-mobilisation-board'],
    };
    for (const { actors, path } of rows) expect(actors, path).toEqual(addressees[path]);
    const leads = rows.filter(({ lead }) => lead !== null);
    expect(leads.length).toBeGreaterThan(0);
    for (const { coordinators } of leads) expect(coordinators).toContain('relevant-agencies');
    const reports = rows.filter(({ report }) => report !== null);
    expect(reports.map(({ lead }) => lead)).toEqual(reports.map(() => null));
    expect(reports.some(({ report }) => report?.period === 'Định kỳ')).toBe(true);
  });

  test('two readers put the same sentence under the same of the six directions, far beyond chance (M09)', async ({
    skip,
  }) => {
    if (!existsSync(GOLD)) return skip('shared/gold is missing');
    const directions = PROFILES.find(({ id }) => id === 'vietnam-china')?.directions ?? [];
    const of = (sector: string) => directions.filter(({ sectors }) => (sectors as readonly string[]).includes(sector));
    expect(SECTORS.map((sector) => of(sector).length)).toEqual(SECTORS.map(() => 1));
    const lines = parseGold(readFileSync(GOLD, 'utf8'), '004.jsonl');
    const file = lines[0]?.doc ?? '';
    const rows = (await Array.fromAsync(commitmentBatches(context, {})))
      .flat()
      .filter(({ source }) => source.file === file);
    const both = locateGold(lines, readFileSync(join(SEEDS, file), 'utf8'), file).flatMap(({ sector, span }) => {
      const row = rows.find(({ source }) => intersectionOverUnion(source, span) >= 0.5);
      return row === undefined ? [] : [[of(sector)[0]?.id ?? '', of(row.sector)[0]?.id ?? ''] as const];
    });
    expect(both.length).toBeGreaterThanOrEqual(100);
    expect(cohensKappa(both.slice(0, 100))).toBeGreaterThanOrEqual(0.8);
    expect(cohensKappa(both)).toBeGreaterThanOrEqual(0.8);
  });

  test('one ordinal that is given to two sessions is asked about once and put right by nobody (M11)', async () => {
    const conflicts = (await seriesOf(context)).rows.flatMap((row) => row.conflicts);
    expect(conflicts.map(({ ordinal, sessions }) => [ordinal, sessions.length])).toEqual([[17, 2]]);
  });

  test('what ends within six weeks is listed, and what ended is asked about (M17)', async () => {
    const { day, rows } = await termsOf(context);
    const soon = Date.parse(day) + 42 * 86_400_000;
    const name = ({ names }: (typeof rows)[number]) => Object.values(names).flat().join(' · ');
    const ending = rows.filter(({ months, lastDay }) => (months ?? 0) > 0 && Date.parse(lastDay ?? '') <= soon);
    expect(ending.map(name).filter((one) => /2024\s*[-–]\s*2026.*y tế/.test(one))).toHaveLength(1);
    expect(ending.map(name).filter((one) => /cấp cứu/.test(one))).toHaveLength(1);
    const over = rows.filter(({ months, ended }) => months === 0 && !ended).map(name);
    expect(over.filter((one) => /Defen[cs]e.*2025/.test(one))).toHaveLength(1);
  });
});
