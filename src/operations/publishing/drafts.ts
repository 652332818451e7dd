import type { BodyName } from '../../commitments/index.ts';
import {
  allUnits,
  bodyNamesOfWork,
  citationsOf,
  expressionsOf,
  linksAt,
  presentHeads,
  type Queries,
  type RegisterRecord,
  registerRows,
  taskLogs,
  tasksServing,
  type WorkTable,
  workById,
} from '../../db/index.ts';
import {
  type PublicCommitment,
  type PublicKind,
  type PublicSource,
  type PublicTask,
  type PublicText,
  type PublicView,
  type PublishingBar,
  publicTaskView,
  reduceTask,
  type Seat,
} from '../../register/index.ts';
import { presentTextOf } from '../expressions.ts';
import { counts } from '../lineage/rows.ts';
import { commitmentRow } from '../present.ts';
import { type PresentText, provisionAt } from '../project.ts';
import type { CommitmentRow } from '../results.ts';
import { addressOf } from './address.ts';

/** What of a work could be made public, with every field. */
export interface Draft {
  readonly kind: PublicKind;
  readonly item: string;
  readonly side: string | null;
  readonly bar: PublishingBar | null;
  readonly title: string;
  readonly path: string;
  readonly view: PublicView;
}

/** Commitments of one work at most. */
const MOST = 20_000;

/** The work, its texts, its commitments in their order, and the tasks of the seat's own side that are open to the public. */
export async function draftsOf(queries: Queries, workId: string, seat: Seat): Promise<Draft[]> {
  const work = await workById(queries, workId);
  const { title, type, date, parties } = work;
  const source: PublicSource = { id: addressOf('work', work.id), title, type, date };
  const texts = await textsOf(queries, work, source);
  const commitments = await commitmentsOfWork(queries, work, source, texts);
  return [
    {
      ...{ kind: 'work', item: work.id, side: work.side, title, path: '' },
      bar: work.withdrawn ? 'withdrawn' : null,
      view: { kind: 'work', title, type, date, parties },
    },
    ...texts.map(({ draft }) => draft),
    ...commitments,
    ...(await tasksOf(queries, commitments, seat)),
  ];
}

interface TextDraft {
  readonly draft: Draft;
  readonly present: PresentText;
}

async function textsOf(queries: Queries, work: WorkTable, source: PublicSource): Promise<TextDraft[]> {
  const expressions = await expressionsOf(queries, [work.id]);
  const ids = expressions.map(({ id }) => id);
  const heads = new Map((await presentHeads(queries, ids)).map((head) => [head.expression_id, head]));
  const found: TextDraft[] = [];
  for (const { id, language } of expressions) {
    const present = await presentTextOf(queries, id);
    const head = heads.get(id);
    const view: PublicText = {
      ...{ kind: 'text', work: source, language, text: present.text },
      provisions: present.provisions.map((one) => ({
        ...{ start: one.span_start, end: one.span_end, level: one.level, path: one.path },
        role: 'role' in one ? String(one.role) : 'paragraph',
      })),
      file: head === undefined ? null : { name: head.name, sha256: head.sha256 },
    };
    const bar = work.withdrawn ? 'withdrawn' : null;
    found.push({ present, draft: { kind: 'text', item: id, side: work.side, bar, title: work.title, path: '', view } });
  }
  return found;
}

async function commitmentsOfWork(
  queries: Queries,
  work: WorkTable,
  source: PublicSource,
  texts: readonly TextDraft[],
): Promise<Draft[]> {
  const records = await registerRows(queries, { work: [work.id] }, {}, { limit: MOST });
  const ids = records.map(({ id }) => id);
  const beside = Map.groupBy(await citationsOf(queries, ids), ({ entry }) => entry ?? '');
  const links = Map.groupBy(await earlierOf(queries, ids), ({ later }) => later);
  const byText = new Map(texts.map(({ present }) => [present.expressionId, present]));
  const bodies = await bodyNamesOfWork(queries, work.id);
  return records.map((record) => {
    const row = commitmentRow(record);
    const view: PublicCommitment = {
      ...shownOf(row, source, byText.get(row.expressionId)),
      ...namesOf(row, bodies),
      versions: (beside.get(row.id) ?? []).map(({ language, quote }) => ({ language, quote })),
      lineage: (links.get(row.id) ?? []).map(({ earlier, relation }) => ({
        earlier: addressOf('commitment', earlier),
        relation,
      })),
    };
    const bar = work.withdrawn ? 'withdrawn' : barOf(record);
    return { kind: 'commitment', item: row.id, side: work.side, bar, title: row.quote, path: row.path, view };
  });
}

/** Of the texts of its own work alone: whoever reads those finds the words there. */
function namesOf({ actors }: CommitmentRow, bodies: readonly BodyName[]): Pick<PublicCommitment, 'names'> {
  const names = bodies
    .filter(({ id }) => actors.includes(id))
    .map(({ id, language, words }) => ({ id, language, words }));
  return names.length === 0 ? {} : { names };
}

function shownOf(
  row: CommitmentRow,
  work: PublicSource,
  present: PresentText | undefined,
): Omit<PublicCommitment, 'versions' | 'lineage'> {
  const { quote, language, path, span, page, source } = row;
  const { kind, strength, sector, actors, action, due, targets, instruments, mechanisms, places } = row;
  const provision = present === undefined ? undefined : provisionAt(present, span.start);
  return {
    ...{ kind: 'commitment', quote, language, path, work },
    text: { id: addressOf('text', row.expressionId), start: span.start },
    fields: { kind, strength, sector, actors, action, due, targets, instruments, mechanisms, places },
    context:
      present === undefined || provision === undefined
        ? null
        : {
            before: present.text.slice(provision.span_start, span.start),
            after: present.text.slice(span.end, Math.max(provision.span_end, span.end)),
          },
    source: { file: source.file, sha256: source.sha256, start: source.start, end: source.end, page },
  };
}

/** What nobody decided is the rules' guess, and is not made public as a side's word. */
function barOf({ decision, anchored }: Pick<RegisterRecord, 'decision' | 'anchored'>): PublishingBar | null {
  if (decision === 'undecided' || decision === 'rejected') return decision;
  return anchored ? null : 'lost';
}

/** The links back from commitments that people confirmed, at their entries; each pair once. */
async function earlierOf(queries: Queries, ids: readonly string[]) {
  const own = new Set(ids);
  const found = (await linksAt(queries, ids)).filter(
    (link) => own.has(link.later_entry) && link.decision !== 'undecided' && counts(link),
  );
  const byPair = new Map(found.map((link) => [`${link.earlier_entry} ${link.later_entry}`, link]));
  return [...byPair.values()]
    .map(({ earlier_entry: earlier, later_entry: later, relation }) => ({ earlier, later, relation }))
    .sort((a, b) => (a.earlier < b.earlier ? -1 : 1));
}

async function tasksOf(queries: Queries, commitments: readonly Draft[], seat: Seat): Promise<Draft[]> {
  const ids = await tasksServing(
    queries,
    commitments.map(({ item }) => item),
  );
  const units = new Map((await allUnits(queries)).map(({ id, names }) => [id, names]));
  return [...(await taskLogs(queries, ids))].flatMap(([id, log]): Draft[] => {
    const state = reduceTask(log);
    const open = publicTaskView(state);
    if (open === null || (seat.party !== null && state.party !== seat.party)) return [];
    const { title, lead, due, lifecycle, outcome, ended } = open;
    const view: PublicTask = {
      ...{ kind: 'task', title, party: state.party, due, lead: units.get(lead) ?? null },
      serves: state.commitments.map((commitment) => addressOf('commitment', commitment)),
      standing: { lifecycle, outcome, ended },
    };
    return [{ kind: 'task', item: id, side: state.party, bar: null, title, path: '', view }];
  });
}
