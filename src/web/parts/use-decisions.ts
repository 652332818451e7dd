import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { Problem } from '../../kernel/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { call } from '../client.ts';
import { type Deciding, patchRow, rowOf, useDecide, type Verdict } from '../data/decide.ts';
import type { Detail, Row } from '../data/queries.ts';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';

/** A decision that somebody else was faster than: ours, and the state they made. */
export interface Conflict {
  readonly ours: Deciding;
  readonly theirs: Detail;
}

let conflict: Conflict | null = null;
const listeners = new Set<() => void>();

export function setConflict(next: Conflict | null): void {
  conflict = next;
  for (const listener of listeners) listener();
}

export function useConflict(): Conflict | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => conflict,
  );
}

/** Commitments decided in this visit, the last at the end: what `u` takes back. */
const decided: string[] = [];

/** The commitment whose decision was made last and not yet taken back. */
export function lastDecided(): string | undefined {
  return decided.at(-1);
}

/**
 * `decide` decides, tells the outcome with a way back, and shows a conflict where there is one. It resolves to the
 * new state, or null where the server refused.
 */
export function useDecisions() {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { mutateAsync } = useDecide();

  const fail = useCallback(
    async (deciding: Deciding, error: unknown) => {
      if (error instanceof Problem && error.code === 'changed-meanwhile') {
        const theirs = await call('getCommitment', { query: {}, params: { id: deciding.row.id } }).catch(() => null);
        if (theirs) {
          patchRow(queries, theirs.id, rowOf(theirs));
          setConflict({ ours: deciding, theirs });
          return;
        }
      }
      toast({ text: say(error), tone: 'failure' });
    },
    [queries, say],
  );

  const decide = useCallback(
    async (row: Row, verdict: Verdict, quiet = false): Promise<Detail | null> => {
      if (verdict.type === 'undo') decided.splice(decided.lastIndexOf(row.id), 1);
      else decided.push(row.id);
      try {
        const detail = await mutateAsync({ row, verdict });
        if (!quiet) {
          const undo = { label: t('decide.undo'), run: () => void decide(detail, { type: 'undo' }) };
          toast({
            group: 'decision',
            text: t(`decided.${verdict.type}`, { words: row.action }),
            ...(verdict.type === 'undo' ? {} : { undo }),
          });
        }
        return detail;
      } catch (error) {
        if (verdict.type !== 'undo') decided.splice(decided.lastIndexOf(row.id), 1);
        await fail({ row, verdict }, error);
        return null;
      }
    },
    [mutateAsync, fail, t],
  );
  return decide;
}

export type Decide = ReturnType<typeof useDecisions>;
