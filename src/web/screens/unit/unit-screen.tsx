import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { actorName, formatDate } from '../../../i18n/index.ts';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { handsQuery } from '../../data/hands.ts';
import { useMay } from '../../data/session.ts';
import { pastUnitsQuery, tasksQuery, type UnitRow, unitsQuery, urgingsQuery } from '../../data/tasks.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { LetterLink } from '../task/letter-link.tsx';
import { Counts, ReportCounts } from '../tasks/counts.tsx';
import { TaskTable } from '../tasks/task-table.tsx';
import './unit.css';

interface OfUnit {
  readonly unit: UnitRow;
  readonly asOf: string | undefined;
}

function UnitLinks({ units, asOf }: { readonly units: readonly UnitRow[]; readonly asOf: string | undefined }) {
  const { locale } = useSpeech();
  return units.map(({ id, names }) => (
    <Link key={id} to="/units/$id" params={{ id }} search={{ asOf }} dir="auto">
      {nameIn(names, locale)}
    </Link>
  ));
}

/** Where a unit stands: over and under which, from when to when, what it took over and who followed it. */
function Place({ unit, units, asOf }: OfUnit & { readonly units: readonly UnitRow[] }) {
  const { locale, t } = useSpeech();
  const rows = [
    [t('units.under'), units.filter(({ id }) => id === unit.parent)],
    [t('unit.over'), units.filter(({ parent }) => parent === unit.id)],
    [t('unit.took-over'), units.filter(({ successor }) => successor === unit.id)],
    [t('units.successor'), units.filter(({ id }) => id === unit.successor)],
  ] as const;
  const days = [unit.from, unit.until].map((day) => (day === null ? '' : formatDate(locale, day)));
  return (
    <dl className="unit-place">
      {(unit.from ?? unit.until) !== null && (
        <>
          <dt>{t('unit.days')}</dt>
          <dd>{days.join(' – ')}</dd>
        </>
      )}
      {rows.map(
        ([label, found]) =>
          found.length > 0 && (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="unit-links">
                <UnitLinks units={found} asOf={asOf} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** What the unit leads and what it has a part in, with the units under it; what is overdue by name. */
function Tasks({ unit, asOf }: OfUnit) {
  const { t } = useSpeech();
  const search = { units: [unit.id], asOf };
  const led = useQuery(tasksQuery({ ...search, role: 'lead' }));
  const late = useQuery(tasksQuery({ ...search, role: 'lead', timeliness: ['overdue'] }));
  const parts = useQuery(tasksQuery({ ...search, role: 'partner' }));
  if (led.error) return <Failure error={led.error} retry={() => void led.refetch()} />;
  if (!led.data) return <Skeleton lines={4} />;
  const overdue = late.data?.rows.slice(0, 20) ?? [];
  return (
    <>
      <section>
        <h2>{t('unit.leads')}</h2>
        <Counts list={led.data} search={{ ...search, role: 'lead' }} />
        {led.data.reports.length > 0 && <ReportCounts list={led.data} search={{ ...search, role: 'lead' }} />}
      </section>
      {late.data && overdue.length > 0 && (
        <section>
          <h2>{t('unit.overdue')}</h2>
          <TaskTable list={{ ...late.data, rows: overdue }} />
        </section>
      )}
      {parts.data && parts.data.rows.length > 0 && (
        <section>
          <h2>{t('unit.has-part')}</h2>
          <Counts list={parts.data} search={{ ...search, role: 'partner' }} />
        </section>
      )}
    </>
  );
}

/** Urgings of the unit that have no reply yet. */
function Urgings({ unit }: Pick<OfUnit, 'unit'>) {
  const { locale, t } = useSpeech();
  const keeps = useMay('decide');
  const log = useQuery(urgingsQuery).data?.log ?? [];
  const open = log.filter(({ units, reply }) => reply === null && units.includes(unit.id));
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{t('unit.urgings')}</h2>
      <ul className="owed-list">
        {open.map((one) => (
          <li key={one.id} className="owed-item">
            <span className="owed-day">{formatDate(locale, one.at.slice(0, 10))}</span>
            <div>
              <Link to="/tasks/$id" params={{ id: one.task }} className="task-link" dir="auto">
                {one.title}
              </Link>
              <p className="owed-what soft small" dir="auto">
                {t('task.urged', { level: one.level })} · {one.text} · {t('urgings.working-days', { count: one.days })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {keeps && open.some(({ letter }) => letter) && <LetterLink unit={unit.id} />}
    </section>
  );
}

/** Who holds a post of the unit on a day; of one's own side. */
function Posts({ unit, asOf }: OfUnit) {
  const { locale, t } = useSpeech();
  const day = asOf ?? today();
  const held = (useQuery(handsQuery).data?.hands ?? []).filter(
    (one) => one.unit === unit.id && one.from <= day && (one.until === null || one.until >= day),
  );
  if (held.length === 0) return null;
  return (
    <section>
      <h2>{t('unit.posts')}</h2>
      <ul className="unit-posts">
        {held.map(({ id, person, role, from }) => (
          <li key={id}>
            <b dir="auto">{person}</b> {t(`role.${role}`)}{' '}
            <span className="soft small">{t('unit.since', { day: formatDate(locale, from) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One unit: where it stands, what it owes and what is late, urgings it has not answered, and who holds its posts. */
export function UnitScreen() {
  const { locale, t } = useSpeech();
  const { id } = useParams({ from: '/units/$id' });
  const { asOf } = useSearch({ from: '/units/$id' });
  const query = useQuery(asOf === undefined ? unitsQuery : pastUnitsQuery(asOf));
  const units = query.data?.units ?? [];
  const unit = units.find((one) => one.id === id);
  const name = unit === undefined ? '' : nameIn(unit.names, locale);
  return (
    <div className="page tasks-page unit-page">
      <title>{`${name || t('units.title')} · Servanda`}</title>
      <p className="small">
        <Link to="/units" search={{ asOf }}>
          {t('units.title')}
        </Link>
      </p>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={8} />}
      {query.data && unit === undefined && <Empty title={t('unit.gone')} />}
      {unit && (
        <>
          <h1 dir="auto">{name}</h1>
          <p className="soft">
            {actorName(locale, unit.party)} {unit.code && <code>{unit.code}</code>}
          </p>
          <div className="list-bar">
            <AsOf value={asOf} />
          </div>
          <Place unit={unit} units={units} asOf={asOf} />
          <Tasks unit={unit} asOf={asOf} />
          {asOf === undefined && <Urgings unit={unit} />}
          <Posts unit={unit} asOf={asOf} />
        </>
      )}
    </div>
  );
}
