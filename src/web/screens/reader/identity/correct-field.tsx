import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName } from '../../../../i18n/index.ts';
import { WORK_TYPES, type WorkType } from '../../../../vocabulary/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { Choice } from '../../../parts/choice.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { Window } from '../../../parts/dialog.tsx';
import { FormEnd } from '../../../parts/form-end.tsx';
import { lacking } from '../../../parts/missing.tsx';
import { NamesField } from '../../../parts/names-field.tsx';
import { WordsField } from '../../../parts/words-field.tsx';
import { type Signatory, signatoriesOf } from './field-value.ts';
import { RENDERING_NAMES } from './rendering-names.ts';
import type { IdentityEntry } from './use-identity.ts';

interface FieldProps {
  readonly field: IdentityEntry['field'];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function SignatoryFields({ value, onChange }: FieldProps) {
  const { t } = useSpeech();
  const list = signatoriesOf(value);
  const put = (at: number, change: Partial<Signatory>) =>
    onChange(list.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <>
      {list.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order of signatories is theirs; names change while typed
        <div key={at} className="signatory">
          <WordsField label={t('identity.signatory.name')} value={one.name} onChange={(name) => put(at, { name })} />
          <WordsField
            label={t('identity.signatory.office')}
            value={one.office}
            onChange={(office) => put(at, { office })}
          />
          <WordsField label={t('identity.signatory.side')} value={one.side} onChange={(side) => put(at, { side })} />
          <Button
            className="button quiet icon small"
            aria-label={t('identity.signatory.remove', { name: one.name })}
            onPress={() => onChange(list.filter((_, index) => index !== at))}
          >
            <X size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <Button className="button small" onPress={() => onChange([...list, { name: '', office: '', side: '' }])}>
        {t('identity.signatory.add')}
      </Button>
    </>
  );
}

function ValueField({ field, value, onChange }: FieldProps) {
  const { locale, t } = useSpeech();
  const label = t(`identity.field.${field}`);
  if (field === 'signatories') return <SignatoryFields field={field} value={value} onChange={onChange} />;
  if (field === 'type') {
    return (
      <Choice
        {...{ label, onChange }}
        value={value as WorkType}
        values={WORK_TYPES}
        name={(type) => t(`work-type.${type}`)}
      />
    );
  }
  if (field === 'rendering') {
    return (
      <Choice
        {...{ label }}
        value={(value ?? 'unknown') as (typeof RENDERING_NAMES)[number]}
        values={RENDERING_NAMES}
        name={(rendering) => t(`identity.rendering.${rendering}`)}
        onChange={(rendering) => onChange(rendering === 'unknown' ? null : rendering)}
      />
    );
  }
  if (field === 'date' || field === 'published')
    return <DayField {...{ label, onChange }} value={value as string | null} />;
  if (field === 'parties') {
    return (
      <NamesField
        label={label}
        values={value as readonly string[]}
        name={(party) => actorName(locale, party)}
        onChange={(parties) => onChange([...parties])}
      />
    );
  }
  return <WordsField label={label} value={String(value ?? '')} onChange={onChange} />;
}

/** Corrects one field of what a file is. */
export function CorrectField({
  entry,
  onSave,
  onClose,
}: {
  readonly entry: IdentityEntry;
  readonly onSave: (value: unknown) => void;
  readonly onClose: () => void;
}) {
  const { t } = useSpeech();
  const [value, setValue] = useState(entry.value);
  const clean = () => {
    if (entry.field === 'signatories') return signatoriesOf(value).filter(({ name }) => name.trim() !== '');
    return value === '' ? null : value;
  };
  const missing = lacking([entry.field !== 'title' || clean() !== null, t('identity.field.title')]);
  return (
    <Window title={t(`identity.field.${entry.field}`)} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length > 0) return;
          onSave(clean());
          onClose();
        }}
      >
        <ValueField field={entry.field} value={value} onChange={setValue} />
        <FormEnd save={t('form.save')} missing={missing} onCancel={onClose} />
      </form>
    </Window>
  );
}
