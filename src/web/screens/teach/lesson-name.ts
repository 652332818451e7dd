import { useSpeech } from '../../app/locale.tsx';
import type { Lesson } from '../../data/lessons.ts';

/** What a lesson makes of its words, in one phrase. */
export function useMeaning(): (lesson: Lesson) => string {
  const { t } = useSpeech();
  return (lesson) => {
    switch (lesson.type) {
      case 'verb':
        return `${t('lesson.verb')}: ${t(`strength.${lesson.strength}`)}`;
      case 'frame':
        return `${t('lesson.frame')}: ${t(`kind.${lesson.kind}`)}`;
      case 'sector':
        return `${t('lesson.sector')}: ${t(`sector.${lesson.sector}`)}`;
      case 'name':
        return `${t('lesson.name')}: ${lesson.id}`;
      case 'not-an-act':
        return t('lesson.not-an-act');
    }
  };
}
