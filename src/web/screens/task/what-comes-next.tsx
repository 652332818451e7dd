import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TaskDetail } from '../../data/tasks.ts';
import { useMayNow } from '../../parts/as-of.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { LetterLink } from './letter-link.tsx';

/** What the ladder does next, when and to whom, so that nobody is escalated unawares; for the secretariat, the letter besides. */
export function WhatComesNext({ detail }: { readonly detail: TaskDetail }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const keeps = useMayNow('decide');
  const { ahead, timeliness, state } = detail;
  if (ahead.length === 0) return <p className="soft small">{t('ahead.none')}</p>;
  return (
    <>
      <ul className="ahead">
        {ahead
          .toSorted((a, b) => (a.day < b.day ? -1 : 1))
          .map(({ unit, level, day, due, channel, to }) => (
            <li key={`${unit}${level}`}>
              <b>{formatDate(locale, day)}</b>{' '}
              {t(channel === 'letter' ? 'ahead.letter' : 'ahead.digest', {
                level,
                unit: nameOf(unit),
                day: formatDate(locale, due),
              })}{' '}
              <span className="soft small" dir="auto">
                {to.map((post) => `${t(`role.${post.role}`)}${post.unit ? ` · ${nameOf(post.unit)}` : ''}`).join('; ')}
              </span>
            </li>
          ))}
      </ul>
      {keeps && timeliness === 'overdue' && <LetterLink party={state.party} unit={state.lead} />}
    </>
  );
}
