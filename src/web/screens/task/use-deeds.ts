import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../../kernel/index.ts';
import { type Deed, type TaskDetail, taskQuery, useActOnTask } from '../../data/tasks.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

/** An action that somebody else was faster than: mine, the task I saw, and the task as it is now. */
export interface Clash {
  readonly mine: Deed;
  readonly seen: TaskDetail;
  readonly now: TaskDetail;
}

/**
 * `act` does something to the task and resolves to whether the form it came from is settled; where the task has changed
 * meanwhile there is a `clash` to be looked at, until it is settled too.
 */
export function useDeeds(detail: TaskDetail) {
  const say = useErrorText();
  const queries = useQueryClient();
  const { mutateAsync } = useActOnTask(detail.id);
  const [clash, setClash] = useState<Clash | null>(null);
  const act = async (body: Deed): Promise<boolean> => {
    try {
      await mutateAsync({ version: detail.state.version, body });
      return true;
    } catch (error) {
      const late = error instanceof Problem && error.code === 'changed-meanwhile';
      const now = late ? await queries.fetchQuery({ ...taskQuery(detail.id), staleTime: 0 }).catch(() => null) : null;
      if (now === null) toast({ text: say(error), tone: 'failure' });
      else setClash({ mine: body, seen: detail, now });
      return now !== null;
    }
  };
  return { act, clash, settle: () => setClash(null) };
}
