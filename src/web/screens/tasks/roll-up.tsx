import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { actorName, formatNumber } from '../../../i18n/index.ts';
import { DUE_TIMELINESS, nameIn, TIMELINESS, type Timeliness } from '../../../register/index.ts';
import { COUNTED_BY } from '../../../server/contract/index.ts';
import { PROFILES, type Sector } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TasksSearch } from '../../app/search.ts';
import { type CountedBy, countsQuery, type TaskCounts, type TaskNarrowing } from '../../data/tasks.ts';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import './roll-up.css';

type Group = TaskCounts['groups'][number];
type Tally = TaskCounts['whole'];

/** What a list is narrowed to that a group counts; null where no list can show it. */
function narrowingOf(by: CountedBy, key: string | null): TasksSearch | null {
  if (key === null) return null;
  if (by === 'unit') return { units: [key], role: 'lead' };
  if (by === 'side') return { party: key };
  if (by === 'work') return { work: key };
  return { sector: by === 'sector' ? [key as Sector] : [...(directionOf(key)?.sectors ?? [])] };
}

function directionOf(key: string) {
  const [relation, id] = key.split('/');
  return PROFILES.find((profile) => profile.id === relation)?.directions.find((one) => one.id === id);
}

function useGroupName(by: CountedBy): (group: Group) => string {
  const { locale, t } = useSpeech();
  const unitName = useUnitNames();
  return ({ key, name }) => {
    if (key === null) return t('roll-up.rest');
    if (by === 'unit') return unitName(key);
    if (by === 'side') return actorName(locale, key);
    if (by === 'sector') return t(`sector.${key}` as 'sector.other');
    if (by === 'work') return name ?? t('roll-up.rest');
    return nameIn(directionOf(key)?.forms ?? {}, locale) || key;
  };
}

/** A share with what it is a share of; nothing where there is nothing to divide by. */
function Share({ rate }: { readonly rate: Tally['rates']['onTime'] }) {
  const { locale, t } = useSpeech();
  if (rate.percent === null) return <span className="soft">–</span>;
  return (
    <>
      {formatNumber(locale, rate.percent)}
      {' %'}
      <span className="soft small"> {t(`rate-of.${rate.of}`, { count: rate.whole })}</span>
    </>
  );
}

function Row({
  label,
  depth,
  tally,
  search,
}: {
  readonly label: string;
  readonly depth: number;
  readonly tally: Tally;
  /** The list behind the numbers; null where there is none. */
  readonly search: TasksSearch | null;
}) {
  const { locale } = useSpeech();
  const number = (count: number, narrower: TasksSearch) =>
    count === 0 || search === null ? (
      <span className={count === 0 ? 'soft' : ''}>{formatNumber(locale, count)}</span>
    ) : (
      <Link to="/tasks" search={{ ...search, ...narrower }}>
        {formatNumber(locale, count)}
      </Link>
    );
  const shared = (rate: Tally['rates']['onTime'], narrower: TasksSearch) =>
    rate.part === 0 || search === null ? (
      <Share rate={rate} />
    ) : (
      <Link to="/tasks" search={{ ...search, ...narrower }}>
        <Share rate={rate} />
      </Link>
    );
  return (
    <tr>
      <th scope="row" dir="auto" style={{ paddingInlineStart: `${depth}rem` }}>
        {label}
      </th>
      <td className="number">{number(tally.all, {})}</td>
      {TIMELINESS.map((one: Timeliness) => (
        <td key={one} className="number">
          {number(tally.timeliness[one], { timeliness: [one] })}
        </td>
      ))}
      <td className="roll-up-share">{shared(tally.rates.onTime, { timeliness: ['done-on-time'] })}</td>
      <td className="roll-up-share">{shared(tally.rates.overdue, { timeliness: ['overdue'] })}</td>
      <td className="roll-up-share">{shared(tally.rates.done, { timeliness: ['done-on-time', 'done-late'] })}</td>
    </tr>
  );
}

function Table({
  counts,
  by,
  search,
}: {
  readonly counts: TaskCounts;
  readonly by: CountedBy;
  readonly search: TasksSearch;
}) {
  const { locale, t } = useSpeech();
  const nameOf = useGroupName(by);
  const { by: _, page: __, ...rest } = search;
  return (
    <>
      <div className="table-frame">
        <table className="roll-up">
          <thead>
            <tr>
              <th scope="col">{t(`rolled-by.${by}`)}</th>
              <th scope="col" className="number">
                {t('tasks.all')}
              </th>
              {TIMELINESS.map((one) => (
                <th key={one} scope="col" className={`number ${DUE_TIMELINESS.includes(one as never) ? '' : 'soft'}`}>
                  {t(`timeliness.${one}`)}
                </th>
              ))}
              <th scope="col">{t('roll-up.on-time')}</th>
              <th scope="col">{t('roll-up.overdue')}</th>
              <th scope="col">{t('roll-up.done')}</th>
            </tr>
          </thead>
          <tbody>
            {counts.groups.map((group) => {
              const own = narrowingOf(by, group.key);
              return (
                <Row
                  key={group.key}
                  label={nameOf(group)}
                  depth={group.depth}
                  tally={group.tally}
                  search={own === null ? null : { ...rest, ...own }}
                />
              );
            })}
          </tbody>
          <tfoot>
            <Row label={t('roll-up.whole')} depth={0} tally={counts.whole} search={rest} />
          </tfoot>
        </table>
      </div>
      {counts.repeated > 0 && (
        <p className="soft small">{t('roll-up.repeated', { count: formatNumber(locale, counts.repeated) })}</p>
      )}
    </>
  );
}

function Opened({
  by,
  narrowing,
  search,
}: {
  readonly by: CountedBy;
  readonly narrowing: TaskNarrowing;
  readonly search: TasksSearch;
}) {
  const { data, error, refetch } = useQuery(countsQuery(narrowing, by));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return data ? <Table counts={data} by={by} search={search} /> : <Skeleton lines={4} />;
}

/** Tasks counted by unit, side, sector, direction or document, on request; every number opens the list that it counts. */
export function RollUp({
  search,
  narrowing,
  by,
}: {
  readonly search: TasksSearch;
  readonly narrowing: TaskNarrowing;
  readonly by: CountedBy | null;
}) {
  const { t } = useSpeech();
  return (
    <section className="roll-up-part" aria-label={t('roll-up.title')}>
      <ul className="count-list">
        <li className="soft">{t('roll-up.title')}</li>
        {COUNTED_BY.map((one) => (
          <li key={one}>
            <Link
              to="/tasks"
              search={{ ...search, by: by === one ? undefined : one }}
              className={`count-link ${by === one ? 'chosen' : ''}`}
            >
              {t(`rolled-by.${one}`)}
            </Link>
          </li>
        ))}
      </ul>
      {by !== null && <Opened by={by} narrowing={narrowing} search={search} />}
    </section>
  );
}
