import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type Change, type LessonRow, lessonsQuery } from '../../data/lessons.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { LessonForm } from './lesson-form.tsx';
import { useMeaning } from './lesson-name.ts';
import { PreviewPanel } from './preview-panel.tsx';
import './teach.css';

function Taught({ row, onPreview }: { readonly row: LessonRow; readonly onPreview: (change: Change) => void }) {
  const { t } = useSpeech();
  const meaning = useMeaning();
  const { id, version, on, entry, by, at } = row;
  return (
    <li className={on ? 'lesson' : 'lesson off'}>
      <div>
        <b lang={'language' in entry.lesson ? entry.lesson.language : undefined}>{entry.lesson.words}</b>{' '}
        {meaning(entry.lesson)}
        <p className="small soft">
          {entry.why} {by} · {at.slice(0, 10)}
        </p>
      </div>
      <Button className="button small" onPress={() => onPreview({ type: 'switch', id, version, on: !on })}>
        {t(on ? 'teach.off' : 'teach.on')}
      </Button>
    </li>
  );
}

/** What people teach the reading of a relation's documents. */
export function TeachScreen() {
  const { t } = useSpeech();
  const say = useErrorText();
  const { data, error, refetch } = useQuery(lessonsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [preview, setPreview] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (body: Change) => call('startPreview', { body }),
    onSuccess: ({ id }) => setPreview(id),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const relation = chosen ?? data.relations[0] ?? '';
  const lessons = data.lessons.filter((row) => row.relation === relation);
  return (
    <div className="teach">
      <h1>{t('teach.title')}</h1>
      <p className="soft">{t('teach.about')}</p>
      {data.relations.length === 0 ? (
        <Empty title={t('teach.no-documents')} />
      ) : (
        <>
          <div className="teach-row">
            <Choice
              label={t('teach.relation')}
              value={relation}
              values={data.relations}
              name={(one) => one}
              onChange={setChosen}
            />
            <a className="button" href="/api/lessons/export" download="knowledge.json">
              {t('teach.save')}
            </a>
          </div>
          <LessonForm relation={relation} busy={start.isPending} onPreview={(change) => start.mutate(change)} />
          {start.error && (
            <p className="field-error" role="alert">
              {say(start.error)}
            </p>
          )}
          {preview && (
            <PreviewPanel
              key={preview}
              id={preview}
              onPreview={(change) => start.mutate(change)}
              onClose={() => setPreview(null)}
            />
          )}
          <h2>{t('teach.taught')}</h2>
          {lessons.length === 0 && <p className="soft">{t('teach.empty')}</p>}
          <ul className="lessons">
            {lessons.map((row) => (
              <Taught key={row.id} row={row} onPreview={(change) => start.mutate(change)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
