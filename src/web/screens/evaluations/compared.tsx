import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../i18n/index.ts';
import { RATING_SCALES, SNAPSHOT_CHANGES, type SnapshotChange } from '../../../register/index.ts';
import { COMPARED_A_PAGE } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { SnapshotSearch } from '../../app/search.ts';
import { type Comparison, comparisonQuery } from '../../data/tasks.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

type Shown = NonNullable<SnapshotSearch['show']>;

/** A number that opens the list it counts. */
function Count({
  search,
  show,
  unit,
  count,
  children,
}: {
  readonly search: SnapshotSearch;
  readonly show: Shown;
  readonly unit?: string;
  readonly count: number;
  readonly children?: ReactNode;
}) {
  const { locale } = useSpeech();
  const chosen = search.show === show && search.unit === unit;
  return (
    <Link
      to="/tasks/evaluations"
      search={{ before: search.before, after: search.after, show, unit }}
      className={`count-link ${chosen ? 'chosen' : ''}`}
    >
      <b>{formatNumber(locale, count)}</b> {children}
    </Link>
  );
}

/** What changed, unit by unit, those with most of it first. */
function ByUnit({ search, units }: { readonly search: SnapshotSearch; readonly units: Comparison['units'] }) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{t('tasks.unit')}</th>
            <th scope="col">{t('snapshots.tasks')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, changes }) => (
            <tr key={unit}>
              <th scope="row">{nameOf(unit)}</th>
              <td>
                <ul className="count-list">
                  {SNAPSHOT_CHANGES.filter((change) => changes[change] > 0).map((change) => (
                    <li key={change}>
                      <Count search={search} show={change} unit={unit} count={changes[change]}>
                        {t(`snapshot-change.${change}`)}
                      </Count>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The page that is listed: tasks with one change, or ratings that moved. */
function Listed({ search, data }: { readonly search: SnapshotSearch; readonly data: Comparison }) {
  const { locale, t } = useSpeech();
  const named = (scale: string, value: string) =>
    RATING_SCALES.find(({ id }) => id === scale)?.steps.find(({ id }) => id === value)?.names[locale] ?? value;
  const { show, unit } = search;
  if (show === undefined) return null;
  const title = (task: string, words: string) => (
    <Link to="/tasks/$id" params={{ id: task }} className="task-link" dir="auto">
      {words}
    </Link>
  );
  return (
    <>
      <ul className="owed-list">
        {data.tasks.map(({ task, title: words }) => (
          <li key={task}>{title(task, words)}</li>
        ))}
        {data.ratings.map(({ task, title: words, from, scale, before: was, after: is }) => (
          <li key={`${task}${from}${scale}`}>
            {title(task, words)}
            <span className="small">
              {t(`rater.${from}`)}: {named(scale, was)} → <b>{named(scale, is)}</b>
            </span>
          </li>
        ))}
      </ul>
      <Pages
        page={search.page ?? 1}
        size={COMPARED_A_PAGE}
        total={show === 'ratings' ? data.moved : countOf(data, show, unit)}
        link={(to, rel, words) => (
          <Link to="/tasks/evaluations" search={{ ...search, page: to === 1 ? undefined : to }} rel={rel}>
            {words}
          </Link>
        )}
      />
    </>
  );
}

function countOf({ changes, units }: Comparison, change: SnapshotChange, unit: string | undefined): number {
  return (unit === undefined ? changes : units.find((one) => one.unit === unit)?.changes)?.[change] ?? 0;
}

/** What changed between the two snapshots of an address: counted whole and by unit, each number opening its list. */
export function Compared({ search }: { readonly search: SnapshotSearch }) {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(comparisonQuery(search));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const { before = '', after = '', unit } = search;
  const show = search.show === 'ratings' ? undefined : search.show;
  const all = SNAPSHOT_CHANGES.reduce((sum, change) => sum + countOf(data, change, unit), 0);
  return (
    <>
      <div className="list-bar">
        <ul className="count-list">
          {SNAPSHOT_CHANGES.map((change) => (
            <li key={change}>
              <Count search={search} show={change} count={data.changes[change]}>
                {t(`snapshot-change.${change}`)}
              </Count>
            </li>
          ))}
          {data.moved > 0 && (
            <li>
              <Count search={search} show="ratings" count={data.moved}>
                {t('snapshots.ratings')}
              </Count>
            </li>
          )}
        </ul>
        <ExportMenu
          list="evaluations"
          search={{ before, after, show, unit }}
          count={show === undefined ? all : countOf(data, show, unit)}
        />
      </div>
      <Listed search={search} data={data} />
      <ByUnit search={search} units={data.units} />
    </>
  );
}
