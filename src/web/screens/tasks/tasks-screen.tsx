import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatDate, formatNumber } from '../../../i18n/index.ts';
import {
  LIFECYCLES,
  type Lifecycle,
  OPEN_DUTIES,
  TASK_OPEN_PARTS,
  TIMELINESS,
  type Timeliness,
} from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TasksSearch } from '../../app/search.ts';
import { call } from '../../client.ts';
import { TASKS_A_PAGE, type TaskList, type TaskRow, tasksQuery } from '../../data/tasks.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { UnitField, useUnitNames } from '../../parts/unit-field.tsx';
import './tasks.css';
import { RollUp } from './roll-up.tsx';

/** How many tasks there are of each timeliness; each number opens its list, and all together are the total. */
function Counts({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
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
function Lifecycles({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
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

/** What is owed and nobody was given: the list of gaps in the plan. */
function Gaps() {
  const { t } = useSpeech();
  const query = useQuery({
    queryKey: ['tasks', 'gaps'],
    queryFn: ({ signal }) => call('listCommitments', { query: { task: ['none'], limit: 1 }, signal }),
  });
  if (!query.data || query.data.total === 0) return null;
  return (
    <Link to="/commitments" search={{ task: ['none'] }} className="count-link task-gaps">
      {t('tasks.gaps', { count: query.data.total })}
    </Link>
  );
}

/** Tasks that keep words which a new version of their text no longer has, or that were set aside since. */
function WordsGone({ search }: { readonly search: TasksSearch }) {
  const { t } = useSpeech();
  const { data } = useQuery(tasksQuery({ open: 'words' }));
  const count = (data?.counts ?? []).reduce((sum, one) => sum + one.count, 0);
  if (count === 0 && search.open !== 'words') return null;
  return (
    <Link
      to="/tasks"
      search={search.open === 'words' ? {} : { open: 'words' }}
      className={`count-link words-gone ${search.open === 'words' ? 'chosen' : ''}`}
    >
      {t('tasks.words-gone', { count })}
    </Link>
  );
}

/** How the earliest report owed stands, of the tasks that owe one; each number opens its list. */
function ReportCounts({ list, search }: { readonly list: TaskList; readonly search: TasksSearch }) {
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

/** What of a task waits for somebody. */
function Waiting({ row, gone }: { readonly row: TaskRow; readonly gone: readonly string[] }) {
  const { t } = useSpeech();
  const counts = {
    ...row,
    words: row.commitments.filter((id) => gone.includes(id)).length,
    unresolved: row.unresolved.length,
  };
  const open = TASK_OPEN_PARTS.filter((part) => counts[part] > 0);
  return (
    <span className="task-waiting">
      {open.map((part) => (
        <span key={part} className={part === 'words' ? 'entity-note words-gone' : 'entity-note'}>
          {t(`task-open.${part}`, { count: counts[part] })}
        </span>
      ))}
    </span>
  );
}

function Row({
  row,
  gone,
  nameOf,
}: {
  readonly row: TaskRow;
  readonly gone: readonly string[];
  readonly nameOf: (unit: string) => string;
}) {
  const { locale, t } = useSpeech();
  const over = row.lifecycle === 'settled' || row.lifecycle === 'closed';
  return (
    <tr className={row.timeliness}>
      <td>
        <Link
          to="/tasks/$id"
          params={{ id: row.task_id }}
          search={{ asOf: useAsOf() }}
          className="task-link"
          dir="auto"
        >
          {row.title}
        </Link>
        <Waiting row={row} gone={gone} />
      </td>
      <td dir="auto">{nameOf(row.lead)}</td>
      <td className="task-due">
        {row.due ? formatDate(locale, row.due) : <span className="soft">{t('task.no-due')}</span>}
      </td>
      <td>
        <span className={`timeliness ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
      </td>
      <td>{t(`lifecycle.${row.lifecycle}`)}</td>
      <td className="task-due">
        {row.report_to ? (
          formatDate(locale, row.report_by ?? row.report_to)
        ) : (
          <span className="soft">{row.every || over ? '–' : t('task.period-not-set')}</span>
        )}
        {row.report_to && !row.report_by && <span className="soft small"> {t('owed.day-not-set')}</span>}
      </td>
    </tr>
  );
}

function Table({ list }: { readonly list: TaskList }) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('tasks.task')}</th>
            <th>{t('task.lead')}</th>
            <th>{t('task.due')}</th>
            <th>{t('tasks.timeliness')}</th>
            <th>{t('tasks.lifecycle')}</th>
            <th>{t('tasks.next-report')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row key={row.task_id} row={row} gone={list.gone} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({
  search,
  day,
  count,
}: {
  readonly search: TasksSearch;
  readonly day: string | null;
  readonly count: number;
}) {
  const { locale, t } = useSpeech();
  const navigate = useNavigate();
  const go = (part: Partial<TasksSearch>) =>
    void navigate({ to: '/tasks', search: { ...search, page: undefined, ...part } });
  return (
    <div className="list-bar task-bar">
      <UnitField
        label={t('tasks.unit')}
        party={null}
        value={search.units?.[0] ?? null}
        onChange={(unit) => go({ units: unit === null ? undefined : [unit] })}
      />
      <AsOf value={search.asOf} frozen={search.snapshot !== undefined} />
      <Gaps />
      <WordsGone search={search} />
      {day && search.asOf === undefined && (
        <p className="soft small">{t('tasks.stands-on', { day: formatDate(locale, day) })}</p>
      )}
      {count > 0 && <ExportMenu list="tasks" search={search} count={count} past={search.asOf !== undefined} />}
    </div>
  );
}

/** Tasks: who was given what, by when, and whether it is late, today or on any past day. */
export function TasksScreen() {
  const { t } = useSpeech();
  const search = useSearch({ from: '/follow-up/tasks' });
  const { by, page = 1, ...narrowing } = search;
  const { data, error, refetch } = useQuery(tasksQuery(narrowing, page));
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <div className="page tasks-page">
      <title>{`${t('tasks.title')} · Servanda`}</title>
      <h1>{t('tasks.title')}</h1>
      <Bar
        search={search}
        day={data?.day ?? null}
        count={data?.counts.reduce((sum, { count }) => sum + count, 0) ?? 0}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && <Counts list={data} search={search} />}
      {data && <Lifecycles list={data} search={search} />}
      {data && data.reports.length > 0 && <ReportCounts list={data} search={search} />}
      <RollUp search={search} narrowing={narrowing} by={by ?? null} />
      {data && data.rows.length > 0 && <Table list={data} />}
      {data && (
        <Pages
          page={page}
          size={TASKS_A_PAGE}
          total={data.counts.reduce((sum, { count }) => sum + count, 0)}
          link={(to, rel, words) => (
            <Link to="/tasks" search={{ ...search, page: to === 1 ? undefined : to }} rel={rel}>
              {words}
            </Link>
          )}
        />
      )}
      {data?.rows.length === 0 && (
        <Empty title={t(narrowed ? 'tasks.none-here' : 'tasks.none')}>
          {!narrowed && (
            <p>
              {t('tasks.how')} <Link to="/commitments">{t('shell.commitments')}</Link>
            </p>
          )}
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
    </div>
  );
}
