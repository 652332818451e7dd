import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type Change, type Lesson, type Preview, previewQuery } from '../../data/lessons.ts';
import { Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { LessonName } from './lesson-name.tsx';
import { PreviewCounts, PreviewRows } from './preview-rows.tsx';

function Progress({ preview }: { readonly preview: Preview }) {
  const { t } = useSpeech();
  const { state, done, total, documents, lessons } = preview;
  const going = state === 'reading' || state === 'applying';
  const said = () => {
    if (state === 'reading') return t('teach.reading', { done, total });
    if (state === 'applying') return t('teach.applying', { done, total });
    return lessons === 0 ? t('teach.nothing-new') : t('teach.found', { count: preview.rows.length, documents });
  };
  return (
    <>
      <p role="status" className="soft">
        {said()}
      </p>
      {going && <progress value={done} max={Math.max(total, 1)} aria-label={t('teach.preview-title')} />}
      {state === 'failed' && <p role="alert">{t('teach.failed')}</p>}
    </>
  );
}

/** Tells that a change was made, once, and offers to try taking it back. */
function useApplied(preview: Preview | undefined, onPreview: (change: Change) => void, onApplied: () => void) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (preview?.state !== 'applied' || told.current === preview.id) return;
    told.current = preview.id;
    void queries.invalidateQueries();
    const lessons = preview.applied.filter(({ canUndo }) => canUndo).map(({ id, version }) => ({ id, version }));
    const undo = { label: t('teach.undo'), run: () => onPreview({ type: 'undo', lessons }) };
    toast({ text: t('teach.applied'), ...(lessons.length > 0 && { undo }) });
    onApplied();
  }, [preview, onPreview, onApplied, queries, t]);
}

/** A change tried on all documents: what it would do, and the buttons to make it or let it be. */
export function PreviewPanel({
  id,
  lesson,
  onPreview,
  onApplied,
  onClose,
}: {
  readonly id: string;
  /** The lesson that is tried, or null for several at once. */
  readonly lesson: Lesson | null;
  readonly onPreview: (change: Change) => void;
  /** The change was made: what was typed for it is done with. */
  readonly onApplied: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const { data, error } = useQuery(previewQuery(id));
  const head = useRef<HTMLHeadingElement>(null);
  const apply = useMutation({
    mutationFn: () => call('applyPreview', { params: { id }, body: {} }),
    onSuccess: (preview) => queries.setQueryData(previewQuery(id).queryKey, preview),
  });
  useApplied(data, onPreview, () => {
    onApplied();
    onClose();
  });
  useEffect(() => head.current?.focus(), []);
  const cancel = () => {
    if (data?.state === 'reading') void call('cancelPreview', { params: { id }, body: {} });
    onClose();
  };
  return (
    <section className="teach-preview" aria-labelledby="preview">
      <header>
        <h2 id="preview" tabIndex={-1} ref={head}>
          {t('teach.preview-title')}
        </h2>
        {lesson && <LessonName lesson={lesson} />}
        <div className="lesson-actions">
          <Button
            className="button primary"
            isDisabled={data?.state !== 'ready' || data.lessons === 0 || apply.isPending}
            onPress={() => apply.mutate()}
          >
            {t('teach.apply')}
          </Button>
          <Button className="button" isDisabled={data?.state === 'applying'} onPress={cancel}>
            {t('form.cancel')}
          </Button>
        </div>
      </header>
      {error && <Failure error={error} />}
      {apply.error && (
        <p className="field-error" role="alert">
          {say(apply.error)}
        </p>
      )}
      {!data && !error && <Skeleton lines={4} />}
      {data && <Progress preview={data} />}
      {data && data.rows.length > 0 && (
        <>
          <PreviewCounts rows={data.rows} />
          <PreviewRows rows={data.rows} />
        </>
      )}
    </section>
  );
}
