import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LineageLink } from '../../data/lineage.ts';
import { useMay } from '../../data/session.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useLinkDecisions } from './use-link-decisions.ts';

/** A line of a list that keys can stand at. */
export interface KeyedLine {
  readonly key: string;
  /** The commitment whose thread Enter opens. */
  readonly commitment: string;
  readonly link: LineageLink | null;
}

/** J and K go from line to line, C confirms the link there, X sets it aside, U takes back, Enter opens the thread. */
export function useListKeys(lines: readonly KeyedLine[]): {
  readonly at: string | null;
  readonly go: (key: string) => void;
} {
  const navigate = useNavigate();
  const decide = useLinkDecisions();
  const [at, setAt] = useState<string | null>(null);
  const index = lines.findIndex(({ key }) => key === at);
  const line = lines[index];
  const go = (key: string): void => {
    setAt(key);
    document.getElementById(`line-${key}`)?.scrollIntoView({ block: 'nearest' });
  };
  const move = (step: number): void => {
    const next = lines[Math.min(lines.length - 1, Math.max(0, index + step))];
    if (next !== undefined) go(next.key);
  };
  const may = useMay('decide');
  const link = line?.link;
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    c: () =>
      may &&
      link &&
      link.decision !== 'confirmed' &&
      link.decision !== 'corrected' &&
      void decide(link, { type: 'confirm' }),
    x: () => may && link && link.decision !== 'rejected' && void decide(link, { type: 'reject' }),
    u: () => may && link?.canUndo && void decide(link, { type: 'undo' }),
    ...(at === null || line === undefined
      ? {}
      : { o: () => void navigate({ to: '/commitments/$id/thread', params: { id: line.commitment } }) }),
  });
  return { at, go };
}
