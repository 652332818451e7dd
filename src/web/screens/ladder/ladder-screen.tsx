import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatDate, formatList, relationName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import { type LadderRow, laddersQuery, useChangeLadder } from '../../data/ladders.ts';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { LadderWindow } from './ladder-window.tsx';
import { Periods } from './periods.tsx';
import { useStepText } from './step-text.ts';
import '../tasks/tasks.css';
import './ladder.css';

function Steps({ row }: { readonly row: LadderRow }) {
  const { t } = useSpeech();
  const textOf = useStepText();
  const columns = ['level', 'when', 'over', 'to', 'how'] as const;
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`ladder.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.ladder.steps.map((step) => {
            const text = { level: String(step.level), ...textOf(step) };
            return (
              <tr key={step.level}>
                {columns.map((column) => (
                  <td key={column} data-label={t(`ladder.${column}`)}>
                    {text[column]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Where a ladder comes from: an agreement, or what the program brings until somebody sets one. */
function Origin({ row: { set, ladder } }: { readonly row: LadderRow }) {
  const { locale, t } = useSpeech();
  const handOf = useHand();
  if (ladder.unsure) return <p className="small soft">{t('ladder.program')}</p>;
  return (
    <p className="small soft" dir="auto">
      {set && t('ladder.set', { by: handOf(set.by), day: formatDate(locale, set.at.slice(0, 10)) })}{' '}
      {t('ladder.source')}: {ladder.source}
    </p>
  );
}

function Rules({ row, titled }: { readonly row: LadderRow; readonly titled: boolean }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const [changing, setChanging] = useState(false);
  const change = useChangeLadder(row);
  const { ladder, keeps, undoes } = row;
  const undo = () =>
    undoes !== null &&
    change.mutate({ type: 'undo', undoes }, { onError: (error) => toast({ text: say(error), tone: 'failure' }) });
  return (
    <section className="ladder-rules">
      <h2>
        {relationName(locale, row.relation)} {titled && <span className="soft">{actorName(locale, row.party)}</span>}
      </h2>
      <Origin row={row} />
      {ladder.steps.length === 0 ? <p>{t('ladder.no-steps')}</p> : <Steps row={row} />}
      <p className="small">
        {ladder.reports.length === 0
          ? t('ladder.reports-none')
          : t('ladder.reports', { days: formatList(locale, ladder.reports.map(String)) })}
      </p>
      <p className="small">
        {t('ladder.quiet')}:{' '}
        {ladder.quiet.length === 0
          ? t('ladder.quiet-none')
          : ladder.quiet
              .map(({ from, to, why }) => `${formatDate(locale, from)} – ${formatDate(locale, to)} (${why})`)
              .join('; ')}
      </p>
      {keeps && (
        <p className="ladder-tools">
          <Button className="button small" onPress={() => setChanging(true)}>
            {t('ladder.change')}
          </Button>
          {undoes !== null && (
            <Button className="button small quiet" isDisabled={change.isPending} onPress={undo}>
              {t('ladder.undo')}
            </Button>
          )}
        </p>
      )}
      <Periods relation={row.relation} />
      {changing && <LadderWindow row={row} onClose={() => setChanging(false)} />}
    </section>
  );
}

/** By which rules a side urges and reports in each relation: what happens when, to whom, and where that comes from. */
export function LadderScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(laddersQuery);
  const several = new Set(data?.rows.map(({ party }) => party)).size > 1;
  return (
    <div className="page tasks-page">
      <title>{`${t('ladder.title')} · Servanda`}</title>
      <h1>{t('ladder.title')}</h1>
      <p className="soft">
        {t('ladder.explain')} <Link to="/tasks/ahead">{t('escalations.title')}</Link> ·{' '}
        <Link to="/tasks/urgings">{t('urgings.title')}</Link>
      </p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data?.rows.length === 0 && <Empty title={t('ladder.none')} />}
      {data?.rows.map((row) => (
        <Rules key={`${row.relation} ${row.party}`} row={row} titled={several} />
      ))}
    </div>
  );
}
