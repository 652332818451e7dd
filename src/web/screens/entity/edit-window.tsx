import { useState } from 'react';
import { languageName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail, EntityFields } from '../../data/entities.ts';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { NamesField } from '../../parts/names-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

const LANGUAGES = ['vi', 'en', 'zh', 'fa'] as const;
const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

type Days = Pick<EntityFields, 'from' | 'until' | 'signed' | 'expires'>;

function daysOf(kind: EntityDetail['kind']): readonly (keyof Days)[] {
  return kind === 'instrument' ? ['signed', 'expires'] : ['from', 'until'];
}

function Form({
  detail,
  onSave,
  onClose,
}: {
  readonly detail: EntityDetail;
  readonly onSave: (fields: Partial<EntityFields>) => void;
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const [names, setNames] = useState(detail.fields.names);
  const [days, setDays] = useState<Days>(detail.fields);
  const wrong = daysOf(detail.kind).filter((name) => days[name] !== null && !DAY.test(days[name] ?? ''));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length > 0) return;
        const changed = daysOf(detail.kind).map((name) => [name, days[name]] as const);
        onSave({ names, ...Object.fromEntries(changed) });
      }}
    >
      {LANGUAGES.map((language) => (
        <NamesField
          key={language}
          label={t('entity.names-in', { language: languageName(locale, language) })}
          values={names[language] ?? []}
          onChange={(values) =>
            setNames((now) => {
              const { [language]: _, ...rest } = now;
              return values.length === 0 ? rest : { ...rest, [language]: [...values] };
            })
          }
        />
      ))}
      <div className="form-pair">
        {daysOf(detail.kind).map((name) => (
          <WordsField
            key={name}
            label={t(`entity-column.${name}`)}
            value={days[name] ?? ''}
            onChange={(value) => setDays((now) => ({ ...now, [name]: value.trim() === '' ? null : value.trim() }))}
          />
        ))}
      </div>
      <p className={wrong.length > 0 ? 'field-error' : 'small soft'}>{t('entity.day-hint')}</p>
      <FormEnd save={t('form.save')} missing={wrong.map((name) => t(`entity-column.${name}`))} onCancel={onClose} />
    </form>
  );
}

/** Names and days of an entry, to be put right. */
export function EditWindow({
  detail,
  open,
  onClose,
  onSave,
}: {
  readonly detail: EntityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSave: (fields: Partial<EntityFields>) => void;
}) {
  const { t } = useSpeech();
  return (
    <Window title={t('entity.edit-title')} open={open} onClose={onClose}>
      <Form detail={detail} onSave={onSave} onClose={onClose} />
    </Window>
  );
}
