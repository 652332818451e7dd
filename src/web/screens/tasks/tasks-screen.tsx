import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TasksSearch } from '../../app/search.ts';
import { call } from '../../client.ts';
import { TASKS_A_PAGE, tasksQuery } from '../../data/tasks.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { UnitField } from '../../parts/unit-field.tsx';
import { Counts, Lifecycles, ReportCounts } from './counts.tsx';
import { RollUp } from './roll-up.tsx';
import { TaskTable } from './task-table.tsx';
import './tasks.css';

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
      {data && data.rows.length > 0 && <TaskTable list={data} />}
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
