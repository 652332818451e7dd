import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useSeriesText } from '../../parts/series-text.ts';
import { SessionWindow } from './session-window.tsx';
import type { SeriesProps } from './use-series.ts';

/** The documents that came of the sessions, each with the session it came of, or that none is recorded yet. */
export function Outcomes({ detail, act }: SeriesProps) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const [recording, setRecording] = useState<string | null>(null);
  if (detail.outcomes.length === 0) return null;
  const dayOf = (id: string) => detail.sessions.find((session) => session.id === id)?.date ?? null;
  return (
    <section>
      <h2>{t('series.outcomes')}</h2>
      <ul className="card-list">
        {detail.outcomes.map(({ work, title, date, expressionId, session }) => {
          const held = session === null ? null : dayOf(session);
          return (
            <li key={work}>
              {date && <span className="soft small">{say.day(date)}</span>}{' '}
              <Link to="/read/$expressionId" params={{ expressionId }} dir="auto">
                {title}
              </Link>{' '}
              <span className={held === null ? 'failure-text small' : 'soft small'}>
                {held === null ? t('series.no-contact') : t('series.came-of', { day: say.day(held) })}
              </span>{' '}
              {held === null && detail.actions.includes('record') && (
                <Button className="button small" onPress={() => setRecording(date ?? '')}>
                  {t('series-action.record')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {recording !== null && (
        <SessionWindow
          detail={detail}
          act={act}
          type="record"
          session={null}
          on={recording}
          onClose={() => setRecording(null)}
        />
      )}
    </section>
  );
}
