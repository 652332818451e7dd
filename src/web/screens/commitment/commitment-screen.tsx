import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { BookOpen, GitCommitVertical } from 'lucide-react';
import { useState } from 'react';
import { formatDate, formatPercent, reasonText } from '../../../i18n/index.ts';
import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { commitmentQuery, type Detail } from '../../data/queries.ts';
import { DecisionMark } from '../../parts/decision-mark.tsx';
import { MarkLabel } from '../../parts/ladder.tsx';
import { Parallels } from '../../parts/parallels.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import './commitment.css';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { ChannelsHere } from '../../parts/channels-here.tsx';
import { PairsHere } from '../../parts/pairs-here.tsx';
import { QuotasHere } from '../../parts/quotas-here.tsx';
import { Context } from './context.tsx';
import { DecideHere } from './decide-here.tsx';
import { FieldTable } from './field-table.tsx';
import { CommitmentHistory } from './history-list.tsx';
import { SidesHere } from './sides-here.tsx';
import { TasksHere } from './tasks-here.tsx';

function Head({ detail }: { readonly detail: Detail }) {
  const { locale, t } = useSpeech();
  const asOf = useAsOf();
  return (
    <header className="commitment-head">
      <p className="facts soft">
        <Link to="/commitments" search={{ work: [detail.workId], asOf }} dir="auto">
          {detail.workTitle}
        </Link>
        {detail.workDate && <span>{formatDate(locale, detail.workDate)}</span>}
        {detail.path !== '' && <span>{detail.path}</span>}
      </p>
      <h1 className="commitment-title">
        <MarkLabel kind={detail.kind} strength={detail.strength} />
        <DecisionMark decision={detail.decision} />
      </h1>
      <div className="commitment-ways">
        <Link
          className="button"
          to="/read/$expressionId"
          params={{ expressionId: detail.expressionId }}
          search={{ c: detail.id }}
        >
          <BookOpen size={14} aria-hidden />
          {t('commitment.in-text')}
        </Link>
        <Link className="button" to="/commitments/$id/thread" params={{ id: detail.id }}>
          <GitCommitVertical size={14} aria-hidden />
          {t('thread.open')}
        </Link>
      </div>
      <AsOf value={asOf} />
    </header>
  );
}

function Reasons({ detail, onLight }: { readonly detail: Detail; readonly onLight: (spans: readonly Span[]) => void }) {
  const { locale, t } = useSpeech();
  const person = detail.origin === 'person';
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{t('commitment.reasons')}</h2>
      {person ? (
        <p>{t('commitment.by-person')}</p>
      ) : (
        <p className="soft">{t('commitment.confidence', { share: formatPercent(locale, detail.confidence) })}</p>
      )}
      <ul className="reasons">
        {detail.why.map((reason) => (
          <li
            key={`${reason.rule}${reason.span?.start ?? ''}`}
            title={reason.rule}
            onPointerEnter={() => reason.span && onLight([reason.span])}
            onPointerLeave={() => onLight([])}
          >
            {reasonText(locale, reason)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Commitment({ detail }: { readonly detail: Detail }) {
  const { t } = useSpeech();
  const [lit, setLit] = useState<readonly Span[]>([]);
  const past = useAsOf() !== undefined;
  return (
    <div className="page commitment-page">
      <title>{`${detail.quote.slice(0, 60)} · Servanda`}</title>
      <Head detail={detail} />
      <div className="commitment-main">
        {!detail.anchored && <p className="failure-text">{t('commitment.lost')}</p>}
        <Context detail={detail} lit={lit} />
        <FieldTable detail={detail} onLight={setLit} />
        <SidesHere detail={detail} />
      </div>
      <aside className="commitment-side" aria-label={t('commitment.side')}>
        {!past && <DecideHere key={detail.id} detail={detail} />}
        {!past && <Parallels row={detail} />}
        <TasksHere detail={detail} />
        <QuotasHere commitments={[detail.id]} />
        <PairsHere commitments={[detail.id]} />
        <ChannelsHere commitments={[detail.id]} />
        <Reasons detail={detail} onLight={setLit} />
        <section aria-labelledby="history">
          <h2 id="history">{t('commitment.history')}</h2>
          <CommitmentHistory detail={detail} />
        </section>
      </aside>
    </div>
  );
}

/** One commitment: its words in their place, what was read from them and why, and what people decided. */
export function CommitmentScreen() {
  const { id } = useParams({ from: '/commitments/$id' });
  const asOf = useAsOf();
  const query = useQuery(commitmentQuery(id, asOf));
  if (query.data) return <Commitment detail={query.data} />;
  return (
    <div className="page">
      {asOf !== undefined && <AsOf value={asOf} />}
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}
