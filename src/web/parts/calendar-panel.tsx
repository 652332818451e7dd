import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CalendarDays, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatInstant } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { call, writeQuery } from '../client.ts';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';
import { UnitField, useUnitNames } from './unit-field.tsx';

const feedsQuery = queryOptions({
  queryKey: ['calendar-feeds'],
  queryFn: async ({ signal }) => (await call('listFeeds', { signal })).feeds,
});

/** The address that was just made: it is shown this once. */
function NewAddress({ path }: { readonly path: string }) {
  const { t } = useSpeech();
  const address = new URL(path, window.location.href).href;
  return (
    <p role="status">
      <code className="calendar-address">{address}</code>{' '}
      <Button
        className="button small"
        onPress={() => void navigator.clipboard.writeText(address).then(() => toast({ text: t('calendar.copied') }))}
      >
        <Copy size={14} aria-hidden /> {t('calendar.copy')}
      </Button>{' '}
      <span className="soft small">{t('calendar.once')}</span>
    </p>
  );
}

/** The addresses that stand, each to be taken away. */
function Addresses() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const nameOf = useUnitNames();
  const queries = useQueryClient();
  const { data } = useQuery(feedsQuery);
  const { mutate } = useMutation({
    mutationFn: (id: string) => call('endFeed', { params: { id } }),
    onSuccess: () => toast({ text: t('calendar.ended') }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  });
  if (!data || data.length === 0) return null;
  return (
    <ul className="digest-items">
      {data.map(({ id, unit, madeAt, fetchedAt }) => (
        <li key={id}>
          {unit === null ? t('calendar.all') : nameOf(unit)}{' '}
          <span className="soft small">
            {t('calendar.made', { at: formatInstant(locale, madeAt) })}
            {' · '}
            {fetchedAt ? t('calendar.fetched', { at: formatInstant(locale, fetchedAt) }) : t('calendar.never')}
          </span>{' '}
          <Button className="button small" onPress={() => mutate(id)}>
            {t('calendar.end')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The calendar of a seat or one of its units: as a file, and under a secret address that a calendar program fetches. */
export function CalendarPanel() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const [unit, setUnit] = useState<string | null>(null);
  const { mutate, data, isPending } = useMutation({
    mutationFn: () => call('makeFeed', { body: { unit, locale } }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => void queries.invalidateQueries({ queryKey: feedsQuery.queryKey }),
  });
  return (
    <>
      <p className="soft">{t('calendar.how')}</p>
      <div className="list-bar">
        <UnitField label={t('calendar.whose')} party={null} value={unit} onChange={setUnit} />
        <a className="button" href={`/api/calendar.ics?${writeQuery({ unit, locale })}`} download>
          <CalendarDays size={14} aria-hidden /> {t('calendar.file')}
        </a>
        <Button className="button" isDisabled={isPending} onPress={() => mutate()}>
          {t('calendar.make')}
        </Button>
      </div>
      {data && <NewAddress path={data.path} />}
      <Addresses />
    </>
  );
}
