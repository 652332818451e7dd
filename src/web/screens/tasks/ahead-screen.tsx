import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { DAYS_AHEAD, ESCALATIONS_A_PAGE, type Escalation, escalationsQuery } from '../../data/escalations.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import './tasks.css';

/** How many days ahead the list can look. */
const SPANS = [7, DAYS_AHEAD, 90] as const;

function Row({ row }: { readonly row: Escalation }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const posts = row.to.map(({ role, unit }) => `${t(`role.${role}`)}${unit ? ` · ${nameOf(unit)}` : ''}`);
  return (
    <li className="owed-item">
      <span className="owed-day">{formatDate(locale, row.day)}</span>
      <div>
        <Link to="/tasks/$id" params={{ id: row.task }} className="task-link" dir="auto">
          {row.title}
        </Link>
        <p className="owed-what" dir="auto">
          {t('escalations.why', {
            unit: nameOf(row.unit),
            day: formatDate(locale, row.due),
            state: t(`lifecycle.${row.lifecycle}`),
          })}
        </p>
        <p className="owed-what small">
          {row.over && <b className="over-head">{t('escalations.over')}</b>}{' '}
          {t(`escalations.${row.channel}`, { level: row.level })}{' '}
          <span className="soft" dir="auto">
            {posts.join('; ')}
          </span>
        </p>
      </div>
    </li>
  );
}

/** What will be escalated to the seat, or over its head, if nothing changes: when, why, and to whom. */
export function AheadScreen() {
  const { locale, t } = useSpeech();
  const { days = DAYS_AHEAD, page = 1 } = useSearch({ from: '/follow-up/tasks/ahead' });
  const { data, error, refetch } = useQuery(escalationsQuery(days, page));
  const until = data ? formatDate(locale, data.until) : '';
  return (
    <div className="page tasks-page">
      <title>{`${t('escalations.title')} · Servanda`}</title>
      <h1>{t('escalations.title')}</h1>
      <p className="soft">{t('escalations.explain')}</p>
      <div className="list-bar">
        <ul className="count-list">
          {SPANS.map((span) => (
            <li key={span}>
              <Link to="/tasks/ahead" search={{ days: span }} className={`count-link ${span === days ? 'chosen' : ''}`}>
                {t('escalations.span', { days: span })}
              </Link>
            </li>
          ))}
        </ul>
        {data && data.total > 0 && <ExportMenu list="escalations" search={{ days }} count={data.total} />}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.total === 0 && <Empty title={t('escalations.none', { day: until })} />}
      {data && data.total > 0 && (
        <>
          <h2>{t('escalations.count', { count: data.total, day: until })}</h2>
          <ul className="owed-list">
            {data.rows.map((row) => (
              <Row key={`${row.task}${row.unit}`} row={row} />
            ))}
          </ul>
          <Pages
            page={page}
            size={ESCALATIONS_A_PAGE}
            total={data.total}
            link={(to, rel, words) => (
              <Link to="/tasks/ahead" search={{ days, page: to === 1 ? undefined : to }} rel={rel}>
                {words}
              </Link>
            )}
          />
        </>
      )}
    </div>
  );
}
