import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatList, formatNumber } from '../../../i18n/index.ts';
import { daysBetween } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { TERM_SHOWS, type TermShow, type TermsSearch } from '../../app/search.ts';
import { useMay } from '../../data/session.ts';
import { type TermRow, termsQuery } from '../../data/terms.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { EndedWindow, RenewedWindow } from './term-windows.tsx';
import './terms.css';

/** Which rows each count opens. */
const SHOWS: Readonly<Record<TermShow, (row: TermRow) => boolean>> = {
  asks: ({ months }) => months === 0,
  three: ({ months }) => months === 3,
  six: ({ months }) => months === 6,
  twelve: ({ months }) => months === 12,
  later: ({ months, expires }) => months === null && expires !== null,
  open: ({ months, expires }) => months === null && expires === null,
};

function Counts({ rows, search }: { readonly rows: readonly TermRow[]; readonly search: TermsSearch }) {
  const { locale, t } = useSpeech();
  const { show, ...rest } = search;
  return (
    <ul className="count-list">
      <li>
        <Link to="/terms" search={rest} className={`count-link ${show ? '' : 'chosen'}`}>
          <b>{formatNumber(locale, rows.length)}</b> {t('series.all')}
        </Link>
      </li>
      {TERM_SHOWS.map((each) => (
        <li key={each}>
          <Link to="/terms" search={{ ...rest, show: each }} className={`count-link ${show === each ? 'chosen' : ''}`}>
            <b>{formatNumber(locale, rows.filter(SHOWS[each]).length)}</b> {t(`terms.${each}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** When a term ends, and how near that is. */
function End({ row, day }: { readonly row: TermRow; readonly day: string }) {
  const { t } = useSpeech();
  const say = useEntityText();
  if (row.expires === null) return <span className="soft">{t('terms.no-end')}</span>;
  return (
    <>
      {say.day(row.expires)}
      {row.months !== null && row.lastDay !== null && (
        <span className={`term-left ${row.months <= 3 ? 'near' : ''}`}>
          {row.months === 0 ? t('terms.renewed-asked') : t('terms.days-left', { count: daysBetween(day, row.lastDay) })}
        </span>
      )}
      {row.successor && (
        <span className="term-after small soft">
          {t('terms.followed-by')}{' '}
          <Link to="/registers/$kind/$id" params={{ kind: 'instrument', id: row.successor.id }} dir="auto">
            {say.name(row.successor.names)}
          </Link>
        </span>
      )}
    </>
  );
}

function Row({
  row,
  day,
  ask,
}: {
  readonly row: TermRow;
  readonly day: string;
  readonly ask: ((type: 'renewed' | 'ended', row: TermRow) => void) | null;
}) {
  const { locale, t } = useSpeech();
  const say = useEntityText();
  return (
    <tr>
      <td>
        <Link to="/registers/$kind/$id" params={{ kind: 'instrument', id: row.id }} className="term-link" dir="auto">
          {say.name(row.names)}
        </Link>
        <span className="term-notes small soft">
          {row.type && <span>{say.typeName('instrument', row.type)}</span>}
          {row.parties.length > 0 && <span dir="auto">{formatList(locale, row.parties)}</span>}
        </span>
      </td>
      <td data-label={t('terms.signed')}>
        {row.signed ? say.day(row.signed) : row.toSign && <span className="soft">{t('terms.to-sign')}</span>}
      </td>
      <td data-label={t('terms.ends')}>
        <End row={row} day={day} />
        {ask && row.months !== null && (
          <span className="term-actions">
            <Button className="button small" onPress={() => ask('renewed', row)}>
              {t('terms.renewed')}
            </Button>
            {row.months === 0 && (
              <Button className="button small quiet" onPress={() => ask('ended', row)}>
                {t('terms.ended')}
              </Button>
            )}
          </span>
        )}
      </td>
      <td className="number" data-label={t('terms.leaning')}>
        {row.commitments > 0 && (
          <Link to="/commitments" search={{ entity: [row.id] }}>
            {formatNumber(locale, row.commitments)}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Table({ rows, day }: { readonly rows: readonly TermRow[]; readonly day: string }) {
  const { t } = useSpeech();
  const keeps = useMay('decide');
  const [asking, setAsking] = useState<{ readonly type: 'renewed' | 'ended'; readonly row: TermRow } | null>(null);
  const ask = (type: 'renewed' | 'ended', row: TermRow) => setAsking({ type, row });
  const close = () => setAsking(null);
  return (
    <>
      <table className="list-table term-table">
        <thead>
          <tr>
            <th scope="col">{t('terms.instrument')}</th>
            <th scope="col">{t('terms.signed')}</th>
            <th scope="col">{t('terms.ends')}</th>
            <th scope="col" className="number">
              {t('terms.leaning')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} day={day} ask={keeps ? ask : null} />
          ))}
        </tbody>
      </table>
      {asking?.type === 'renewed' && <RenewedWindow row={asking.row} onClose={close} />}
      {asking?.type === 'ended' && <EndedWindow row={asking.row} onClose={close} />}
    </>
  );
}

/** Instruments and their terms: what ends next, what was to be renewed, and which commitments lean on each. */
export function TermsScreen() {
  const { t } = useSpeech();
  const search = useSearch({ from: '/follow-up/terms' });
  const { show, asOf } = search;
  const { data, error, refetch } = useQuery(termsQuery(asOf));
  const rows = data?.rows.filter((row) => show === undefined || SHOWS[show](row)) ?? [];
  return (
    <div className="page terms-page">
      <title>{`${t('follow.terms')} · Servanda`}</title>
      <h1>{t('follow.terms')}</h1>
      <div className="list-bar">
        <AsOf value={asOf} />
        {rows.length > 0 && (
          <ExportMenu
            list="terms"
            search={{ id: rows.map(({ id }) => id), asOf }}
            count={rows.length}
            past={asOf !== undefined}
          />
        )}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && <Counts rows={data.rows} search={search} />}
      {data && rows.length > 0 && <Table rows={rows} day={data.day} />}
      {data && rows.length === 0 && (
        <Empty title={t(data.rows.length === 0 ? 'terms.none' : 'terms.none-here')}>
          {data.rows.length === 0 && <p>{t('terms.none-explain')}</p>}
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
    </div>
  );
}
