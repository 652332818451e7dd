import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { LOCALE_TAGS } from '../../../i18n/index.ts';
import { convertTo, wallTime } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { WaterPoint, WaterView } from '../../data/water.ts';
import { runsOf, ticks, timeTicks } from './scale.ts';
import { bothTimes, isDoubtful, measured, ZONES } from './words.ts';

const HEIGHT = 340;
const [TOP, RIGHT, BOTTOM, LEFT] = [26, 16, 46, 56];

/** A change of datum this long before or after what is shown is still told, at its edge. */
const NEAR_MS = 3 * 86_400_000;

/** The width a part of the page has, as it changes. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.max(280, entry.contentRect.width)));
    if (ref.current) watcher.observe(ref.current);
    return () => watcher.disconnect();
  }, []);
  return [ref, width] as const;
}

interface Frame {
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly from: number;
  readonly to: number;
  readonly least: number;
  readonly most: number;
  readonly width: number;
}

/** Thresholds in the unit of the series, where one can be turned into the other. */
function limitsOf({ state, unit }: WaterView) {
  return state.thresholds.flatMap(({ id, name, kind, value, unit: own }) => {
    const limit = value === null || kind === 'rise' || kind === 'fall' ? null : convertTo(value, own, unit);
    return limit === null ? [] : [{ id, name, limit }];
  });
}

function frameOf(view: WaterView, width: number, now: string): Frame | null {
  const instants = view.points.flatMap(({ instant }) => (instant === null ? [] : [Date.parse(instant)]));
  const values = view.points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (instants.length === 0 || values.length === 0) return null;
  const silent = view.missing.some(({ before }) => Date.parse(before) >= Date.parse(now) - 60_000);
  const [from, last] = [Math.min(...instants), Math.max(...instants)];
  const to = silent ? Date.parse(now) : last === from ? from + 3_600_000 : last;
  const all = [...values, ...limitsOf(view).map(({ limit }) => limit)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  const least = view.parameter === 'rainfall' || view.parameter === 'discharge' ? Math.min(0, low) : low - room;
  const most = high + room;
  const x = (at: number) => LEFT + ((at - from) / (to - from)) * (width - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - least) / (most - least)) * (HEIGHT - TOP - BOTTOM);
  return { x, y, from, to, least, most, width };
}

/** A level over time: thresholds as lines, gaps as gaps, doubtful values marked, both clocks below; arrow keys read it out. */
export function LevelChart({ view, now }: { readonly view: WaterView; readonly now: string }) {
  const { t } = useSpeech();
  const [ref, width] = useWidth();
  const frame = useMemo(() => frameOf(view, width, now), [view, width, now]);
  const dated = useMemo(() => view.points.filter(({ instant }) => instant !== null), [view]);
  const [chosen, setChosen] = useState<number | null>(null);
  const point = chosen === null ? null : (dated[Math.min(chosen, dated.length - 1)] ?? null);
  const keys = (event: KeyboardEvent) => {
    const at = chosen ?? dated.length;
    const moves: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: dated.length - 1 },
      ...{ PageUp: at - 24, PageDown: at + 24 },
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(dated.length - 1, next)));
  };
  const near = (event: PointerEvent<SVGSVGElement>) => {
    if (!frame) return;
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left - LEFT) / (frame.width - LEFT - RIGHT);
    const at = frame.from + share * (frame.to - frame.from);
    setChosen(nearest(dated, at));
  };
  return (
    <div ref={ref} className="water-chart">
      {frame === null ? (
        <p className="soft">{t('water-page.nothing-here')}</p>
      ) : (
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys read the values out one by one
          tabIndex={0}
          aria-label={t('water-page.chart-label', { count: dated.length })}
          onKeyDown={keys}
          onPointerMove={near}
          onPointerLeave={() => setChosen(null)}
        >
          <Axes frame={frame} unit={view.unit} />
          <Missing view={view} frame={frame} />
          <Limits view={view} frame={frame} />
          <Datums view={view} frame={frame} />
          {view.parameter === 'rainfall' ? <Bars view={view} frame={frame} /> : <Line view={view} frame={frame} />}
          {point && <Cursor point={point} frame={frame} />}
        </svg>
      )}
      <Readout point={point} unit={view.unit} />
    </div>
  );
}

function nearest(points: readonly WaterPoint[], at: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Date.parse(points[middle]?.instant ?? '') < at) low = middle + 1;
    else high = middle;
  }
  const before = Math.max(0, low - 1);
  const away = (index: number) => Math.abs(Date.parse(points[index]?.instant ?? '') - at);
  return away(before) <= away(low) ? before : low;
}

function Axes({ frame, unit }: { readonly frame: Frame; readonly unit: string }) {
  const { locale } = useSpeech();
  const offset = offsetOf(wallTime(new Date(frame.from).toISOString(), ZONES[0]?.zone ?? 'UTC').offset);
  const times = timeTicks(frame.from, frame.to, Math.max(2, Math.floor(frame.width / 110)), offset);
  const right = frame.width - RIGHT;
  return (
    <g className="water-axes">
      {ticks(frame.least, frame.most, 5).map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={right} y1={frame.y(value)} y2={frame.y(value)} />
          <text x={LEFT - 8} y={frame.y(value) + 4} textAnchor="end">
            {value.toLocaleString(LOCALE_TAGS[locale])}
          </text>
        </g>
      ))}
      <text x={LEFT - 8} y={14} textAnchor="end" className="water-unit">
        {unit}
      </text>
      {times.map((at) => (
        <TimeTick key={at} at={at} frame={frame} />
      ))}
      {ZONES.map(({ party, zone }, index) => (
        <text key={party} x={4} y={HEIGHT - BOTTOM + 18 + index * 15} className="water-zone">
          {wallTime(new Date(frame.from).toISOString(), zone).offset.replace(':00', '')}
        </text>
      ))}
    </g>
  );
}

function offsetOf(text: string): number {
  const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
  return (hours * 60 + minutes) * (text.startsWith('-') ? -1 : 1);
}

function TimeTick({ at, frame }: { readonly at: number; readonly frame: Frame }) {
  const instant = new Date(at).toISOString();
  const long = frame.to - frame.from > 2 * 86_400_000;
  const label = ({ day, time }: { readonly day: string; readonly time: string }) =>
    time === '00:00' || long
      ? `${day.slice(8)}/${day.slice(5, 7)} ${long && time === '00:00' ? '' : time}`.trim()
      : time;
  const x = frame.x(at);
  const anchor = x > frame.width - 44 ? 'end' : x < LEFT + 20 ? 'start' : 'middle';
  return (
    <g>
      <line x1={x} x2={x} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM + 4} />
      {ZONES.map(({ party, zone }, index) => (
        <text key={party} x={x} y={HEIGHT - BOTTOM + 18 + index * 15} textAnchor={anchor}>
          {label(wallTime(instant, zone))}
        </text>
      ))}
    </g>
  );
}

function Missing({ view, frame }: { readonly view: WaterView; readonly frame: Frame }) {
  const { t } = useSpeech();
  return view.missing.map(({ after, before, count }) => {
    const [start, end] = [Math.max(frame.from, Date.parse(after)), Math.min(frame.to, Date.parse(before))];
    if (end <= start) return null;
    return (
      <g key={after} className="water-missing">
        <rect x={frame.x(start)} y={TOP} width={frame.x(end) - frame.x(start)} height={HEIGHT - TOP - BOTTOM} />
        <title>{t('water-page.missing', { count })}</title>
      </g>
    );
  });
}

function Limits({ view, frame }: { readonly view: WaterView; readonly frame: Frame }) {
  const { locale } = useSpeech();
  return limitsOf(view).map(({ id, name, limit }) => (
    <g key={id} className="water-limit">
      <line x1={LEFT} x2={frame.width - RIGHT} y1={frame.y(limit)} y2={frame.y(limit)} />
      <text x={frame.width - RIGHT - 4} y={frame.y(limit) - 5} textAnchor="end">
        {`${name} · ${measured(limit, view.unit, LOCALE_TAGS[locale])}`}
      </text>
    </g>
  ));
}

/** Where the station changed its datum: a line through the chart, so that no step is taken for water. */
function Datums({ view, frame }: { readonly view: WaterView; readonly frame: Frame }) {
  const { t } = useSpeech();
  return view.datums
    .filter(({ id }) => id !== view.id)
    .map(({ id, datum, from, to }) => {
      const own = view.datums.find((one) => one.id === view.id);
      const at = own && from >= own.from ? Date.parse(from) : Date.parse(to);
      if (at < frame.from - NEAR_MS || at > frame.to + NEAR_MS) return null;
      const x = frame.x(Math.max(frame.from, Math.min(frame.to, at)));
      const left = x > frame.width / 2;
      return (
        <g key={id} className="water-datum">
          <line x1={x} x2={x} y1={TOP - 8} y2={HEIGHT - BOTTOM} />
          <text x={left ? x - 5 : x + 5} y={TOP - 10} textAnchor={left ? 'end' : 'start'}>
            {t('water-page.other-datum', { datum: datum ?? '–' })}
          </text>
        </g>
      );
    });
}

function Line({ view, frame }: { readonly view: WaterView; readonly frame: Frame }) {
  const runs = runsOf(view.points, view.state.interval);
  const path = runs
    .map((run) =>
      run
        .map(
          ({ at, value }, index) => `${index === 0 ? 'M' : 'L'}${frame.x(at).toFixed(1)},${frame.y(value).toFixed(1)}`,
        )
        .join(''),
    )
    .join('');
  const few = view.points.length <= 200;
  const marked = view.points.filter(
    (point) => point.value !== null && point.instant !== null && (few || isDoubtful(point)),
  );
  const alone = runs.flatMap((run) => (run.length === 1 ? run : []));
  return (
    <g className="water-line">
      <path d={path} />
      {alone.map(({ at, value }) => (
        <circle key={at} cx={frame.x(at)} cy={frame.y(value)} r={2.5} />
      ))}
      {marked.map((point) => (
        <circle
          key={point.instant}
          cx={frame.x(Date.parse(point.instant ?? ''))}
          cy={frame.y(point.value ?? 0)}
          r={isDoubtful(point) ? 4.5 : 2}
          className={isDoubtful(point) ? 'doubtful' : ''}
        />
      ))}
    </g>
  );
}

/** What fell in each interval stands on the ground; a line through sums would say what was never measured. */
function Bars({ view, frame }: { readonly view: WaterView; readonly frame: Frame }) {
  const fallen = view.points.flatMap(({ instant, value }) =>
    instant === null || value === null ? [] : [{ at: Date.parse(instant), value }],
  );
  const width = Math.max(1, Math.min(14, ((frame.width - LEFT - RIGHT) / Math.max(1, fallen.length)) * 0.8));
  return (
    <g className="water-bars">
      {fallen.map(({ at, value }) => (
        <rect
          key={at}
          x={frame.x(at) - width / 2}
          y={frame.y(value)}
          width={width}
          height={Math.max(0, frame.y(0) - frame.y(value))}
        />
      ))}
    </g>
  );
}

function Cursor({ point, frame }: { readonly point: WaterPoint; readonly frame: Frame }) {
  const x = frame.x(Date.parse(point.instant ?? ''));
  return (
    <g className="water-cursor">
      <line x1={x} x2={x} y1={TOP} y2={HEIGHT - BOTTOM} />
      {point.value !== null && <circle cx={x} cy={frame.y(point.value)} r={5} />}
    </g>
  );
}

/** The chosen value in words: what a screen reader says with each arrow key. */
function Readout({ point, unit }: { readonly point: WaterPoint | null; readonly unit: string }) {
  const { locale, t } = useSpeech();
  return (
    <p className="water-readout" aria-live="polite">
      {point ? (
        <>
          <b>{measured(point.value, unit, LOCALE_TAGS[locale])}</b>
          <span>{bothTimes(point.instant ?? '')}</span>
          <span className="soft">{t(`water-quality.${point.quality}`)}</span>
          {point.remark && <span className="soft">{point.remark}</span>}
        </>
      ) : (
        <span className="soft">{t('water-page.chart-hint')}</span>
      )}
    </p>
  );
}
