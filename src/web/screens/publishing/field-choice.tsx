import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { hasMessage, type Translate } from '../../../i18n/index.ts';
import { PUBLIC_FIELDS, type PublicKind } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';

/** Fields of each kind that an item is made public with. */
export type Fields = Readonly<Record<PublicKind, readonly string[]>>;

/** What is proposed: what a work and its words say; nothing of who does what about it, unless it is chosen. */
export const START: Fields = {
  work: PUBLIC_FIELDS.work,
  text: PUBLIC_FIELDS.text,
  commitment: PUBLIC_FIELDS.commitment,
  task: [],
};

/** The name of a field that can be made public. */
export function fieldName(t: Translate, field: string): string {
  const id = [`publishing-field.${field}`, `column.${field}`].find(hasMessage);
  return id === undefined ? field : t(id);
}

/** Which fields become public, kind by kind. */
export function FieldChoice({
  fields,
  onChange,
}: {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
}) {
  const { t } = useSpeech();
  return (
    <details className="publishing-fields">
      <summary>{t('publishing.fields')}</summary>
      <p className="soft small">{t('publishing.fields-explain')}</p>
      {(Object.keys(PUBLIC_FIELDS) as PublicKind[]).map((kind) => (
        <CheckboxGroup
          key={kind}
          className="publishing-group"
          value={[...fields[kind]]}
          onChange={(value) => onChange({ ...fields, [kind]: value })}
        >
          <Label>{t(`publishing-kind.${kind}`)}</Label>
          {PUBLIC_FIELDS[kind].map((field) => (
            <Checkbox key={field} value={field} className="checkbox">
              <span className="checkbox-box">✓</span>
              {fieldName(t, field)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      ))}
    </details>
  );
}
