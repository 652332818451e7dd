import { z } from 'zod';
import { LANGUAGES } from '../../kernel/index.ts';
import {
  type CommitmentRow,
  type Context,
  getCommitment,
  listCommitments,
  owedNext,
  searchTexts,
  tasksOf,
  threadOf,
} from '../../operations/index.ts';
import { DECISIONS, owedByTask, type Seat } from '../../register/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../../vocabulary/index.ts';

/** Who asks, with the register as their seat sees it. */
export interface Asking {
  readonly context: Context;
  readonly seat: Seat;
  /** `https://register.example` */
  readonly origin: string;
}

/** Something an assistant can ask. All of them read and change nothing. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly run: (asking: Asking, input: never) => Promise<object>;
}

function tool<Input extends z.ZodObject>(
  name: string,
  title: string,
  description: string,
  input: Input,
  run: (asking: Asking, input: z.output<Input>) => Promise<object>,
): Tool {
  return { name, title, description, input, run };
}

const limit = z.int().min(1).max(50).default(20);
const id = z.string().min(1).max(200);
const offset = z.int().min(0).max(1_000_000).default(0).describe('rows to pass over: "next" of the answer before');

/** A commitment with its citation: the exact words, where they stand, and where to look. */
function cited({ origin }: Asking, row: CommitmentRow) {
  const { id: commitment, quote, language, path, page, kind, strength, sector, actors, due, decision, anchored } = row;
  return {
    ...{ id: commitment, quote, language, decision, anchored, kind, strength, sector, actors, due },
    citation: {
      ...{ work: row.workTitle, date: row.workDate, provision: path, page, file: row.source.file },
      ...{ sha256: row.source.sha256, start: row.source.start, end: row.source.end },
    },
    address: `${origin}/commitments/${commitment}`,
  };
}

const search = tool(
  'search_commitments',
  'Search commitments',
  'Commitments of the register by words of the quote and by fields, with exact quotes and citations.',
  z.object({
    q: z.string().max(300).optional().describe('words that all stand in the quote; a phrase in quotation marks'),
    kind: z.array(z.enum(KINDS)).optional(),
    strength: z.array(z.enum(STRENGTHS)).optional(),
    sector: z.array(z.enum(SECTORS)).optional(),
    decision: z.array(z.enum(DECISIONS)).optional().describe('undecided: proposed by rules, confirmed by nobody'),
    language: z.array(z.enum(LANGUAGES)).optional(),
    work: z.array(id).optional().describe('ids of works'),
    ...{ limit, offset },
  }),
  async (asking, { limit: size, offset: from, ...filter }) => {
    const { total, rows } = await listCommitments(asking.context, { ...filter, limit: size, offset: from });
    const next = from + rows.length < total ? from + rows.length : null;
    return { total, next, commitments: rows.map((row) => cited(asking, row)) };
  },
);

const get = tool(
  'get_commitment',
  'Get a commitment',
  'One commitment with its exact quote, the words before and after it, its citation and address, and its words in other languages.',
  z.object({ id }),
  async (asking, input) => {
    const found = await getCommitment(asking.context, input.id);
    const { before, after, targets, instruments, mechanisms, places, action } = found;
    const citations = found.citations.map(({ language, quote, path }) => ({ language, quote, provision: path }));
    return { ...cited(asking, found), action, before, after, targets, instruments, mechanisms, places, citations };
  },
);

const texts = tool(
  'search_texts',
  'Search texts',
  'Full texts that hold all of the words, with an excerpt of each and its address.',
  z.object({ q: z.string().trim().min(1).max(300), limit }),
  async ({ context, origin }, input) => {
    const found = await searchTexts(context, input.q, input.limit);
    return { texts: found.map((one) => ({ ...one, address: `${origin}/read/${one.expressionId}` })) };
  },
);

const thread = tool(
  'thread',
  'Thread of a commitment',
  'What a commitment came from and what became of it in later works, with the relation of each step.',
  z.object({ id }),
  async (asking, input) => {
    const { start, works, rows, links } = await threadOf(asking.context, input.id);
    return {
      start,
      works: works.map(({ workId, title, type, date, level }) => ({ workId, title, type, date, level })),
      commitments: rows.map((row) => cited(asking, row)),
      links: links.map(({ earlierId, laterId, relation, decision }) => ({ earlierId, laterId, relation, decision })),
    };
  },
);

const overdue = tool(
  'overdue',
  'Overdue tasks',
  'Tasks past their day that the seat may see, the longest overdue first.',
  z.object({ limit, offset }),
  async ({ context, origin }, { limit: size, offset: from }) => {
    const { day, rows } = await tasksOf(context, { timeliness: ['overdue'], limit: size, offset: from });
    const tasks = rows.map(({ task_id, title, party, lead, lifecycle, due, commitments }) => ({
      ...{ id: task_id, title, party, lead, lifecycle, due, commitments },
      address: `${origin}/tasks/${task_id}`,
    }));
    return { day, next: rows.length === size ? from + size : null, tasks };
  },
);

const mine = tool(
  'my_tasks',
  'What is mine to do',
  'What the seat owes next, a row a task by the day of what comes first: reports, plans, replies and decisions of each.',
  z.object({}),
  async ({ context, seat, origin }) => {
    const { day, items, more } = await owedNext(context, seat);
    const tasks = owedByTask(items).map(({ task, title, day: first, late, items: things }) => ({
      ...{ id: task, title, day: first, late },
      owed: things.map(({ kind, unit, text, day: by, late: over }) => ({ kind, unit, text, day: by, late: over })),
      address: `${origin}/tasks/${task}`,
    }));
    return { day, more, tasks };
  },
);

export const TOOLS: readonly Tool[] = [search, get, texts, thread, overdue, mine];
