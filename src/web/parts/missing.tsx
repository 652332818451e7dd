import { formatList } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';

/** The labels of those fields that are not given, or not as they are to be. */
export function lacking(...fields: readonly (readonly [given: boolean, label: string])[]): string[] {
  return fields.filter(([given]) => !given).map(([, label]) => label);
}

/** Says which fields are still to be filled in, by their labels; nothing where none is. */
export function Missing({ fields }: { readonly fields: readonly string[] }) {
  const { locale, t } = useSpeech();
  if (fields.length === 0) return null;
  return (
    <p className="field-error" role="alert">
      {t('form.missing', { fields: formatList(locale, fields) })}
    </p>
  );
}
