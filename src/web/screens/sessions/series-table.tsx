import { Link } from '@tanstack/react-router';
import { AlertTriangle } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { SeriesRow } from '../../data/series.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useSeriesText } from '../../parts/series-text.ts';

function Notes({ row }: { readonly row: SeriesRow }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  return (
    <span className="series-notes small soft">
      <span>{say.level(row)}</span>
      {row.every && <span>{t(`series-rhythm.${row.every}`)}</span>}
      {row.now !== 'there' && <span>{t(`series-standing.${row.now}`)}</span>}
      {row.side && <span>{t('series.own')}</span>}
      {row.conflicts.map(({ ordinal, sessions }) => (
        <span key={ordinal} className="warn">
          <AlertTriangle size={12} aria-hidden />
          {t('series.ordinal-asked', { ordinal, count: sessions.length })}
        </span>
      ))}
      {row.missing.length > 0 && (
        <span className="warn">{t('series.missing', { years: say.list(row.missing.map(String)) })}</span>
      )}
    </span>
  );
}

function SessionCell({ session }: { readonly session: SeriesRow['last'] }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  if (session === null) return <span className="soft">{t('series.unknown')}</span>;
  return <>{say.session(session)}</>;
}

/** Up and down go from mechanism to mechanism. */
function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('.series-link') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;
    if (at < 0 || !links[to]) return;
    links[to].focus();
    event.preventDefault();
  };
  return { body, onKeyDown };
}

/** Mechanisms with their last and next session. */
export function SeriesTable({ rows }: { readonly rows: readonly SeriesRow[] }) {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const { body, onKeyDown } = useRowKeys();
  const asOf = useAsOf();
  return (
    <table className="list-table series-table">
      <thead>
        <tr>
          <th scope="col">{t('series.mechanism')}</th>
          <th scope="col">{t('series.last')}</th>
          <th scope="col">{t('series.next')}</th>
          <th scope="col" className="number">
            {t('series.leaning')}
          </th>
          <th scope="col">{t('series.shown')}</th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/sessions/$id" params={{ id: row.id }} search={{ asOf }} className="series-link" dir="auto">
                {say.name(row)}
              </Link>
              {row.open && (
                <span className="series-open">
                  {t('series.open-now')} · {t('series.items-open', { count: row.unclosed })}
                </span>
              )}
              <Notes row={row} />
            </td>
            <td data-label={t('series.last')}>
              <SessionCell session={row.last} />
            </td>
            <td data-label={t('series.next')}>
              <SessionCell session={row.next} />
            </td>
            <td className="number" data-label={t('series.leaning')}>
              {row.commitments > 0 && row.entity !== null && (
                <Link to="/commitments" search={{ entity: [row.entity] }}>
                  {formatNumber(locale, row.commitments)}
                </Link>
              )}
            </td>
            <td data-label={t('series.shown')}>{row.shown && say.day(row.shown)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
