import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import type { Verdict as AnyVerdict } from '../../data/decide.ts';
import type { Detail, Row } from '../../data/queries.ts';
import { toast } from '../../parts/toasts.tsx';
import { useDecisions } from '../../parts/use-decisions.ts';

/** What can be done to many rows at once; joining needs two that are looked at, a review date one. */
type Verdict = Exclude<AnyVerdict, { type: 'join' | 'separate' | 'review' }>;

/** So many decisions are on their way at once. */
const AT_ONCE = 4;

/** Decides about many rows; `progress` is the share done while it runs, else null. */
export function useBulk() {
  const { t } = useSpeech();
  const decide = useDecisions();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<number | null>(null);

  const run = async (rows: readonly Row[], verdict: Verdict): Promise<void> => {
    const done: Detail[] = [];
    let next = 0;
    let tried = 0;
    setProgress(0);
    const worker = async () => {
      for (let row = rows[next++]; row; row = rows[next++]) {
        const detail = await decide(row, verdict, true);
        if (detail) done.push(detail);
        setProgress(++tried / rows.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setProgress(null);
    void queries.invalidateQueries({ queryKey: ['register'] });
    const undo = { label: t('decide.undo'), run: () => void run(done, { type: 'undo' }) };
    toast({
      group: 'decision',
      text: t(`bulk.${verdict.type}`, { count: done.length }),
      ...(verdict.type !== 'undo' && done.length > 0 ? { undo } : {}),
    });
  };
  return { progress, run };
}
