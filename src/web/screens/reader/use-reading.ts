import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Span } from '../../../kernel/index.ts';
import type { RejectReason } from '../../../register/index.ts';
import type { ReaderSearch } from '../../app/search.ts';
import type { Verdict } from '../../data/decide.ts';
import type { Fields, ReaderRow, ReaderText } from '../../data/queries.ts';
import { changedFields, fieldsOf } from '../../parts/fields.ts';
import { lastDecided, useDecisions } from '../../parts/use-decisions.ts';

/** What the chosen card is for at the moment. */
export type Mode = 'look' | 'edit' | 'reject';

/** A correction being made: nothing of it is kept until it is saved. */
export interface Draft {
  readonly fields: Fields;
  readonly span: Span;
}

function inOrder(rows: readonly ReaderRow[]): ReaderRow[] {
  return [...rows].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Whether a commitment is lit under what the address narrows to; rejected ones only where they are asked for. */
function isLit(row: ReaderRow, search: ReaderSearch): boolean {
  if (!row.anchored) return false;
  if (search.decision ? !search.decision.includes(row.decision) : row.decision === 'rejected') return false;
  if (search.kind && !search.kind.includes(row.kind)) return false;
  return !search.strength || search.strength.includes(row.strength);
}

/** Everything the Reader's parts share: what is lit, what is chosen, and what can be done with it. */
export function useReading(text: ReaderText) {
  const search = useSearch({ from: '/read/$expressionId' });
  const navigate = useNavigate({ from: '/read/$expressionId' });
  const decide = useDecisions();
  const [mode, setMode] = useState<Mode>('look');
  const [draft, setDraft] = useState<Draft | null>(null);
  const heldFocus = useRef(false);
  /** Called before something with the focus goes away. */
  const holdFocus = () => {
    heldFocus.current = Boolean(document.activeElement?.closest('.chosen-card, .handle'));
  };

  const { decision, kind, strength } = search;
  const all = useMemo(() => inOrder(text.commitments), [text.commitments]);
  const chosen = all.find((row) => row.id === search.c) ?? null;
  const chosenId = chosen?.id;
  // The chosen one stays lit after a decision took it out of what the address narrows to.
  const lit = useMemo(
    () => all.filter((row) => isLit(row, { decision, kind, strength }) || (row.id === chosenId && row.anchored)),
    [all, decision, kind, strength, chosenId],
  );
  const undecided = useMemo(() => all.filter((row) => row.decision === 'undecided' && row.anchored), [all]);

  const narrow = useCallback(
    (part: Partial<ReaderSearch>) =>
      void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const choose = useCallback(
    (id: string | null) => {
      setMode('look');
      setDraft(null);
      narrow({ c: id ?? undefined });
    },
    [narrow],
  );

  const step = (by: 1 | -1) => {
    const index = lit.findIndex((row) => row.id === chosen?.id);
    const next = index < 0 ? (by > 0 ? lit[0] : lit.at(-1)) : lit[index + by];
    if (next) choose(next.id);
  };
  const nextUndecided = (after: ReaderRow | null = chosen) => {
    const rest = undecided.filter((row) => row.id !== after?.id);
    const next = rest.find((row) => !after || row.span.start >= after.span.start) ?? rest[0];
    if (next) choose(next.id);
    else setMode('look');
  };

  const settle = (verdict: Verdict) => {
    if (!chosen) return;
    holdFocus();
    void decide(chosen, verdict);
    nextUndecided();
  };
  const edit = () => {
    if (!chosen) return;
    setDraft({ fields: fieldsOf(chosen), span: chosen.span });
    setMode('edit');
  };
  const save = () => {
    if (!chosen || !draft) return;
    const fields = changedFields(fieldsOf(chosen), draft.fields);
    const moved = draft.span.start !== chosen.span.start || draft.span.end !== chosen.span.end;
    if (Object.keys(fields).length > 0 || moved) {
      void decide(chosen, {
        type: 'correct',
        ...(Object.keys(fields).length > 0 ? { fields } : {}),
        ...(moved ? { span: draft.span } : {}),
      });
    }
    cancel();
  };
  const cancel = () => {
    holdFocus();
    setMode('look');
    setDraft(null);
  };
  const undo = () => {
    const last = all.find((row) => row.id === lastDecided()) ?? (chosen?.canUndo ? chosen : null);
    if (!last) return;
    void decide(last, { type: 'undo' });
    choose(last.id);
  };
  const redraft = useCallback((part: Partial<Draft>) => setDraft((now) => now && { ...now, ...part }), []);

  return {
    text,
    search,
    all,
    lit,
    undecided,
    chosen,
    mode,
    draft,
    heldFocus,
    narrow,
    choose,
    step,
    nextUndecided,
    edit,
    save,
    cancel,
    undo,
    redraft,
    askReject: () => chosen && chosen.decision !== 'rejected' && setMode('reject'),
    /** What is decided already is passed over. */
    confirm: () => (chosen?.decision === 'undecided' ? settle({ type: 'confirm' }) : nextUndecided()),
    reject: (reason: RejectReason, note: string) => settle({ type: 'reject', reason, note }),
  };
}

export type Reading = ReturnType<typeof useReading>;
