import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { AlertTriangle, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type SeriesDetail, seriesQuery } from '../../data/series.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { PaperLinks } from '../../parts/paper-links.tsx';
import { PapersOfSeries } from '../../parts/papers-of-series.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { SeriesWindow } from '../../parts/series-window.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { Agenda, openSession } from './agenda.tsx';
import { Decisions } from './decisions.tsx';
import { EvidenceList, Requests } from './evidence.tsx';
import { History } from './history.tsx';
import { Outcomes } from './outcomes.tsx';
import './series.css';
import { SessionList } from './session-list.tsx';
import { SessionWindow } from './session-window.tsx';
import { type SeriesProps, useDeeds } from './use-series.ts';

type Asking = 'open' | 'record' | 'describe' | null;

function Head({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const [asking, setAsking] = useState<Asking>(null);
  const offered = (['open', 'record', 'describe'] as const).filter((type) => detail.actions.includes(type));
  const { latest } = detail;
  const asOf = useAsOf();
  return (
    <header className="series-head">
      <p className="facts soft">
        <span>{say.level(detail)}</span>
        <span>{say.parties(detail.parties)}</span>
        <span>{detail.every ? t(`series-rhythm.${detail.every}`) : t('series.every-unknown')}</span>
        {detail.now !== 'there' && <span>{t(`series-standing.${detail.now}`)}</span>}
        {detail.side && <span>{t('series.own')}</span>}
      </p>
      <h1 dir="auto">{say.name(detail)}</h1>
      <p className="item-actions">
        {offered.map((type) => (
          <Button key={type} className={`button ${type === 'open' ? 'primary' : ''}`} onPress={() => setAsking(type)}>
            {t(`series-action.${type}`)}
          </Button>
        ))}
        {detail.actions.includes('undo') && latest !== null && (
          <Button className="button quiet" onPress={() => void act({ type: 'undo', undoes: latest.id })}>
            {t('series-action.undo')}
          </Button>
        )}
      </p>
      <AsOf value={asOf} />
      {detail.keptOut.length > 0 && (
        <p className="kept-out">
          <EyeOff size={15} aria-hidden />
          {t('series.kept-out', { what: say.list(detail.keptOut.map((one) => t(`kept-out.${one}`))) })}
        </p>
      )}
      {asking === 'describe' && <SeriesWindow detail={detail} onClose={() => setAsking(null)} />}
      {(asking === 'open' || asking === 'record') && (
        <SessionWindow detail={detail} act={act} type={asking} session={null} onClose={() => setAsking(null)} />
      )}
    </header>
  );
}

/** What only a person can say: whether one number stands for two sessions; and years nobody tells of. */
function Questions({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const say = useSeriesText();
  return (
    <>
      {detail.conflicts.map(({ ordinal, sessions }) => (
        <div key={ordinal} className="question" role="note">
          <p>
            <AlertTriangle size={15} aria-hidden /> {t('series.ordinal-asked', { ordinal, count: sessions.length })}
          </p>
          <p className="small">
            {detail.sessions
              .filter(({ id }) => sessions.includes(id))
              .map((session) => say.session(session))
              .join(' — ')}
          </p>
          {detail.actions.includes('settle-ordinal') && (
            <Button className="button small" onPress={() => void act({ type: 'settle-ordinal', ordinal })}>
              {t('series.ordinal-so')}
            </Button>
          )}
        </div>
      ))}
      {detail.missing.length > 0 && (
        <p className="question">{t('series.missing', { years: say.list(detail.missing.map(String)) })}</p>
      )}
    </>
  );
}

function Members({ detail }: { readonly detail: SeriesDetail }) {
  const { locale, t } = useSpeech();
  const say = useSeriesText();
  const asOf = useAsOf();
  const named = (ids: readonly string[]) => ids.map((id) => say.member(id, detail.memberNames));
  return (
    <dl className="card-facts">
      {detail.entity !== null && (
        <>
          <dt>{t('series.leaning')}</dt>
          <dd>
            {detail.commitments > 0 ? (
              <Link to="/commitments" search={{ entity: [detail.entity], asOf }}>
                {t('series.leaning-count', { count: detail.commitments })}
              </Link>
            ) : (
              0
            )}
            <Link
              className="small"
              to="/registers/$kind/$id"
              params={{ kind: 'mechanism', id: detail.entity }}
              search={{ asOf }}
            >
              {t('series.entity')}
            </Link>
          </dd>
        </>
      )}
      {detail.members.length > 0 && (
        <>
          <dt>{t('series.members')}</dt>
          <dd dir="auto">{say.list(named(detail.members))}</dd>
        </>
      )}
      {detail.hosts.length > 0 && (
        <>
          <dt>{t('series.hosts')}</dt>
          <dd dir="auto">{named(detail.hosts).join(' → ')}</dd>
        </>
      )}
      {detail.host && (
        <>
          <dt>{t('series.host-next')}</dt>
          <dd dir="auto">{say.member(detail.host, detail.memberNames)}</dd>
        </>
      )}
      {detail.instruments.length > 0 && (
        <>
          <dt>{t('series.instruments')}</dt>
          <dd>
            {detail.instruments.map(({ id, names, expires }) => (
              <Link key={id} to="/registers/$kind/$id" params={{ kind: 'instrument', id }} search={{ asOf }} dir="auto">
                {nameIn(names, locale)} {expires && `(→ ${say.day(expires)})`}
              </Link>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

function Series({ detail }: { readonly detail: SeriesDetail }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const act = useDeeds(detail);
  const session = openSession(detail);
  const past = useAsOf() !== undefined;
  const about = { relation: detail.relation, series: detail.id, ...(session && { session: session.id }) };
  return (
    <div className="page series-page">
      <title>{`${say.name(detail)} · Servanda`}</title>
      <Head detail={detail} act={act} />
      <div className="series-main">
        <Questions detail={detail} act={act} />
        {detail.keptOut.length === 0 && !past && (
          <PaperLinks
            papers={[
              { name: 'papers.brief-for', search: { kind: 'session', ...about } },
              { name: 'papers.minutes-for', search: { kind: 'minutes', ...about } },
            ]}
          />
        )}
        {session && <Agenda detail={detail} act={act} session={session} />}
        <Decisions detail={detail} of={null} />
        <SessionList detail={detail} act={act} />
        {detail.side === null && !past && <PapersOfSeries series={detail} />}
      </div>
      <aside className="series-side" aria-label={t('series.side')}>
        <Members detail={detail} />
        <Outcomes detail={detail} act={act} />
        <EvidenceList detail={detail} act={act} />
        <Requests detail={detail} act={act} />
        <History detail={detail} />
      </aside>
    </div>
  );
}

/** One mechanism: the session that is open, those before and announced, who takes part, and what shows that it works. */
export function SeriesScreen() {
  const { id } = useParams({ from: '/follow-up/sessions/$id' });
  const asOf = useAsOf();
  const query = useQuery(seriesQuery(id, asOf));
  if (query.data) return <Series key={id} detail={query.data} />;
  return (
    <div className="page">
      {asOf !== undefined && <AsOf value={asOf} />}
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}
