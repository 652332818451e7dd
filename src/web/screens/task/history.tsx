import { formatInstant } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { TaskDetail } from '../../data/tasks.ts';
import { labelOf, useSay } from './say-field.ts';

type Entry = TaskDetail['history'][number];

function Changes({ entry }: { readonly entry: Entry }) {
  const { t } = useSpeech();
  const say = useSay();
  // A milestone can have changed in what the list does not say.
  const told = entry.changes
    .map(({ field, before, after }) => ({ field, before: say(field, before), after: say(field, after) }))
    .filter(({ before, after }) => before !== after);
  if (told.length === 0) return null;
  return (
    <ul className="task-changes small">
      {told.map(({ field, before, after }) => (
        <li key={field}>
          <span className="soft">{t(labelOf(field))}: </span>
          <del dir="auto">{before}</del> → <ins dir="auto">{after}</ins>
        </li>
      ))}
    </ul>
  );
}

/** All that was done to a task, the latest first: what, when, by whom and from which seat, and field by field what became different. */
export function History({ detail }: { readonly detail: TaskDetail }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  return (
    <ol className="task-history">
      {detail.history.toReversed().map((entry) => (
        <li key={entry.id}>
          <time className="soft small" dateTime={entry.at}>
            {formatInstant(locale, entry.at)}
          </time>{' '}
          {t(`task-action.${entry.body.type}`)} <span className="soft small">{hand(entry.by)}</span>
          <Changes entry={entry} />
        </li>
      ))}
    </ol>
  );
}
