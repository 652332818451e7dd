import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { NoticeRow } from '../../data/notices.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { NoticeClock } from '../../parts/notice-clock.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';

/** One open notice, to be read across a room: what, from whom, how long still, and the one thing to do. */
export function DutyCard({
  row,
  party,
  now,
  first,
  acknowledge,
}: {
  readonly row: NoticeRow;
  readonly party: string | null;
  readonly now: number;
  /** Whether the key acknowledges this one. */
  readonly first: boolean;
  readonly acknowledge: () => void;
}) {
  const { t } = useSpeech();
  const say = useNoticeText();
  const { notice, issued, acknowledged, received, taken, escalations } = row;
  const waits = row.actions[party ?? '']?.includes('acknowledge') ?? false;
  const { language, headline, instruction } = say.said(notice);
  const sides = [...(party === null ? [] : [party]), notice.from.party, ...notice.to].filter(
    (side, index, all) => all.indexOf(side) === index,
  );
  const pressing = row.clocks.filter(
    ({ clock, standing }) => clock === 'acknowledge' || standing === 'overdue' || standing === 'running',
  );
  const last = escalations.at(-1);
  return (
    <li className={`duty-card ${waits ? 'waits' : ''} ${notice.mode}`} aria-label={say.type(notice.type)}>
      <p className="duty-card-head">
        {notice.mode === 'exercise' && <span className="exercise-mark">{t('notices.exercise')}</span>}
        <b>{say.type(notice.type)}</b>
        <span>
          {say.party(notice.from.party)}
          {notice.from.postName && ` · ${notice.from.postName}`} → {say.parties(notice.to)}
        </span>
      </p>
      <Link className="duty-headline" to="/notices/$id" params={{ id: row.id }} lang={language} dir="auto">
        {headline}
      </Link>
      {instruction && (
        <p lang={language} dir="auto">
          {instruction}
        </p>
      )}
      <p className="soft">
        {t('notices.sent')} <BothTimes at={issued.at} parties={sides} />
      </p>
      <ul className="notice-clocks">
        {pressing.map((clock) => (
          <NoticeClock key={`${clock.clock}-${clock.party}`} clock={clock} parties={sides} now={now} />
        ))}
      </ul>
      <p className="duty-course">
        {acknowledged.length === 0 && (
          <span>{t(received.length > 0 ? 'notices.received-only' : 'notices.not-received')}</span>
        )}
        {acknowledged.map((one) => (
          <span key={one.action}>
            <Check size={14} aria-hidden />{' '}
            {t('notices.acknowledged-by', { post: one.postName || say.party(one.party) })}
          </span>
        ))}
        {taken && <span>{t('notices.taken-by', { post: taken.postName || say.party(taken.party) })}</span>}
        {last && (
          <span className="failure-text">
            {t('notices.escalated', {
              told: [...new Set(escalations.flatMap(({ told }) => told.map(({ name }) => name)))].join(', ') || '–',
            })}
          </span>
        )}
      </p>
      {waits && (
        <Button className="button primary duty-acknowledge" onPress={acknowledge}>
          {t('notice-verb.acknowledge')}
          {first && <kbd>A</kbd>}
        </Button>
      )}
    </li>
  );
}
