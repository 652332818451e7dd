import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { languageName } from '../../../i18n/index.ts';
import type { EntityKind } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useAddEntity } from '../../data/entities.ts';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { WordsField } from '../../parts/words-field.tsx';

const LANGUAGES = ['vi', 'en', 'zh', 'fa'] as const;

/** Asks for the names of an entry that a person adds. */
export function AddWindow({
  kind,
  relation,
  open,
  onClose,
}: {
  readonly kind: EntityKind;
  readonly relation: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const navigate = useNavigate();
  const { mutateAsync } = useAddEntity();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const save = async () => {
    const given = LANGUAGES.filter((language) => (typed[language] ?? '').trim() !== '');
    const names = Object.fromEntries(given.map((language) => [language, [(typed[language] ?? '').trim()]]));
    try {
      const added = await mutateAsync({ relation, kind, fields: { names } });
      setTyped({});
      onClose();
      await navigate({ to: '/registers/$kind/$id', params: { kind, id: added.id } });
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
    }
  };
  return (
    <Window title={t('entity.add-title')} open={open} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {LANGUAGES.map((language) => (
          <WordsField
            key={language}
            lang={language}
            label={t('entity.names-in', { language: languageName(locale, language) })}
            value={typed[language] ?? ''}
            onChange={(value) => setTyped((now) => ({ ...now, [language]: value }))}
          />
        ))}
        <FormEnd save={t('entities.add')} onCancel={onClose} />
      </form>
    </Window>
  );
}
