import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type Change, type PreviewRow, previewQuery } from '../../data/lessons.ts';
import { Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

function Unit({ unit }: { readonly unit: PreviewRow['after'] }) {
  const { t } = useSpeech();
  if (unit === null) return <td className="soft">—</td>;
  return (
    <td>
      <b>{unit.action}</b>{' '}
      <span className="small soft">
        {t(`kind.${unit.kind}`)} · {t(`strength.${unit.strength}`)} · {t(`sector.${unit.sector}`)} ·{' '}
        {unit.actors.join(', ')}
      </span>
    </td>
  );
}

function Row({ row }: { readonly row: PreviewRow }) {
  const { t } = useSpeech();
  return (
    <tr className={row.decided ? 'stays' : row.change}>
      <th scope="row">
        {t(`preview.${row.change}`)}
        {row.decided && <span className="small soft">{t('preview.stays')}</span>}
      </th>
      <td lang={row.language} dir="auto">
        {(row.after ?? row.before)?.quote}
        <Link
          to="/read/$expressionId"
          params={{ expressionId: row.expressionId }}
          search={{ at: row.span.start }}
          className="small"
        >
          {row.title}
        </Link>
      </td>
      <Unit unit={row.before} />
      <Unit unit={row.after} />
    </tr>
  );
}

/** A change tried on all documents: what it would do, and the buttons to make it or let it be. */
export function PreviewPanel({
  id,
  onPreview,
  onClose,
}: {
  readonly id: string;
  readonly onPreview: (change: Change) => void;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { data, error } = useQuery(previewQuery(id));
  const apply = useMutation({
    mutationFn: () => call('applyPreview', { params: { id }, body: {} }),
    onSuccess: (lesson) => {
      void queries.invalidateQueries();
      onClose();
      const undo = {
        label: t('teach.undo'),
        run: () => onPreview({ type: 'undo', id: lesson.id, version: lesson.version }),
      };
      toast({ text: t('teach.applied'), ...(lesson.canUndo && { undo }) });
    },
  });
  const cancel = () => {
    if (data?.state === 'reading') void call('cancelPreview', { params: { id }, body: {} });
    onClose();
  };
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton lines={4} />;
  const { state, done, total, documents, rows } = data;
  return (
    <section className="teach-preview" aria-label={t('teach.preview-title')}>
      <header>
        <h2>{t('teach.preview-title')}</h2>
        <p role="status" className="soft">
          {state === 'reading'
            ? t('teach.reading', { done, total })
            : t('teach.found', { count: rows.length, documents })}
        </p>
        <Button
          className="button primary"
          isDisabled={state !== 'ready' || apply.isPending}
          onPress={() => apply.mutate()}
        >
          {t('teach.apply')}
        </Button>
        <Button className="button" onPress={cancel}>
          {t('form.cancel')}
        </Button>
      </header>
      {state === 'reading' && <progress value={done} max={total} aria-label={t('teach.preview-title')} />}
      {state === 'failed' && <p role="alert">{t('teach.failed')}</p>}
      {apply.error && (
        <p className="field-error" role="alert">
          {say(apply.error)}
        </p>
      )}
      {rows.length > 0 && (
        <div className="teach-scroll">
          <table>
            <thead>
              <tr>
                <th>{t('preview.what')}</th>
                <th>{t('preview.words')}</th>
                <th>{t('teach.example-before')}</th>
                <th>{t('teach.example-after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.expressionId} ${row.span.start} ${row.span.end} ${row.change}`} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
