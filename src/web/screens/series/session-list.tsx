import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { direction } from '../../../kernel/index.ts';
import { canAnswer } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { SeriesDetail, SeriesSession } from '../../data/series.ts';
import { useSession } from '../../data/session.ts';
import { useSeriesText } from '../../parts/series-text.ts';
import { DateWindow, SessionWindow } from './session-window.tsx';
import type { SeriesProps } from './use-series.ts';

/** The words of texts that tell of a session, linked to where they stand. */
function Told({ detail, session }: { readonly detail: SeriesDetail; readonly session: SeriesSession }) {
  const told = detail.told.filter(({ key }) => session.facts.includes(key));
  return (
    <>
      {told.map(({ key, expressionId, span, quote, language, workTitle }) => (
        <Link
          key={`${expressionId}${span.start}${key}`}
          className="told small"
          to="/read/$expressionId"
          params={{ expressionId }}
          search={{ place: `${span.start}-${span.end}` }}
          title={workTitle}
          lang={language === 'und' ? undefined : language}
          dir={direction(language)}
        >
          <q>{quote}</q>
        </Link>
      ))}
    </>
  );
}

/** The days proposed for a session, and what the other side says to them. */
function Dates({ detail, act, session }: SeriesProps & { readonly session: SeriesSession }) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const party = useSession()?.seat?.party ?? null;
  const answers = detail.actions.includes('accept-date');
  return (
    <ul className="dates">
      {session.dates.map((date) => {
        const named = { session: session.id, proposal: date.id };
        const open = canAnswer(date, { ...{ hand: '', role: 'reader', unit: null, units: [] }, party });
        return (
          <li key={date.id} className="small">
            {t('series.date-asked', { who: say.party(date.party), day: say.day(date.day) })}
            {date.note && <span dir="auto">{date.note}</span>}
            {date.accepted.length > 0 && <b>{t('series.date-agreed')}</b>}
            {date.declined && (
              <span className="failure-text" dir="auto">
                {t('series.date-declined')} {date.declined.note}
              </span>
            )}
            {answers && open && session.stage !== 'held' && (
              <>
                <Button className="button small" onPress={() => void act({ type: 'accept-date', ...named })}>
                  {t('series-action.accept-date')}
                </Button>
                <Button
                  className="button small quiet"
                  onPress={() => void act({ type: 'decline-date', ...named, note: '' })}
                >
                  {t('series-action.decline-date')}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type Asking = { readonly type: 'set-facts' | 'open' | 'date'; readonly session: SeriesSession } | null;

function Actions({
  detail,
  session,
  ask,
}: {
  readonly detail: SeriesDetail;
  readonly session: SeriesSession;
  readonly ask: (asking: Asking) => void;
}) {
  const { t } = useSpeech();
  const can = (type: (typeof detail.actions)[number]) => detail.actions.includes(type);
  const past = session.stage === 'held';
  return (
    <span className="session-actions">
      {can('open') && session.stage === 'known' && (
        <Button className="button small" onPress={() => ask({ type: 'open', session })}>
          {t('series-action.open')}
        </Button>
      )}
      {can('propose-date') && !past && (
        <Button className="button small quiet" onPress={() => ask({ type: 'date', session })}>
          {t('series-action.propose-date')}
        </Button>
      )}
      {can('set-facts') && (
        <Button className="button small quiet" onPress={() => ask({ type: 'set-facts', session })}>
          {t('series-action.set-facts')}
        </Button>
      )}
    </span>
  );
}

/** Every session that texts or people tell of, the latest first. */
export function SessionList({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('series.sessions')}</h2>
      {detail.sessions.length === 0 && <p className="soft">{t('series.no-sessions')}</p>}
      <ul className="session-list">
        {detail.sessions.toReversed().map((session) => (
          <li key={session.id} className={session.stage}>
            <p className="session-head">
              <b>{say.session(session)}</b>
              {session.host && (
                <span dir="auto">{t('series.host-is', { host: say.member(session.host, detail.memberNames) })}</span>
              )}
              {session.stage === 'open' && <span className="series-open">{t('series.open-now')}</span>}
              <Actions detail={detail} session={session} ask={setAsking} />
            </p>
            <Told detail={detail} session={session} />
            <Dates detail={detail} act={act} session={session} />
            {session.stage === 'held' && session.minutes !== '' && (
              <details className="form-more">
                <summary>{t('series.minutes')}</summary>
                <p className="minutes" dir="auto">
                  {session.minutes}
                </p>
              </details>
            )}
          </li>
        ))}
      </ul>
      {asking?.type === 'date' && <DateWindow act={act} session={asking.session} onClose={close} />}
      {asking && asking.type !== 'date' && (
        <SessionWindow detail={detail} act={act} type={asking.type} session={asking.session} onClose={close} />
      )}
    </section>
  );
}
