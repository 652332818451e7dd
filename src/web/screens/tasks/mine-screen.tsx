import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type OwedItem, owedQuery } from '../../data/tasks.ts';
import { CalendarPanel } from '../../parts/calendar-panel.tsx';
import { ReportForms } from '../../parts/report-forms.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

function Item({ item }: { readonly item: OwedItem }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const [from, to] = item.text.split('/');
  const period = item.kind === 'report' && from !== undefined && to !== undefined;
  return (
    <li className={item.late ? 'owed-item late' : 'owed-item'}>
      <span className="owed-day">
        {item.day ? formatDate(locale, item.day) : <span className="soft">{t('mine.no-day')}</span>}
      </span>
      <div>
        <Link to="/tasks/$id" params={{ id: item.task }} className="task-link" dir="auto">
          {item.title}
        </Link>
        <p className="owed-what">
          <b>{t(`owes.${item.kind}`)}</b>{' '}
          {period ? (
            t('owed.period', { from: formatDate(locale, from), to: formatDate(locale, to) })
          ) : (
            <span dir="auto">{item.text}</span>
          )}{' '}
          {item.unit && (
            <span className="soft small" dir="auto">
              {nameOf(item.unit)}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

/** What I owe next: reports, parts, answers, milestones and days, over all tasks, what is late first. */
export function MineScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(owedQuery);
  const groups = [
    ['late', data?.items.filter(({ late }) => late) ?? []],
    ['coming', data?.items.filter(({ late, day }) => !late && day !== null) ?? []],
    ['no-day', data?.items.filter(({ day }) => day === null) ?? []],
  ] as const;
  return (
    <div className="page tasks-page">
      <title>{`${t('mine.title')} · Servanda`}</title>
      <h1>{t('mine.title')}</h1>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.items.length === 0 && <Empty title={t('mine.none')} />}
      {groups.map(([group, items]) =>
        items.length === 0 ? null : (
          <section key={group}>
            <h2>{t(`mine.${group}`, { count: items.length })}</h2>
            <ul className="owed-list">
              {items.map((item) => (
                <Item key={`${item.task}${item.kind}${item.part}${item.text}${item.day}`} item={item} />
              ))}
            </ul>
          </section>
        ),
      )}
      {data?.more && <p className="soft small">{t('mine.more')}</p>}
      <section className="take-along">
        <h2>{t('mine.take-along')}</h2>
        <p>
          <ReportForms className="button small" />
          <span className="soft small">
            {t('mine.form-how')} <Link to="/tasks/sheets">{t('sheets.title')}</Link>
          </span>
        </p>
        <CalendarPanel />
      </section>
    </div>
  );
}
