import type { CommitmentRecord, PageTable, ProvisionTable, SentenceTable } from '../db/index.ts';
import { foldForSearch, type Language, type Span } from '../kernel/index.ts';
import type { CommitmentState } from '../register/index.ts';

/** Characters of context kept on each side of a quote. */
const CONTEXT = 48;

/** The present text of an expression, for finding what stands where. */
export interface PresentText {
  readonly workId: string;
  readonly expressionId: string;
  readonly manifestationId: string;
  readonly withdrawn: boolean;
  readonly language: Language;
  readonly sha256: string;
  readonly text: string;
  readonly provisions: readonly Pick<ProvisionTable, 'span_start' | 'span_end' | 'path' | 'level' | 'index'>[];
  readonly sentences: readonly Pick<SentenceTable, 'span_start' | 'span_end' | 'language'>[];
  readonly pages: readonly Pick<PageTable, 'start' | 'number'>[];
}

/** The row of the projection that a commitment's state makes in the present text. `before` is the row it had, if any. */
export function commitmentRecord(
  id: string,
  state: CommitmentState,
  present: PresentText,
  before: Pick<CommitmentRecord, 'path' | 'page' | 'prefix' | 'suffix' | 'language' | 'sha256'> | null,
): CommitmentRecord {
  return {
    id,
    work_id: present.workId,
    expression_id: present.expressionId,
    ...stateColumns(state, present.withdrawn),
    ...(state.anchored || before === null ? citation(state.span, present) : citationKept(before)),
    why: state.basis?.why ?? [],
    evidence: state.basis?.evidence ?? {},
  };
}

/** What of a row its state alone makes; `withdrawn` is the work. */
export function stateColumns(state: CommitmentState, withdrawn: boolean) {
  return {
    version: state.version,
    since: state.since,
    decision: state.decision,
    origin: state.origin,
    anchored: state.anchored,
    retired: state.retired,
    cited: !state.retired && !withdrawn,
    listed: !state.retired && !withdrawn && state.joinedTo === null,
    joined_to: state.joinedTo,
    reject_reason: state.rejectReason,
    undoable: state.undoable,
    span_start: state.span.start,
    span_end: state.span.end,
    quote: state.quote,
    search: foldForSearch(state.quote).text,
    ...fieldColumns(state),
    review_on: state.review,
    confidence: state.basis?.confidence ?? 1,
  };
}

function fieldColumns({ fields }: CommitmentState) {
  const { due } = fields;
  return {
    kind: fields.kind,
    actors: fields.actors,
    action: fields.action,
    strength: fields.strength,
    due_state: dueState(due),
    due_text: due?.text ?? null,
    due_from: due?.from ?? null,
    due_to: due?.to ?? null,
    sector: fields.sector,
    instruments: fields.instruments,
    mechanisms: fields.mechanisms,
    places: fields.places,
    targets: fields.targets,
    lead: fields.lead,
    coordinators: fields.coordinators,
    report: fields.report,
  };
}

function dueState(due: CommitmentState['fields']['due']): CommitmentRecord['due_state'] {
  if (due === null) return 'none';
  return due.from === null && due.to === null ? 'soon' : 'dated';
}

/** Where a quote stands: its provision, its language, the words around it, and the file it was checked against. */
export function citation(span: Span, present: PresentText) {
  const { text } = present;
  const path = provisionAt(present, span.start)?.path ?? '';
  return {
    path,
    path_order: path.replace(/\d+/g, (number) => number.padStart(6, '0')),
    page: pageAt(present, span.start),
    language: sentenceAt(present, span.start)?.language ?? present.language,
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start).toWellFormed(),
    suffix: text.slice(span.end, span.end + CONTEXT).toWellFormed(),
    sha256: present.sha256,
  };
}

/** A lost quote keeps the place it last had. */
function citationKept(before: NonNullable<Parameters<typeof commitmentRecord>[3]>) {
  const { path, page, prefix, suffix, language, sha256 } = before;
  return {
    path,
    path_order: path.replace(/\d+/g, (number) => number.padStart(6, '0')),
    page,
    language,
    prefix,
    suffix,
    sha256,
  };
}

/** The innermost provision at an offset. */
export function provisionAt(present: Pick<PresentText, 'provisions'>, offset: number) {
  return lastStarting(present.provisions, offset, (found) => offset < found.span_end);
}

/** The page of the file an offset stands on; null for formats without pages. */
export function pageAt({ pages }: Pick<PresentText, 'pages'>, offset: number): number | null {
  return pages.findLast(({ start }) => start <= offset)?.number ?? null;
}

function sentenceAt(present: PresentText, offset: number) {
  return lastStarting(present.sentences, offset, (found) => offset < found.span_end);
}

/** The last of things in the order of the text that starts at or before an offset and also fits; by halving. */
function lastStarting<T extends { span_start: number }>(
  things: readonly T[],
  offset: number,
  fits: (thing: T) => boolean,
): T | undefined {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((things[middle] as T).span_start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const thing = things[index] as T;
    if (fits(thing)) return thing;
  }
  return undefined;
}
