import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { formatInstant } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useHand } from '../../data/hands.ts';
import { type Batch, batchesQuery } from '../../data/sheets.ts';
import { Failure, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

function Line({ batch }: { readonly batch: Batch }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const nameOf = useHand();
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => call('undoBatch', { params: { id: batch.id } }),
    onSuccess: ({ kept }) => toast({ text: t('sheets.undone', { file: batch.file, kept: kept.length }) }),
    onError: (error) => toast({ text: say(error), tone: 'failure' }),
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <li className="owed-item">
      <span className="owed-day">{formatInstant(locale, batch.at)}</span>
      <div>
        <b dir="auto">{batch.file}</b>{' '}
        <span className="soft">
          {t('sheets.items', { count: batch.items })} · {nameOf(batch.by)}
        </span>
        {batch.undoneAt && (
          <p className="soft small">
            {t('sheets.was-undone', { at: formatInstant(locale, batch.undoneAt), kept: batch.kept.length })}
          </p>
        )}
      </div>
      {batch.mayUndo && (
        <Button className="button small" isDisabled={isPending} onPress={() => mutate()}>
          {t('sheets.undo')}
        </Button>
      )}
    </li>
  );
}

/** What spreadsheets brought in, the latest first, each to be taken back as a whole. */
export function BatchList() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(batchesQuery);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <section>
      <h2>{t('sheets.brought')}</h2>
      <ul className="owed-list sheet-batches">
        {data.map((batch) => (
          <Line key={batch.id} batch={batch} />
        ))}
      </ul>
    </section>
  );
}
