import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { exampleQuery, type Lesson } from '../../data/lessons.ts';

/** What an example says without a lesson and with it, read as it is typed. */
export function LessonExample({
  text,
  relation,
  lesson,
}: {
  readonly text: string;
  readonly relation: string;
  readonly lesson: Lesson;
}) {
  const { t } = useSpeech();
  const { data } = useQuery(exampleQuery(useDeferredValue(text), relation, useDeferredValue(lesson)));
  if (!data) return null;
  const side = (label: string, units: typeof data.before) => (
    <div>
      <h3 className="small soft">{label}</h3>
      {units.length === 0 && <p className="soft">{t('teach.example-none')}</p>}
      {units.map((unit) => (
        <p key={unit.quote}>
          <b>{unit.action}</b> · {t(`kind.${unit.kind}`)} · {t(`strength.${unit.strength}`)} ·{' '}
          {t(`sector.${unit.sector}`)}
        </p>
      ))}
    </div>
  );
  return (
    <div className="teach-example" role="status">
      {side(t('teach.example-before'), data.before)}
      {side(t('teach.example-after'), data.after)}
    </div>
  );
}
