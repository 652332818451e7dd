import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { Change, Lesson, LessonRow } from '../../data/lessons.ts';
import { toast } from '../../parts/toasts.tsx';

/** A preview on the page, and the lesson it tries (null: several). */
interface Shown {
  readonly id: string;
  readonly lesson: Lesson | null;
}

/** The lesson a change is about. */
function lessonOf(change: Change, lessons: readonly LessonRow[]): Lesson | null {
  if (change.type === 'teach' || change.type === 'change') return change.entry.lesson;
  const ids = change.type === 'switch' ? [change.id] : change.type === 'undo' ? change.lessons.map(({ id }) => id) : [];
  return ids.length === 1 ? (lessons.find(({ id }) => id === ids[0])?.entry.lesson ?? null) : null;
}

/** Starts previews of changes and of files, one on the page at a time. */
export function usePreview(lessons: readonly LessonRow[]) {
  const { t } = useSpeech();
  const [shown, setShown] = useState<Shown | null>(null);
  const started = useMutation({
    mutationFn: (change: Change) => call('startPreview', { body: change }),
    onSuccess: ({ id }, change) => setShown({ id, lesson: lessonOf(change, lessons) }),
  });
  const loaded = useMutation({
    mutationFn: async ({ relation, file }: { relation: string; file: File }) =>
      call('importLessons', { body: { relation, name: file.name, text: await file.text() } }),
    onSuccess: ({ preview, elsewhere }) => {
      setShown({ id: preview.id, lesson: null });
      if (elsewhere > 0) toast({ text: t('teach.elsewhere', { count: elsewhere }) });
    },
  });
  const { mutate: start } = started;
  const { mutate: load } = loaded;
  const close = useCallback(() => setShown(null), []);
  return {
    shown,
    start,
    load,
    close,
    busy: started.isPending || loaded.isPending,
    error: started.error ?? loaded.error,
  };
}
