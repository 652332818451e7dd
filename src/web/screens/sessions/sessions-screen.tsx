import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatNumber } from '../../../i18n/index.ts';
import { foldForSearch } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { SeriesSearch } from '../../app/search.ts';
import { type SeriesRow, seriesListQuery } from '../../data/series.ts';
import { useMay } from '../../data/session.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { PapersAsking } from '../../parts/papers-of-series.tsx';
import { SeriesWindow } from '../../parts/series-window.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { SeriesTable } from './series-table.tsx';
import './sessions.css';

/** What the list can be narrowed to; each is counted, and the count opens it. */
const SHOWS = {
  open: ({ open }: SeriesRow) => open !== null,
  next: ({ next }: SeriesRow) => next !== null,
  asks: ({ conflicts }: SeriesRow) => conflicts.length > 0,
  missed: ({ missing }: SeriesRow) => missing.length > 0,
} as const;
type Show = keyof typeof SHOWS;
const NAMES = { open: 'open-now', next: 'to-come', asks: 'asks', missed: 'missed' } as const;

/** What needs somebody first: open sessions, questions, what comes next; then what most commitments lean on. */
function inOrder(rows: readonly SeriesRow[]): SeriesRow[] {
  const rank = (row: SeriesRow) =>
    (row.open ? 0 : 8) + (row.conflicts.length > 0 ? 0 : 4) + (row.next ? 0 : 2) + (row.last ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.commitments - a.commitments);
}

function Counts({ rows, search }: { readonly rows: readonly SeriesRow[]; readonly search: SeriesSearch }) {
  const { locale, t } = useSpeech();
  const { show: chosen, ...rest } = search;
  const shows = (Object.keys(SHOWS) as Show[]).filter((show) => show === 'open' || rows.some(SHOWS[show]));
  return (
    <ul className="count-list">
      <li>
        <Link to="/sessions" search={rest} className={`count-link ${chosen ? '' : 'chosen'}`}>
          <b>{formatNumber(locale, rows.length)}</b> {t('series.all')}
        </Link>
      </li>
      {shows.map((show) => (
        <li key={show}>
          <Link to="/sessions" search={{ ...rest, show }} className={`count-link ${chosen === show ? 'chosen' : ''}`}>
            <b>{formatNumber(locale, rows.filter(SHOWS[show]).length)}</b> {t(`series.${NAMES[show]}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function narrowed(rows: readonly SeriesRow[], { q, show }: SeriesSearch): SeriesRow[] {
  const wanted = foldForSearch(q ?? '').text.trim();
  const named = ({ names }: SeriesRow) =>
    Object.values(names).some((forms) => forms?.some((form) => foldForSearch(form).text.includes(wanted)));
  return rows.filter((row) => (wanted === '' || named(row)) && (show === undefined || SHOWS[show](row)));
}

/** Mechanisms that meet: their last and next session, what is open, and what has to be asked. */
export function SessionsScreen() {
  const { t } = useSpeech();
  const search = useSearch({ from: '/follow-up/sessions' });
  const navigate = useNavigate();
  const keeps = useMay('decide') && search.asOf === undefined;
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(seriesListQuery(search.asOf));
  const rows = data === undefined ? [] : inOrder(narrowed(data.rows, search));
  return (
    <div className="page sessions-page">
      <title>{`${t('follow.sessions')} · Servanda`}</title>
      <h1>{t('follow.sessions')}</h1>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && (
        <div className="list-bar series-bar">
          <label className="search-line">
            <Search size={15} aria-hidden />
            <input
              type="search"
              className="field-input"
              placeholder={t('series.search')}
              aria-label={t('series.search')}
              value={search.q ?? ''}
              onChange={(event) =>
                void navigate({
                  to: '/sessions',
                  search: { ...search, q: event.target.value || undefined },
                  replace: true,
                })
              }
            />
          </label>
          <AsOf value={search.asOf} />
          <Counts rows={data.rows} search={search} />
          {rows.length > 0 && (
            <ExportMenu
              list="sessions"
              search={{ id: rows.map(({ id }) => id), asOf: search.asOf }}
              count={rows.length}
              past={search.asOf !== undefined}
            />
          )}
          {keeps && (
            <Button className="button small" onPress={() => setAdding(true)}>
              <Plus size={14} aria-hidden />
              {t('series.new')}
            </Button>
          )}
        </div>
      )}
      {data && search.asOf === undefined && <PapersAsking rows={data.rows} />}
      {rows.length > 0 && <SeriesTable rows={rows} />}
      {data && rows.length === 0 && (
        <Empty title={t(data.rows.length === 0 ? 'series.none' : 'series.none-here')}>
          {data.rows.length === 0 && <p>{t('series.none-explain')}</p>}
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
      {adding && <SeriesWindow detail={null} onClose={() => setAdding(false)} />}
    </div>
  );
}
