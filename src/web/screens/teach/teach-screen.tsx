import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { type Lessons, lessonsQuery } from '../../data/lessons.ts';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { LessonForm } from './lesson-form.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TaughtList } from './taught-list.tsx';
import { TeachBar } from './teach-bar.tsx';
import { usePreview } from './use-preview.ts';
import './teach.css';

function Teaching({ relations, lessons }: Lessons) {
  const say = useErrorText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [writing, setWriting] = useState(false);
  const { shown, start, load, close, busy, error } = usePreview(lessons);
  const relation = chosen ?? relations[0] ?? '';
  const choose = (next: string) => {
    setChosen(next);
    close();
  };
  return (
    <>
      <TeachBar
        relation={relation}
        relations={relations}
        onChoose={choose}
        onLoad={(file) => load({ relation, file })}
        onNew={() => setWriting(true)}
      />
      {error && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
      {writing && (
        <LessonForm
          key={`write ${relation}`}
          relation={relation}
          entry={null}
          busy={busy}
          onPreview={(entry) => start({ type: 'teach', relation, entry })}
          onCancel={() => setWriting(false)}
        />
      )}
      {shown && (
        <PreviewPanel
          key={shown.id}
          id={shown.id}
          lesson={shown.lesson}
          onPreview={start}
          onApplied={() => setWriting(false)}
          onClose={close}
        />
      )}
      <SuggestionList
        relation={relation}
        busy={busy}
        onPreview={(entry) => start({ type: 'teach', relation, entry })}
      />
      <TaughtList
        key={`taught ${relation}`}
        relation={relation}
        lessons={lessons.filter((row) => row.relation === relation)}
        busy={busy}
        onPreview={start}
      />
    </>
  );
}

/** What people teach the reading of a relation's documents. */
export function TeachScreen() {
  const { t } = useSpeech();
  const { data, error, refetch } = useQuery(lessonsQuery);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <div className="teach">
      <h1>{t('teach.title')}</h1>
      <p className="soft">{t('teach.about')}</p>
      {data.relations.length === 0 ? <Empty title={t('teach.no-documents')} /> : <Teaching {...data} />}
    </div>
  );
}
