import { useQueries, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { type FollowingType, keepsSide } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { commitmentQuery } from '../../data/queries.ts';
import { useSession } from '../../data/session.ts';
import { type Deed, type TaskDetail, type TaskRow, taskQuery } from '../../data/tasks.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { ChannelsHere } from '../../parts/channels-here.tsx';
import { KeptBack } from '../../parts/kept-back.tsx';
import { PairsHere } from '../../parts/pairs-here.tsx';
import { PaperLinks } from '../../parts/paper-links.tsx';
import { QuotasHere } from '../../parts/quotas-here.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { DeedWindow } from './deed-window.tsx';
import { deedOf, FORMS } from './forms.ts';
import { History } from './history.tsx';
import { MergeWindow } from './merge-window.tsx';
import { OwedReports } from './owed-reports.tsx';
import { Chasing, Obstacles, Reports } from './parts.tsx';
import { PlanWindow } from './plan-window.tsx';
import { RateWindow } from './rate-window.tsx';
import { Ratings } from './ratings.tsx';
import { ReportWindow } from './report-window.tsx';
import { WhatComesNext } from './what-comes-next.tsx';
import './task.css';
import { useDeeds } from './use-deeds.ts';
import { WholeChain } from './whole-chain.tsx';

/** Actions on the task as a whole, in the order of its life; those on a part stand at the part. */
const WHOLE: readonly FollowingType[] = [
  ...([
    'accept',
    'plan',
    'draft',
    'raise',
    'ask-extension',
    'settle',
    'close',
    'dispute',
    'reopen',
    'rate',
    'urge',
  ] as const),
  ...([
    'send-back',
    'resolve',
    'coordinate',
    'set-due',
    'set-period',
    'reroute',
    'wait',
    'resume',
    'share',
    'undo',
  ] as const),
];

/** What whoever keeps tasks of a side does most: it stands before what is the unit's own. */
const KEEPING: readonly FollowingType[] = ['accept', 'resolve', 'settle', 'urge', 'close', 'reopen', 'rate', 'share'];

/** What stands at the front; the rest is under "more". */
const FRONT = 5;

interface Asking {
  readonly type: FollowingType;
  readonly part: string;
}

function Actions({ detail, offer }: { readonly detail: TaskDetail; readonly offer: (type: FollowingType) => void }) {
  const { t } = useSpeech();
  const [more, setMore] = useState(false);
  const seat = useSession()?.seat;
  const order = seat && keepsSide(seat) ? [...KEEPING, ...WHOLE.filter((type) => !KEEPING.includes(type))] : WHOLE;
  const open = order.filter((type) => detail.actions.includes(type));
  const shown = more ? open : open.slice(0, FRONT);
  return (
    <div className="task-actions">
      {shown.map((type, index) => (
        <Button key={type} className={`button ${index === 0 ? 'primary' : ''}`} onPress={() => offer(type)}>
          {t(`task-action.${type}`)}
        </Button>
      ))}
      {open.length > FRONT && (
        <Button className="button quiet" aria-expanded={more} onPress={() => setMore(!more)}>
          {t(more ? 'task.fewer' : 'task.more')}
        </Button>
      )}
    </div>
  );
}

function Served({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useSpeech();
  const asOf = useAsOf();
  const found = useQueries({ queries: ids.map((id) => commitmentQuery(id, asOf)) });
  return (
    <ul className="served">
      {found.map(({ data, error }, index) => (
        <li key={ids[index]}>
          {error && (
            <span className="soft small">{t(asOf === undefined ? 'task.words-unseen' : 'task.words-not-yet')}</span>
          )}
          {data && (
            <>
              <Link to="/commitments/$id" params={{ id: data.id }} search={{ asOf }}>
                <q lang={data.language} dir="auto">
                  {data.quote}
                </q>
              </Link>
              <span className="soft small" dir="auto">
                {data.workTitle} {data.path}
              </span>
              {(!data.anchored || data.decision === 'rejected') && (
                <span className="words-gone small" role="note">
                  {t(data.anchored ? 'task.words-set-aside' : 'task.words-gone')}
                </span>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Chain({ title, rows }: { readonly title: string; readonly rows: readonly TaskRow[] }) {
  const nameOf = useUnitNames();
  const { t } = useSpeech();
  const asOf = useAsOf();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="chain">
        {rows.map((row) => (
          <li key={row.task_id}>
            <Link to="/tasks/$id" params={{ id: row.task_id }} search={{ asOf }} dir="auto">
              {row.title}
            </Link>
            <span className="soft small">{nameOf(row.lead)}</span>
            <span className={`timeliness ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ detail }: { readonly detail: TaskDetail }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const { state } = detail;
  const asOf = useAsOf();
  const past = asOf !== undefined;
  const moved = state.required !== null && state.due !== state.required.day;
  return (
    <dl className="task-facts">
      <dt>{t('task.lead')}</dt>
      <dd dir="auto">
        <Link to="/units/$id" params={{ id: state.lead }} search={{ asOf }}>
          {nameOf(state.lead)}
        </Link>
      </dd>
      <dt>{t('task.coordinators')}</dt>
      <dd dir="auto">
        {state.coordinators.map((one) => `${nameOf(one.unit)}${one.given ? ' ✓' : ''}`).join('; ') || t('task.none')}
        {state.unresolved.map((words) => (
          <span key={words} className="unresolved">
            {words}
          </span>
        ))}
      </dd>
      <dt>{t('task.due')}</dt>
      <dd>
        {state.due ? formatDate(locale, state.due) : t('task.no-due')}
        {moved && (
          <span className="soft small">
            {t('task.first-due', { day: formatDate(locale, state.required?.day ?? '') })}
          </span>
        )}
        {state.required?.source && (
          <q className="soft small" dir="auto">
            {state.required.source}
          </q>
        )}
      </dd>
      <dt>{t('task.every')}</dt>
      <dd>{state.every ? t(`period.${state.every}`) : t('task.period-not-set')}</dd>
      <dt>{t('task.audience')}</dt>
      <dd>
        {t(`audience.${state.audience}`)}
        {!past && <KeptBack subject={detail.id} />}
      </dd>
    </dl>
  );
}

function PlanView({
  detail,
  offer,
}: {
  readonly detail: TaskDetail;
  readonly offer: (type: FollowingType, part: string) => void;
}) {
  const { locale, t } = useSpeech();
  const { plan } = detail.state;
  if (plan === null) return <p className="soft">{t('task.no-plan')}</p>;
  const dated = (day: string | null) => (day ? formatDate(locale, day) : '–');
  return (
    <>
      <p dir="auto">
        {plan.objective} {plan.product && <span className="soft">→ {plan.product}</span>}
      </p>
      <table className="milestones">
        <thead>
          <tr>
            <th>{t('task.milestone')}</th>
            <th>{t('task.planned')}</th>
            <th>{t('task.actual')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.milestones.map((one) => (
            <tr key={one.id}>
              <td dir="auto">
                {one.text !== t(`milestone.${one.kind}`) && (
                  <span className="soft small">{t(`milestone.${one.kind}`)}</span>
                )}{' '}
                {one.text}
              </td>
              <td>{dated(one.planned)}</td>
              <td>
                {one.actual || !detail.actions.includes('reach') ? (
                  dated(one.actual)
                ) : (
                  <Button className="button small" onPress={() => offer('reach', one.id)}>
                    {t('task-action.reach')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Windows({
  asking,
  detail,
  act,
  close,
}: {
  readonly asking: Asking;
  readonly detail: TaskDetail;
  readonly act: (body: Deed) => Promise<boolean>;
  readonly close: () => void;
}) {
  const { state } = detail;
  const day = today();
  if (asking.type === 'plan') return <PlanWindow task={detail.id} state={state} onClose={close} onDo={act} />;
  if (asking.type === 'rate') return <RateWindow state={state} onClose={close} onDo={act} />;
  if (asking.type === 'draft') {
    return <ReportWindow detail={detail} part={asking.part} onClose={close} onDo={act} />;
  }
  return <DeedWindow type={asking.type} part={asking.part} detail={detail} day={day} onClose={close} onDo={act} />;
}

function Task({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useSpeech();
  const { act, clash, settle } = useDeeds(detail);
  const [asking, setAsking] = useState<Asking | null>(null);
  const asOf = useAsOf();
  const { state } = detail;
  const offer = (type: FollowingType, part = '') => {
    const asks = FORMS[type] !== undefined || ['plan', 'draft', 'rate'].includes(type);
    if (asks) setAsking({ type, part });
    else if (type === 'reach') void act({ type, milestone: part, day: today() });
    else void act(deedOf(type, { values: {}, evidence: [], part }, state));
  };
  return (
    <div className="page task-page">
      <title>{`${state.title} · Servanda`}</title>
      <header className="task-head">
        <h1 dir="auto">{state.title}</h1>
        <p className="task-status">
          <span className={`timeliness ${detail.timeliness}`}>{t(`timeliness.${detail.timeliness}`)}</span>
          <span className="badge">{t(`lifecycle.${state.lifecycle}`)}</span>
          {state.settlement && <span className="badge">{t(`outcome.${state.settlement.outcome}`)}</span>}
        </p>
        <Actions detail={detail} offer={offer} />
        <AsOf value={asOf} />
      </header>
      <div className="task-main">
        <Facts detail={detail} />
        <Served ids={state.commitments} />
        <QuotasHere commitments={state.commitments} />
        <PairsHere commitments={state.commitments} />
        <ChannelsHere commitments={state.commitments} />
        <h2>{t('task.plan')}</h2>
        <PlanView detail={detail} offer={offer} />
        <h2>{t('task.reports')}</h2>
        <OwedReports detail={detail} offer={offer} />
        {state.reports.length === 0 ? (
          <p className="soft">{t('task.no-reports')}</p>
        ) : (
          <Reports detail={detail} offer={offer} />
        )}
        {state.obstacles.length > 0 && <h2>{t('task.obstacles')}</h2>}
        <Obstacles detail={detail} offer={offer} />
        {state.ratings.length > 0 && <h2>{t('task.ratings')}</h2>}
        <Ratings ratings={state.ratings} />
        <h2>{t('task.chasing')}</h2>
        <WhatComesNext detail={detail} />
        {asOf === undefined && (
          <PaperLinks
            papers={[
              {
                name: 'papers.dispatch-for',
                search: { kind: 'dispatch', party: state.party, unit: state.lead, task: detail.id },
              },
              { name: 'papers.report-for', search: { kind: 'report', party: state.party, unit: state.lead } },
            ]}
          />
        )}
        <Chasing detail={detail} offer={offer} />
      </div>
      <aside className="task-side" aria-label={t('task.side')}>
        <WholeChain detail={detail} />
        <Chain title={t('task.parts')} rows={detail.parts} />
        <h2>{t('task.history')}</h2>
        <History detail={detail} />
      </aside>
      {asking && <Windows asking={asking} detail={detail} act={act} close={() => setAsking(null)} />}
      {clash && <MergeWindow clash={clash} onClose={settle} onDo={act} />}
    </div>
  );
}

/** One task: whose it is, by when, what is planned, reported and in the way, and what the seat can do now. */
export function TaskScreen() {
  const { id } = useParams({ from: '/follow-up/tasks/$id' });
  const asOf = useAsOf();
  const query = useQuery(taskQuery(id, asOf));
  if (query.data) return <Task key={id} detail={query.data} />;
  return (
    <div className="page">
      {asOf !== undefined && <AsOf value={asOf} />}
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}
