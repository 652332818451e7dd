import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useDeferredValue, useState } from 'react';
import { Button } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import {
  FRAME_KINDS,
  LESSON_TYPES,
  type LessonType,
  SECTORS,
  TAUGHT_LANGUAGES,
  VERB_STRENGTHS,
} from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Change, exampleQuery, type Lesson } from '../../data/lessons.ts';
import { Choice } from '../../parts/choice.tsx';
import { WordsField } from '../../parts/words-field.tsx';

interface Draft {
  readonly type: LessonType;
  readonly language: (typeof TAUGHT_LANGUAGES)[number];
  readonly words: string;
  readonly strength: (typeof VERB_STRENGTHS)[number];
  readonly kind: (typeof FRAME_KINDS)[number];
  readonly sector: (typeof SECTORS)[number];
  readonly id: string;
  readonly why: string;
  readonly example: string;
}

function lessonOf({ type, language, words, strength, kind, sector, id }: Draft): Lesson {
  switch (type) {
    case 'verb':
      return { type, language, words, strength };
    case 'frame':
      return { type, language, words, kind };
    case 'sector':
      return { type, language, words, sector };
    case 'name':
      return { type, words, id, party: null };
    case 'not-an-act':
      return { type, language, words };
  }
}

/** What the example says without the lesson and with it, read as it is typed. */
function Example({ text, relation, lesson }: { text: string; relation: string; lesson: Lesson }) {
  const { t } = useSpeech();
  const { data } = useQuery(exampleQuery(useDeferredValue(text), relation, useDeferredValue(lesson)));
  if (!data) return null;
  const side = (label: string, units: typeof data.before) => (
    <div>
      <h3 className="small soft">{label}</h3>
      {units.length === 0 && <p className="soft">{t('teach.example-none')}</p>}
      {units.map((unit) => (
        <p key={unit.quote}>
          <b>{unit.action}</b> · {t(`strength.${unit.strength}`)} · {t(`sector.${unit.sector}`)}
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

/** Teaches new words; nothing is kept before the preview is applied. */
export function LessonForm({
  relation,
  busy,
  onPreview,
}: {
  readonly relation: string;
  readonly busy: boolean;
  readonly onPreview: (change: Change) => void;
}) {
  const { locale, t } = useSpeech();
  const [draft, setDraft] = useState<Draft>({
    ...{ type: 'verb', language: locale, words: '', strength: 'implement', kind: 'commitment' },
    ...{ sector: 'transport', id: '', why: '', example: '' },
  });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const lesson = lessonOf(draft);
  const ready = draft.words.trim() !== '' && (draft.type !== 'name' || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(draft.id));
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { why, example } = draft;
    if (ready) onPreview({ type: 'teach', relation, entry: { lesson, why, example } });
  };
  return (
    <form className="form teach-form" onSubmit={send} aria-label={t('teach.new')}>
      <div className="teach-row">
        <Choice
          label={t('teach.type')}
          value={draft.type}
          values={LESSON_TYPES}
          name={(type) => t(`lesson.${type}`)}
          onChange={(type) => set({ type })}
        />
        {draft.type !== 'name' && (
          <Choice
            label={t('teach.language')}
            value={draft.language}
            values={TAUGHT_LANGUAGES}
            name={(one) => languageName(locale, one)}
            onChange={(language) => set({ language })}
          />
        )}
        {draft.type === 'verb' && (
          <Choice
            label={t('teach.strength')}
            value={draft.strength}
            values={VERB_STRENGTHS}
            name={(one) => t(`strength.${one}`)}
            onChange={(strength) => set({ strength })}
          />
        )}
        {draft.type === 'frame' && (
          <Choice
            label={t('teach.kind')}
            value={draft.kind}
            values={FRAME_KINDS}
            name={(one) => t(`kind.${one}`)}
            onChange={(kind) => set({ kind })}
          />
        )}
        {draft.type === 'sector' && (
          <Choice
            label={t('teach.sector')}
            value={draft.sector}
            values={SECTORS}
            name={(one) => t(`sector.${one}`)}
            onChange={(sector) => set({ sector })}
          />
        )}
        {draft.type === 'name' && (
          <WordsField label={t('teach.body')} value={draft.id} onChange={(id) => set({ id })} />
        )}
      </div>
      <p className="small soft">{t(`lesson-hint.${draft.type}`)}</p>
      <WordsField label={t('teach.words')} value={draft.words} onChange={(words) => set({ words })} />
      <WordsField label={t('teach.example')} value={draft.example} onChange={(example) => set({ example })} />
      <Example text={draft.example} relation={relation} lesson={lesson} />
      <WordsField label={t('teach.why')} value={draft.why} onChange={(why) => set({ why })} />
      <div>
        <Button className="button primary" type="submit" isDisabled={!ready || busy}>
          {t('teach.preview')}
        </Button>
      </div>
    </form>
  );
}
