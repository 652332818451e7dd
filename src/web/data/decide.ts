import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Decision } from '../../register/index.ts';
import type { DecisionBody } from '../../server/contract/index.ts';
import { call } from '../client.ts';
import type { Detail, ReaderText, Register, Row } from './queries.ts';

type Body = z.input<typeof DecisionBody>;
/** A decision as a page makes it; the version it saw is added from the row. */
export type Verdict = Body extends infer B ? (B extends Body ? Omit<B, 'version'> : never) : never;

export interface Deciding {
  readonly row: Row;
  readonly verdict: Verdict;
}

/** Versions that our own decisions made: a second key press before the screen has the answer is no conflict. */
const ours = new Map<string, number>();

/** The last request about each commitment; the next waits for it. */
const lines = new Map<string, Promise<unknown>>();

function send(deciding: Deciding): Promise<Detail> {
  const before = lines.get(deciding.row.id) ?? Promise.resolve();
  const now = before.then(
    () => sendNow(deciding),
    () => sendNow(deciding),
  );
  lines.set(deciding.row.id, now);
  return now;
}

async function sendNow({ row, verdict }: Deciding): Promise<Detail> {
  const version = Math.max(row.version, ours.get(row.id) ?? 0);
  const detail = await call('decide', { params: { id: row.id }, body: { ...verdict, version } as Body });
  ours.set(row.id, detail.version);
  return detail;
}

const DECIDED: Readonly<Record<Verdict['type'], Decision | null>> = {
  confirm: 'confirmed',
  correct: 'corrected',
  reject: 'rejected',
  review: null,
  join: null,
  separate: null,
  undo: null,
};

/** The row as it will probably be, shown until the server has answered. */
function foresee(verdict: Verdict): Partial<Row> {
  const decision = DECIDED[verdict.type];
  const fields = verdict.type === 'correct' ? (verdict.fields ?? {}) : {};
  const span = verdict.type === 'correct' && verdict.span ? { span: verdict.span } : {};
  const review = verdict.type === 'review' ? { review: verdict.on, canUndo: true } : {};
  return { ...fields, ...span, ...review, ...(decision ? { decision, canUndo: true } : {}) } as Partial<Row>;
}

/** Puts a changed row wherever it is on screen: the Reader, the register, its own page. */
export function patchRow(queries: QueryClient, id: string, patch: Partial<Row>): void {
  const changed = <T extends Row>(rows: readonly T[]): T[] =>
    rows.map((row) => (row.id === id ? { ...row, ...patch } : row));
  queries.setQueriesData<ReaderText>(
    { queryKey: ['expression'] },
    (text) =>
      text &&
      (text.commitments.some((row) => row.id === id) ? { ...text, commitments: changed(text.commitments) } : text),
  );
  queries.setQueriesData<Register>(
    { queryKey: ['register'] },
    (page) => page && (page.rows.some((row) => row.id === id) ? { ...page, rows: changed(page.rows) } : page),
  );
  queries.setQueryData<Detail>(['commitment', id], (detail) => detail && { ...detail, ...patch });
}

/** What rows and details share; a detail is cut to it before it is put into lists. */
export function rowOf(detail: Detail): Row {
  const { before: _b, after: _a, why: _w, evidence: _e, history: _h, citations: _c, ...row } = detail;
  return row;
}

/**
 * Decides about a commitment: shown at once, taken back if the server refuses. Decisions about one commitment go to
 * the server one after the other. Rejects with the server's `Problem`.
 */
export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: (deciding) => {
      patchRow(queries, deciding.row.id, foresee(deciding.verdict));
      return deciding.row;
    },
    onError: (_error, { row }) => patchRow(queries, row.id, row),
    onSuccess: (detail) => {
      patchRow(queries, detail.id, rowOf(detail));
      queries.setQueryData(['commitment', detail.id], detail);
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['works'] });
      void queries.invalidateQueries({ queryKey: ['register'] });
      void queries.invalidateQueries({ queryKey: ['lineage'] });
    },
  });
}
