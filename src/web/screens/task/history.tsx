import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { TaskDetail } from '../../data/tasks.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { labelOf, useSay } from './say-field.ts';

/** All that was done to a task. */
export function History({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useSpeech();
  const hand = useHand();
  const say = useSay();
  const steps = detail.history.map(({ id, at, by, body, undone, changes }) => ({
    ...{ id, at, undone, who: hand(by), what: t(`task-action.${body.type}`) },
    // A milestone can have changed in what the list does not say.
    changes: changes.map(({ field, before, after }) => ({
      ...{ key: field, label: t(labelOf(field)), before: say(field, before), after: say(field, after) },
    })),
  }));
  return <HistoryList steps={steps} />;
}
