import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Work, worksQuery } from '../../data/queries.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { useJoinWorks } from './use-join-works.ts';

/** How near two works are in time, in days; those without a date come last. */
function daysApart(one: Work, other: Work): number {
  if (one.date === null || other.date === null) return Number.MAX_SAFE_INTEGER;
  return Math.abs(Date.parse(one.date) - Date.parse(other.date)) / 86_400_000;
}

/** Says by hand which work the texts of this one are language versions of; works of the same time first. */
export function JoinForm({ work, onClose }: { readonly work: Work; readonly onClose: () => void }) {
  const { locale, t } = useSpeech();
  const query = useQuery(worksQuery);
  const join = useJoinWorks();
  const others = (query.data?.works ?? [])
    .filter(({ id }) => id !== work.id)
    .sort((a, b) => daysApart(a, work) - daysApart(b, work));
  const [chosen, setChosen] = useState<string | null>(null);
  const into = others.find(({ id }) => id === (chosen ?? others[0]?.id));
  const name = (id: string) => {
    const one = others.find((other) => other.id === id);
    return one ? [one.date && formatDate(locale, one.date), one.title].filter((part) => part).join(' · ') : id;
  };
  return (
    <Window title={t('work.join')} open onClose={onClose}>
      {into ? (
        <>
          <p>{t('work.join-explain', { title: `\u2068${work.title}\u2069` })}</p>
          <Choice
            label={t('work.join-to')}
            value={into.id}
            values={others.map(({ id }) => id)}
            name={name}
            onChange={setChosen}
          />
        </>
      ) : (
        <p>{t('work.join-none')}</p>
      )}
      <FormEnd
        error={join.error}
        save={t('work.join-do')}
        isDisabled={!into || join.isPending}
        onPress={() => into && join.mutate({ work, into }, { onSuccess: onClose })}
        onCancel={onClose}
      />
    </Window>
  );
}
