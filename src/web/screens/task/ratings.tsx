import { formatDate } from '../../../i18n/index.ts';
import { RATING_SCALES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TaskState } from '../../data/tasks.ts';

/** How the task is rated: by itself, by the secretariat, by the other side, each on its scale. */
export function Ratings({ ratings }: { readonly ratings: TaskState['ratings'] }) {
  const { locale, t } = useSpeech();
  return (
    <ul className="task-parts">
      {ratings.map(({ from, scale, value, reason, note, at }) => {
        const known = RATING_SCALES.find(({ id }) => id === scale);
        return (
          <li key={from} className="task-part">
            <p className="part-head">
              <span className="stage">{t(`rater.${from}`)}</span>
              <b>{known?.steps.find(({ id }) => id === value)?.names[locale] ?? value}</b>
              <span className="soft small">{known?.names[locale]}</span>
              <span className="soft small">{formatDate(locale, at.slice(0, 10))}</span>
              {reason && <span className="small">{t(`end-reason.${reason}`)}</span>}
            </p>
            {note && <p dir="auto">{note}</p>}
          </li>
        );
      })}
    </ul>
  );
}
