import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { codePointSpan } from '../../kernel/index.ts';
import {
  type Action,
  type ActionBody,
  availableActions,
  availableTaskActions,
  OPEN_SEAT,
  reduce,
  reduceTask,
  type TaskAction,
  type TaskActionBody,
} from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';
import { tableCsv } from './csv.ts';
import { listJson, readListJson } from './json.ts';
import { JSONLD_CONTEXT, listJsonLd } from './jsonld.ts';
import type { ExportedCommitment, ExportedList, ExportedTask } from './list.ts';

const AT = '2026-03-01T08:00:00.000Z';
const words = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });

/** A commitment of a generated text, with a legal history. */
const commitment: fc.Arbitrary<ExportedCommitment> = fc
  .record({
    id: fc.uuid(),
    before: fc.string({ maxLength: 30, unit: 'grapheme' }),
    quote: words,
    after: fc.string({ maxLength: 30, unit: 'grapheme' }),
    kind: fc.constantFrom(...KINDS),
    strength: fc.constantFrom(...STRENGTHS),
    sector: fc.constantFrom(...SECTORS),
    steps: fc.array(fc.constantFrom('confirm', 'correct', 'reject', 'review', 'undo'), { maxLength: 8 }),
  })
  .map(({ id, before, quote, after, kind, strength, sector, steps }) => {
    const span = { start: before.length, end: before.length + quote.length };
    const fields = {
      ...{
        kind,
        strength,
        sector,
        actors: ['both'],
        action: 'open',
        due: null,
        instruments: [],
        mechanisms: [],
        places: [],
      },
      ...{ targets: [], lead: null, coordinators: [], report: null },
    };
    const basis = { confidence: 0.5, why: [], evidence: {} };
    const actions: Action[] = [
      { id: `${id}-1`, sequence: 1, at: AT, by: 'rules', body: { type: 'propose', fields, span, quote, basis } },
    ];
    for (const step of steps) {
      const state = reduce(actions);
      if (!availableActions(state).includes(step as 'confirm')) continue;
      const bodies: Record<string, ActionBody> = {
        ...{ confirm: { type: 'confirm' }, correct: { type: 'correct', fields: { sector: 'other' as never } } },
        ...{ reject: { type: 'reject', reason: 'other', note: quote }, review: { type: 'review', on: '2026-05-01' } },
        undo: { type: 'undo', undoes: state.undoable ?? '' },
      };
      actions.push({
        id: `${id}-${actions.length + 1}`,
        sequence: actions.length + 1,
        at: AT,
        by: 'lan',
        body: bodies[step] as ActionBody,
      });
    }
    const text = before + quote + after;
    return {
      ...{
        id,
        path: '4.3',
        page: null,
        quote,
        prefix: before,
        suffix: after,
        utf16: span,
        codePoints: codePointSpan(text, span),
        actions,
      },
      text: {
        id: 't1',
        language: 'vi',
        file: 'a.txt',
        sha256: '0'.repeat(64),
        work: 'w1',
        workTitle: 'Joint statement',
        date: '2026-04-17',
      },
    };
  });

/** A task with a legal history. */
const task: fc.Arbitrary<ExportedTask> = fc
  .record({
    id: fc.uuid(),
    title: words,
    steps: fc.array(fc.constantFrom('accept', 'set-due', 'set-period', 'wait', 'resume', 'undo'), { maxLength: 10 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ id, title, steps, day }) => {
    const due = { day: `2026-05-${String(day).padStart(2, '0')}`, basis: 'person' as const, source: title };
    const given = {
      party: 'XL',
      audience: 'internal' as const,
      title,
      commitments: ['c1'],
      parent: null,
      lead: 'roads',
      coordinators: [],
      unresolved: [],
      due,
      every: null,
    };
    const actions: TaskAction[] = [
      { id: `${id}-1`, sequence: 1, at: AT, by: 'officer', body: { type: 'assign', ...given } },
    ];
    for (const step of steps) {
      const state = reduceTask(actions);
      if (!availableTaskActions(state, OPEN_SEAT).includes(step as 'accept')) continue;
      const bodies: Record<string, TaskActionBody> = {
        ...{
          accept: { type: 'accept' },
          'set-due': { type: 'set-due', due: day % 2 ? null : due },
          'set-period': { type: 'set-period', every: 'month' },
        },
        ...{
          wait: { type: 'wait', on: 'condition', note: title },
          resume: { type: 'resume' },
          undo: { type: 'undo', undoes: state.last.id },
        },
      };
      actions.push({
        id: `${id}-${actions.length + 1}`,
        sequence: actions.length + 1,
        at: AT,
        by: 'officer',
        body: bodies[step] as TaskActionBody,
      });
    }
    const state = reduceTask(actions);
    return {
      id,
      title,
      commitments: ['c1'],
      lead: 'roads',
      due: state.due,
      lifecycle: state.lifecycle,
      timeliness: 'in-time',
      actions,
    };
  });

const TABLE = { form: null, title: 'Register', note: '', columns: [], rows: [] };

function listOf(part: Partial<ExportedList>): ExportedList {
  return {
    list: 'commitments',
    at: AT,
    day: '2026-03-01',
    filter: {},
    table: TABLE,
    commitments: [],
    texts: [],
    tasks: [],
    rows: [],
    ...part,
  };
}

test('any register comes back from JSON as it went out, every state with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(commitment, { maxLength: 6, selector: ({ id }) => id }), async (commitments) => {
      const { rows } = await readListJson('l.json', JSON.stringify(listJson(listOf({ commitments }))));
      expect(rows).toEqual(commitments.map((row) => ({ row, state: reduce(row.actions) })));
    }),
    { numRuns: 60 },
  );
});

test('any list of tasks comes back from JSON as it went out, every state with it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(task, { maxLength: 6, selector: ({ id }) => id }), async (tasks) => {
      const { rows } = await readListJson('l.json', JSON.stringify(listJson(listOf({ list: 'tasks', tasks }))));
      expect(rows).toEqual(tasks.map((row) => ({ row, state: reduceTask(row.actions) })));
    }),
    { numRuns: 60 },
  );
});

test('a row of JSON whose history does not lead to what it says is wrong, and so is one of another form', async () => {
  const [sample] = fc.sample(commitment, 1);
  const one = sample as ExportedCommitment;
  const told = listOf({
    commitments: [
      { ...one, quote: 'other words' },
      { ...one, actions: [] },
    ],
  });
  expect((await readListJson('l.json', JSON.stringify(listJson(told)))).rows).toEqual([
    { wrong: 'actions' },
    { wrong: 'actions' },
  ]);
  for (const text of ['{', '[]', '{"servanda":"sessions","form":1,"rows":[]}']) {
    await expect(readListJson('l.json', text)).rejects.toThrow(/input-invalid/);
  }
});

test('linked data says the same to another reader: quotes with their place in code points, activities, names in three languages', async () => {
  const quote = '𠮷 mở cửa khẩu';
  const text = `𐍈𐍈 ${quote}!`;
  const span = { start: 5, end: 5 + quote.length };
  const [sample] = fc.sample(commitment, 1);
  const first = (sample as ExportedCommitment).actions[0] as Action;
  const one: ExportedCommitment = {
    ...(sample as ExportedCommitment),
    ...{ id: 'c1', quote, prefix: '𐍈𐍈 ', suffix: '!', utf16: span, codePoints: codePointSpan(text, span) },
    actions: [
      {
        ...first,
        body: {
          ...first.body,
          quote,
          span,
          fields: { ...(first.body as { fields: object }).fields, kind: 'support' },
        } as ActionBody,
      },
    ],
  };
  const expanded = await jsonld.expand(listJsonLd(listOf({ commitments: [one] }), 'https://s.example', null) as never);
  const node = (id: string) =>
    expanded.find((each) => each['@id'] === id) as Record<string, { '@value'?: unknown; '@id'?: string }[]> | undefined;
  const OA = 'http://www.w3.org/ns/oa#';
  const annotation = node('https://s.example/commitments/c1#citation');
  const target = annotation?.[`${OA}hasTarget`]?.[0] as unknown as Record<
    string,
    Record<string, { '@value': unknown }[]>[]
  >;
  const [exact, position] = target[`${OA}hasSelector`] ?? [];
  expect(exact?.[`${OA}exact`]?.[0]?.['@value']).toBe(quote);
  expect([position?.[`${OA}start`]?.[0]?.['@value'], position?.[`${OA}end`]?.[0]?.['@value']]).toEqual([
    3,
    3 + [...quote].length,
  ]);
  expect([...text].slice(3, 3 + [...quote].length).join('')).toBe(quote);
  const { '@context': names } = JSONLD_CONTEXT;
  const support = node(`${names.servanda}kind/support`);
  expect(support?.['http://www.w3.org/2004/02/skos/core#prefLabel']).toHaveLength(3);
  expect(
    node('https://s.example/commitments/c1#action-1')?.['http://www.w3.org/ns/prov#wasAssociatedWith']?.[0]?.['@id'],
  ).toContain('rules');
  // Every word of the file has a meaning: nothing is dropped.
  const strict: object = { safe: true };
  const lost = await jsonld.expand(
    listJsonLd(listOf({ commitments: [one] }), 'https://s.example', null) as never,
    strict,
  );
  expect(lost).toHaveLength(expanded.length);
});

test('a CSV of any list keeps its cells and runs no formula', () => {
  const column = { id: 'words', title: 'Words', kind: 'text' as const, width: 9, choices: [], editable: false };
  const key = { ...column, id: 'key', title: 'Key' };
  const csv = tableCsv({
    ...TABLE,
    columns: [key, column],
    rows: [
      { key: 'k', cells: [null, '=1+1'] },
      { key: 'k', cells: [null, 'a "b", c'] },
    ],
  });
  expect(csv).toBe('\uFEFFWords\r\n\'=1+1\r\n"a ""b"", c"\r\n');
});
