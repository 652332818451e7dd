import { type FormEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { languageName } from '../../../i18n/index.ts';
import { FRAME_KINDS, LESSON_TYPES, SECTORS, TAUGHT_LANGUAGES, VERB_STRENGTHS } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LessonEntry } from '../../data/lessons.ts';
import { Choice } from '../../parts/choice.tsx';
import { lacking } from '../../parts/missing.tsx';
import { SendButton } from '../../parts/send-button.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import { BodyChoice } from './body-choice.tsx';
import { type Draft, draftOf, emptyDraft, isNamed, lessonOf } from './lesson-draft.ts';
import { LessonExample } from './lesson-example.tsx';

/** What the words of a lesson of this type mean. */
function Meaning({
  relation,
  draft,
  set,
}: {
  readonly relation: string;
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}) {
  const { t } = useSpeech();
  switch (draft.type) {
    case 'verb':
      return (
        <Choice
          label={t('teach.strength')}
          value={draft.strength}
          values={VERB_STRENGTHS}
          name={(one) => t(`strength.${one}`)}
          onChange={(strength) => set({ strength })}
        />
      );
    case 'frame':
      return (
        <Choice
          label={t('teach.kind')}
          value={draft.kind}
          values={FRAME_KINDS}
          name={(one) => t(`kind.${one}`)}
          onChange={(kind) => set({ kind })}
        />
      );
    case 'sector':
      return (
        <Choice
          label={t('teach.sector')}
          value={draft.sector}
          values={SECTORS}
          name={(one) => t(`sector.${one}`)}
          onChange={(sector) => set({ sector })}
        />
      );
    case 'name':
      return <BodyChoice relation={relation} id={draft.id} onChange={set} />;
    case 'not-an-act':
      return null;
  }
}

/** Teaches new words, or words one lesson anew; nothing is kept before the preview is applied. */
export function LessonForm({
  relation,
  entry,
  busy,
  onPreview,
  onCancel,
}: {
  readonly relation: string;
  /** The lesson that is edited, or null for a new one. */
  readonly entry: LessonEntry | null;
  readonly busy: boolean;
  readonly onPreview: (entry: LessonEntry) => void;
  readonly onCancel: () => void;
}) {
  const { locale, t } = useSpeech();
  const [draft, setDraft] = useState(entry === null ? emptyDraft(locale) : draftOf(entry, locale));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const lesson = lessonOf(draft);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (draft.words.trim() !== '' && isNamed(draft)) onPreview({ lesson, why: draft.why, example: draft.example });
  };
  return (
    <form className="form teach-form" onSubmit={send} aria-label={t(entry === null ? 'teach.new' : 'teach.edit')}>
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
        <Meaning relation={relation} draft={draft} set={set} />
      </div>
      <p className="small soft">{t(`lesson-hint.${draft.type}`)}</p>
      <WordsField label={t('teach.words')} value={draft.words} onChange={(words) => set({ words })} />
      <WordsField label={t('teach.example')} value={draft.example} onChange={(example) => set({ example })} />
      <LessonExample text={draft.example} relation={relation} lesson={lesson} />
      <WordsField label={t('teach.why')} value={draft.why} onChange={(why) => set({ why })} />
      <div className="teach-row">
        <SendButton
          missing={lacking([draft.words.trim() !== '', t('teach.words')], [isNamed(draft), t('teach.body')])}
          isDisabled={busy}
        >
          {t('teach.preview')}
        </SendButton>
        <Button className="button" onPress={onCancel}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
