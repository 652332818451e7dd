import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../i18n/index.ts';
import { LIFECYCLES, type Lifecycle, OPEN_DUTIES, TIMELINESS, type Timeliness } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TasksSearch } from '../../app/search.ts';
import type { TaskList } from '../../data/tasks.ts';

/** How many tasks there are of each timeliness; each number opens its list, and all together are the total. */
export function Counts({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
  const { locale, t } = useSpeech();
  const { timeliness: chosen, page: _, ...rest } = search;
  const countOf = (one: Timeliness) =>
    list.counts.filter(({ timeliness }) => timeliness === one).reduce((sum, { count }) => sum + count, 0);
  const total = list.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="count-list">
      <li>
        <Link to="/tasks" search={rest} className={`count-link ${chosen ? '' : 'chosen'}`}>
          <b>{formatNumber(locale, total)}</b> {t('tasks.all')}
        </Link>
      </li>
      {TIMELINESS.map((one) => (
        <li key={one}>
          <Link
            to="/tasks"
            search={{ ...rest, timeliness: [one] }}
            className={`count-link timeliness ${one} ${chosen?.includes(one) ? 'chosen' : ''}`}
          >
            <b>{formatNumber(locale, countOf(one))}</b> {t(`timeliness.${one}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How far the tasks have come: the other axis, of the same tasks. */
export function Lifecycles({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
  const { locale, t } = useSpeech();
  const { lifecycle: chosen, page: _, ...rest } = search;
  const countOf = (one: Lifecycle) =>
    list.counts.filter(({ lifecycle }) => lifecycle === one).reduce((sum, { count }) => sum + count, 0);
  const there = LIFECYCLES.filter((one) => countOf(one) > 0 || chosen?.includes(one));
  return (
    <ul className="count-list">
      {there.map((one) => (
        <li key={one}>
          <Link
            to="/tasks"
            search={{ ...rest, lifecycle: chosen?.includes(one) ? undefined : [one] }}
            className={`count-link ${chosen?.includes(one) ? 'chosen' : ''}`}
          >
            <b>{formatNumber(locale, countOf(one))}</b> {t(`lifecycle.${one}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How the earliest report owed stands, of the tasks that owe one; each number opens its list. */
export function ReportCounts({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
  const { locale, t } = useSpeech();
  const total = list.reports.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="count-list">
      <li className="soft">{t('tasks.reports-owed', { count: formatNumber(locale, total) })}</li>
      {OPEN_DUTIES.map((one) => (
        <li key={one}>
          <Link
            to="/tasks"
            search={{ ...search, page: undefined, report: search.report === one ? undefined : one }}
            className={`count-link standing ${one} ${search.report === one ? 'chosen' : ''}`}
          >
            <b>{formatNumber(locale, list.reports.find(({ report }) => report === one)?.count ?? 0)}</b>{' '}
            {t(`standing.${one}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
