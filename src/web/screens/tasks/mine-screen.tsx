import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { type OwedTask, owedByTask } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { DAYS_AHEAD, escalationsQuery } from '../../data/escalations.ts';
import { useSession } from '../../data/session.ts';
import { type OwedItem, owedQuery } from '../../data/tasks.ts';
import { CalendarPanel } from '../../parts/calendar-panel.tsx';
import { ReportForms } from '../../parts/report-forms.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

/** Things a row names; the others are told by their number and stand on the page of the task. */
const NAMED = 4;

/** One thing that is owed; its day where it is not the day of its row. */
function Thing({ item, day }: { readonly item: OwedItem; readonly day: string | null }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const [from, to] = item.text.split('/');
  const period = item.kind === 'report' && from !== undefined && to !== undefined;
  return (
    <li className="owed-what">
      <b>{t(`owes.${item.kind}`)}</b>{' '}
      {period ? (
        t('owed.period', { from: formatDate(locale, from), to: formatDate(locale, to) })
      ) : (
        <span dir="auto">{item.text}</span>
      )}{' '}
      {item.day !== null && item.day !== day && (
        <span className={item.late ? 'failure-text small' : 'small'}>
          {t('owed.by', { day: formatDate(locale, item.day) })}
        </span>
      )}{' '}
      {item.unit && (
        <span className="soft small" dir="auto">
          {nameOf(item.unit)}
        </span>
      )}
    </li>
  );
}

function Row({ owed }: { readonly owed: OwedTask<OwedItem> }) {
  const { locale, t } = useSpeech();
  const { task, title, day, late, items } = owed;
  return (
    <li className={late ? 'owed-item late' : 'owed-item'}>
      <span className="owed-day">
        {day ? formatDate(locale, day) : <span className="soft">{t('mine.no-day')}</span>}
      </span>
      <div>
        <Link to="/tasks/$id" params={{ id: task }} className="task-link" dir="auto">
          {title}
        </Link>
        <ul className="owed-things">
          {items.slice(0, NAMED).map((item) => (
            <Thing key={`${item.kind}${item.part}${item.text}${item.day}`} item={item} day={day} />
          ))}
          {items.length > NAMED && (
            <li className="owed-what soft small">{t('mine.further', { count: items.length - NAMED })}</li>
          )}
        </ul>
      </div>
    </li>
  );
}

/** How much will be escalated soon; the number opens the list. Nothing where the seat is never told of it. */
function Ahead() {
  const { t } = useSpeech();
  const { data } = useQuery(escalationsQuery(DAYS_AHEAD));
  if (!data || data.total === 0) return null;
  return (
    <p>
      <Link to="/tasks/ahead" search={{}}>
        {t('mine.escalated', { count: data.total, days: DAYS_AHEAD })}
      </Link>
    </p>
  );
}

/** The page of the unit one acts for. */
function OwnUnit() {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  const unit = useSession()?.seat?.unit;
  if (!unit) return null;
  return (
    <p>
      <Link to="/units/$id" params={{ id: unit }} dir="auto">
        {t('mine.unit', { unit: nameOf(unit) })}
      </Link>
    </p>
  );
}

/** What I owe next: reports, parts, answers, milestones and days, a row a task, what is late first. */
export function MineScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(owedQuery);
  const owed = owedByTask(data?.items ?? []);
  const groups = [
    ['late', owed.filter(({ late }) => late)],
    ['coming', owed.filter(({ late, day }) => !late && day !== null)],
    ['no-day', owed.filter(({ late, day }) => !late && day === null)],
  ] as const;
  return (
    <div className="page tasks-page">
      <title>{`${t('mine.title')} · Servanda`}</title>
      <h1>{t('mine.title')}</h1>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.items.length === 0 && <Empty title={t('mine.none')} />}
      <OwnUnit />
      <Ahead />
      {groups.map(([group, tasks]) =>
        tasks.length === 0 ? null : (
          <section key={group}>
            <h2>{t(`mine.${group}`, { count: tasks.length })}</h2>
            <ul className="owed-list">
              {tasks.map((one) => (
                <Row key={one.task} owed={one} />
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
