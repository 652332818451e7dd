import { seededNumbers } from '../scripts/seeded-numbers.ts';
import {
  appendTaskActions,
  type Database,
  insertRows,
  type StoredTaskAction,
  type TaskRecord,
} from '../src/db/index.ts';
import type { TaskActionBody } from '../src/register/index.ts';

/** Actions of every task; the last settles and closes it in one of three. */
export const ACTIONS_A_TASK = 20;
const AT_A_TIME = 500;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2024-01-08T02:00:00.000Z');

const next = seededNumbers(11);
const among = (count: number) => Math.floor(next() * count);
const pick = <T>(values: readonly T[]): T => values[among(values.length)] as T;
const dayAfter = (days: number) => new Date(BEGIN + days * DAY_MS).toISOString().slice(0, 10);

/** The ids of the units that lead and coordinate. */
export const UNITS = Array.from({ length: 60 }, (_, index) => `unit-${index}`);

/** One round of a task's life: a report through both desks, an obstacle, an urging, an extension. */
function* rounds(lead: string): Generator<TaskActionBody> {
  for (let round = 0; ; round++) {
    const [report, obstacle, urging, request] = ['r', 'o', 'u', 'q'].map((kind) => `${kind}${round}`) as [
      string,
      string,
      string,
      string,
    ];
    const step = (round % 5) as 0 | 1 | 2 | 3 | 4;
    yield {
      type: 'draft',
      report: { id: report, unit: lead, period: null, step, done: false, text: 'Work goes on.', evidence: [] },
    };
    yield { type: 'submit', report };
    yield { type: 'forward', report };
    yield { type: 'take', report };
    yield { type: 'urge', urging, level: 1, to: [lead], text: 'Please report.' };
    yield { type: 'reply', urging, text: 'It follows.' };
    yield {
      type: 'raise',
      obstacle: { id: obstacle, kind: 'money', text: 'Funds are late.', to: null, limit: null },
    };
    yield { type: 'answer', obstacle, text: 'They come in May.' };
    yield { type: 'clear', obstacle };
    yield { type: 'ask-extension', request, to: dayAfter(600 + among(500)), reason: 'Rain.' };
    yield { type: 'grant', request, to: dayAfter(600 + among(500)) };
  }
}

function life(index: number, commitments: number): TaskActionBody[] {
  const [lead, partner] = [pick(UNITS), pick(UNITS)];
  const keeps = [...new Set([`c${index % commitments}`, `c${among(commitments)}`])];
  const bodies: TaskActionBody[] = [
    {
      ...{ type: 'assign', party: index % 4 === 0 ? 'CN' : 'VN', audience: 'shared', title: `Task ${index}` },
      ...{ commitments: keeps, parent: null, lead, unresolved: [], every: pick([null, 'quarter', 'year'] as const) },
      coordinators: partner === lead ? [] : [{ unit: partner, due: null, part: 'Its share' }],
      due: next() < 0.7 ? { day: dayAfter(300 + among(900)), basis: 'text', source: 'by then' } : null,
    },
    { type: 'accept' },
    { type: 'plan', plan: { objective: 'To keep it', product: 'What was promised', milestones: [] } },
  ];
  const more = rounds(lead);
  const ended = index % 3 === 0;
  while (bodies.length < ACTIONS_A_TASK - (ended ? 2 : 0)) bodies.push(more.next().value as TaskActionBody);
  if (ended) {
    const end = { outcome: 'done', day: dayAfter(500 + among(300)), reason: null, note: '', evidence: [] } as const;
    bodies.push({ type: 'settle', ...end }, { type: 'close', note: '' });
  }
  return bodies;
}

function logOf(index: number, commitments: number): StoredTaskAction[] {
  const first = BEGIN + among(200) * DAY_MS;
  return life(index, commitments).map((body, at) => ({
    ...{ id: `t${index}-${at}`, taskId: `t${index}`, sequence: at + 1, by: 'bench', body },
    at: new Date(first + at * 20 * DAY_MS).toISOString(),
  }));
}

/** Enters the logs of made-up tasks, always the same ones, without their states. */
export async function fillTasks(database: Database, tasks: number, commitments: number): Promise<void> {
  for (let from = 0; from < tasks; from += AT_A_TIME) {
    const logs = Array.from({ length: Math.min(AT_A_TIME, tasks - from) }, (_, at) => logOf(from + at, commitments));
    await database.write(async (queries) => {
      const rows = logs.map(([first]) => ({ id: first?.taskId ?? '', party: partyOf(first) }));
      await insertRows(queries, 'task', rows);
      await appendTaskActions(queries, logs.flat());
    });
  }
}

function partyOf(first: StoredTaskAction | undefined): TaskRecord['party'] {
  return first?.body.type === 'assign' ? first.body.party : '';
}
