import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';
import { type WaterList, type WaterRow, waterQuery, waterSeriesQuery } from '../../data/water.ts';
import { KeepsWater } from '../../parts/decides.tsx';
import '../../parts/export-menu.css';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import '../documents/documents.css';
import { Agreed, Crossings } from './agreed.tsx';
import { BringFile } from './bring-file.tsx';
import { LevelChart } from './level-chart.tsx';
import { SPANS, type Span } from './search.ts';
import { Shared } from './shared.tsx';
import { Alarms, StationList, Trend } from './station-list.tsx';
import { ValueTable } from './value-table.tsx';
import './water.css';
import { nameOf } from './words.ts';

/** Stations of shared rivers: last values, what is missing, what passed a threshold; the level over time; files in and out. */
export function WaterScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(waterQuery);
  return (
    <div className="page water-page">
      <title>{`${t('water-page.title')} · Servanda`}</title>
      <div className="water-head">
        <h1>{t('water-page.title')}</h1>
        {data && data.rows.length > 0 && <Export series={null} />}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && data.rows.length === 0 && (
        <Empty title={t('water-page.none')}>
          <p>{t('water-page.none-explain')}</p>
        </Empty>
      )}
      {data && data.rows.length > 0 && <Stations list={data} />}
      <KeepsWater>
        <BringFile />
      </KeepsWater>
    </div>
  );
}

/** Those that must be looked at first: thresholds passed, then values missing, then by name. */
function byUrgency(a: WaterRow, b: WaterRow): number {
  const weight = ({ open, missing }: WaterRow) => (open.length > 0 ? 2 : missing.length > 0 ? 1 : 0);
  return weight(b) - weight(a) || nameOf(a).localeCompare(nameOf(b));
}

function Stations({ list }: { readonly list: WaterList }) {
  const { series, span = '3d' } = useSearch({ from: '/notice-pages/water' });
  const go = useNavigate();
  const rows = useMemo(() => list.rows.toSorted(byUrgency), [list]);
  const row = rows.find(({ id }) => id === series) ?? rows[0];
  const choose = (search: { series?: string; span?: Span }) =>
    void go({ to: '/water', search: { series: row?.id, span, ...search }, replace: true, resetScroll: false });
  return (
    <div className="water-body">
      <StationList rows={rows} chosen={row?.id ?? null} onChoose={(id) => choose({ series: id })} />
      {row && <SeriesPanel key={row.id} row={row} list={list} span={span} onSpan={(next) => choose({ span: next })} />}
    </div>
  );
}

const DAYS: Readonly<Record<Span, number | null>> = { '1d': 1, '3d': 3, '7d': 7, '30d': 30, all: null };

function SeriesPanel({
  row,
  list: { now, partners },
  span,
  onSpan,
}: {
  readonly row: WaterRow;
  readonly list: WaterList;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}) {
  const { t } = useSpeech();
  const [table, setTable] = useState(false);
  // Back from the last value, not from now: a gauge that fell silent is still shown.
  const end = row.last?.instant ?? now;
  const days = DAYS[span];
  const from = days === null ? null : new Date(Date.parse(end) - days * 86_400_000).toISOString();
  const { data, error, refetch } = useQuery(waterSeriesQuery(row.id, from));
  return (
    <section className="water-series" aria-label={nameOf(row)}>
      <header>
        <h2>{nameOf(row)}</h2>
        <p className="soft small">
          {[row.station.id, row.property, row.station.datum ?? t('water-page.no-datum')].join(' · ')}
        </p>
        <p className="water-alarms">
          <Trend row={row} />
          <Alarms row={row} />
        </p>
      </header>
      <Crossings row={row} />
      <div className="water-tools">
        <fieldset className="water-spans">
          <legend className="visually-hidden">{t('water-page.span')}</legend>
          {SPANS.map((one) => (
            <button key={one} type="button" aria-pressed={one === span} onClick={() => onSpan(one)}>
              {t(`water-span.${one}`)}
            </button>
          ))}
        </fieldset>
        <Button className="button small" onPress={() => setTable(!table)}>
          {t(table ? 'water-page.as-chart' : 'water-page.as-table')}
        </Button>
        <Export series={row.id} />
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (table ? <ValueTable view={data} /> : <LevelChart view={data} now={now} />)}
      <Agreed row={row} />
      <Shared row={row} partners={partners} from={from} />
    </section>
  );
}

const FORMATS = [
  ['csv', 'CSV'],
  ['json', 'SensorThings (JSON)'],
  ['xml', 'WaterML 2.0'],
] as const;

/** One series, or all of them, as a file. */
function Export({ series }: { readonly series: string | null }) {
  const { t } = useSpeech();
  return (
    <DialogTrigger>
      <Button className="button small">
        <Download size={14} aria-hidden />
        {t(series === null ? 'water-page.export-all' : 'export.title')}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Dialog className="export-menu" aria-label={t('export.title')}>
          <ul>
            {FORMATS.map(([format, name]) => (
              <li key={format}>
                <a href={`/api/water/export?${writeQuery({ format, series })}`} download>
                  <b>{name}</b>
                </a>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
