import { useEffect, useState } from 'react';
import { useSpeech } from '../app/locale.tsx';
import type { NoticeRow } from '../data/notices.ts';
import { BothTimes } from './both-times.tsx';
import { useNoticeText } from './notice-text.ts';

type Clock = NoticeRow['clocks'][number];

/** The server's time, second by second: a wrong clock of this machine does not count. */
export function useServerNow(told: string | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  const [ahead, setAhead] = useState(0);
  useEffect(() => {
    if (told !== undefined) setAhead(new Date(told).getTime() - Date.now());
  }, [told]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}

/** Hours, minutes and seconds up to a deadline, or since it. */
export function countdown(deadline: string, now: number): { readonly text: string; readonly over: boolean } {
  const left = Math.round((new Date(deadline).getTime() - now) / 1000);
  const size = Math.abs(left);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(size / 3600);
  const text = `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
  return { text: left < 0 ? `+${text}` : text, over: left < 0 };
}

/** One clock of a notice: whose, how it stands, until when by the clocks of both sides. */
export function NoticeClock({
  clock,
  parties,
  now,
}: {
  readonly clock: Clock;
  readonly parties: readonly string[];
  readonly now: number;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const { standing, deadline, limit, model, minutes, over } = clock;
  const running = deadline !== null && (standing === 'running' || standing === 'overdue');
  const left = running ? countdown(deadline, now) : null;
  const shown = left?.over ? 'overdue' : standing;
  return (
    <li className={`notice-clock ${shown}`}>
      <b>{t(`notice-clock.${clock.clock}`)}</b>
      <span>{say.party(clock.party)}</span>
      <span className="clock-standing">{t(`clock-standing.${shown}`)}</span>
      {left && <span className="clock-left">{left.text}</span>}
      {!running && clock.endedAt !== null && minutes !== null && <span>{say.length(minutes)}</span>}
      {standing === 'late' && <span className="failure-text">{t('notices.over', { time: say.length(over) })}</span>}
      {deadline && (
        <span className="soft">
          {t('notices.until')} <BothTimes at={deadline} parties={parties} />
        </span>
      )}
      {limit && (
        <span className="small soft">
          {t('notices.agreed', { time: say.length(limit.minutes), source: limit.source })}
        </span>
      )}
      {limit === null && deadline === null && clock.endedAt !== null && (
        <span className="small soft">{t('clock-standing.not-agreed')}</span>
      )}
      {limit === null && model !== null && (
        <span className="small soft">
          {t('notices.model', { time: say.length(model.minutes), source: model.source })}
        </span>
      )}
    </li>
  );
}
