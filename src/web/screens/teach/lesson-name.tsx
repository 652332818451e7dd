import { actorName, languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Lesson } from '../../data/lessons.ts';

/** What a lesson makes of its words, in one phrase. */
export function useMeaning(): (lesson: Lesson) => string {
  const { locale, t } = useSpeech();
  return (lesson) => {
    switch (lesson.type) {
      case 'verb':
        return `${t('lesson.verb')}: ${t(`strength.${lesson.strength}`)}`;
      case 'frame':
        return `${t('lesson.frame')}: ${t(`kind.${lesson.kind}`)}`;
      case 'sector':
        return `${t('lesson.sector')}: ${t(`sector.${lesson.sector}`)}`;
      case 'name':
        return `${t('lesson.name')}: ${actorName(locale, lesson.id)}`;
      case 'not-an-act':
        return t('lesson.not-an-act');
    }
  };
}

/** The words of a lesson with what they are taught to mean. */
export function LessonName({ lesson }: { readonly lesson: Lesson }) {
  const { locale } = useSpeech();
  const meaning = useMeaning();
  const language = 'language' in lesson ? lesson.language : undefined;
  return (
    <span className="lesson-name">
      <b lang={language} dir="auto">
        {lesson.words}
      </b>{' '}
      <span>{meaning(lesson)}</span>
      {language && <span className="small soft"> · {languageName(locale, language)}</span>}
    </span>
  );
}
