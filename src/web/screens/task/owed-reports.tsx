import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import type { FollowingType } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TaskDetail } from '../../data/tasks.ts';

/** Periods shown at first: the latest. */
const SHOWN = 4;

/** The reports the lead owes, period by period, the latest first: whether each is in time, late, or has no day set. */
export function OwedReports({
  detail,
  offer,
}: {
  readonly detail: TaskDetail;
  readonly offer: (type: FollowingType, part: string) => void;
}) {
  const { locale, t } = useSpeech();
  const [all, setAll] = useState(false);
  const { owed, state } = detail;
  if (state.every === null) return <p className="soft small">{t('owed.no-period')}</p>;
  const latest = owed.toReversed();
  const late = owed.filter(({ standing }) => standing === 'late').length;
  const may = detail.actions.includes('draft');
  return (
    <>
      {late > 0 && <p className="small failure-text">{t('owed.late', { count: late })}</p>}
      <ul className="owed-periods">
        {(all ? latest : latest.slice(0, SHOWN)).map(({ period, submit, standing, report }) => (
          <li key={period.to}>
            <span>
              {t('owed.period', { from: formatDate(locale, period.from), to: formatDate(locale, period.to) })}
            </span>
            <span className={`standing ${standing}`}>{t(`standing.${standing}`)}</span>
            <span className="soft small">
              {submit ? t('task.by-day', { day: formatDate(locale, submit) }) : t('owed.day-not-set')}
            </span>
            {may && standing !== 'in-time' && standing !== 'in-late' && (
              <Button className="button small" onPress={() => offer('draft', report ?? period.to)}>
                {t('owed.report')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {owed.length > SHOWN && (
        <Button className="button quiet small" aria-expanded={all} onPress={() => setAll(!all)}>
          {t(all ? 'task.fewer' : 'owed.all', { count: owed.length })}
        </Button>
      )}
    </>
  );
}
