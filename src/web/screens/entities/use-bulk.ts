import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { decideEntity, type EntityRow, type EntityVerdict } from '../../data/entities.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

type Verdict = Extract<EntityVerdict, { readonly type: 'confirm' | 'reject' | 'undo' }>;
type Decided = Pick<EntityRow, 'id' | 'version'>;

/** Ticks proposals and decides about all of them, one after the other, with one way back for all. */
export function useEntityBulk(rows: readonly EntityRow[]) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const proposed = rows.filter(({ state }) => state === 'proposed');
  const chosen = proposed.filter(({ id }) => ticked.has(id));

  const run = async (of: readonly Decided[], verdict: Verdict): Promise<void> => {
    const done: Decided[] = [];
    setBusy(true);
    try {
      for (const { id, version } of of) done.push(await decideEntity({ id, version, verdict }));
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
    setBusy(false);
    setTicked(new Set());
    for (const key of ['entities', 'entity', 'register']) void queries.invalidateQueries({ queryKey: [key] });
    if (done.length === 0) return;
    const undo = { label: t('decide.undo'), run: () => void run(done.toReversed(), { type: 'undo' }) };
    toast({
      group: 'entity',
      text: t(`bulk.${verdict.type}`, { count: done.length }),
      ...(verdict.type === 'undo' ? {} : { undo }),
    });
  };
  const toggle = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const all = () => setTicked(new Set(chosen.length === proposed.length ? [] : proposed.map(({ id }) => id)));
  return { chosen, proposed, busy, run, toggle, all, clear: () => setTicked(new Set()) };
}

export type EntityBulk = ReturnType<typeof useEntityBulk>;
