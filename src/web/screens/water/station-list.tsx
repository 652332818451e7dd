import { ArrowDownRight, ArrowRight, ArrowUpRight, CircleAlert, Clock } from 'lucide-react';
import { LOCALE_TAGS } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { WaterRow } from '../../data/water.ts';
import { bothTimes, measured, nameOf } from './words.ts';

/** Where the water goes: a sign, and the change an hour in words. */
export function Trend({ row }: { readonly row: WaterRow }) {
  const { locale, t } = useSpeech();
  const { trend, unit } = row;
  // Rain falls in sums; a change an hour says nothing of it.
  if (trend === null || row.parameter === 'rainfall') return null;
  const Sign = trend > 0 ? ArrowUpRight : trend < 0 ? ArrowDownRight : ArrowRight;
  const change = trend.toLocaleString(LOCALE_TAGS[locale], { maximumSignificantDigits: 3, signDisplay: 'exceptZero' });
  return (
    <span className="water-trend">
      <Sign size={15} aria-hidden />
      {t('water-page.per-hour', { change: `${change} ${unit}` })}
    </span>
  );
}

/** What a row has to be looked at for: thresholds passed, values missing. */
export function Alarms({ row }: { readonly row: WaterRow }) {
  const { t } = useSpeech();
  const missing = row.missing.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {row.open.length > 0 && (
        <span className="water-alarm">
          <CircleAlert size={14} aria-hidden />
          {t('water-page.passed', { count: row.open.length })}
        </span>
      )}
      {missing > 0 && (
        <span className="water-late">
          <Clock size={14} aria-hidden />
          {t('water-page.missing', { count: missing })}
        </span>
      )}
    </>
  );
}

/** Every series by its station: last value, trend, alarms; the one chosen is shown beside. */
export function StationList({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly WaterRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { locale, t } = useSpeech();
  return (
    <ul className="water-list" aria-label={t('water-page.stations')}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className="water-station"
            aria-current={row.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(row.id)}
          >
            <span className="water-name">
              <b>{nameOf(row)}</b>
              <span className="soft small">
                {row.parameter === 'other' ? row.property : t(`water-parameter.${row.parameter}`)}
                {row.station.datum && ` · ${row.station.datum}`}
                {row.source && ` · ${t('water-page.from-node', { node: row.source })}`}
              </span>
            </span>
            <span className="water-last">
              <b>{measured(row.last?.value ?? null, row.unit, LOCALE_TAGS[locale])}</b>
              <Trend row={row} />
            </span>
            {row.last?.instant && <span className="soft small water-when">{bothTimes(row.last.instant)}</span>}
            {(row.open.length > 0 || row.missing.length > 0) && (
              <span className="water-alarms">
                <Alarms row={row} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
