import { actorName, formatDate, formatInterval, formatList, hasMessage } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { fieldId } from './fields.ts';

/** Values of one scale are said by messages of one family. */
const SCALES: Readonly<Record<string, string>> = {
  kind: 'kind',
  strength: 'strength',
  sector: 'sector',
  decision: 'decision',
};

interface Dated {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

function isDue(value: unknown): value is Dated {
  return typeof value === 'object' && value !== null && 'text' in value && 'from' in value;
}

function isReport(value: unknown): value is { readonly period: string; readonly recipients: readonly string[] } {
  return typeof value === 'object' && value !== null && 'recipients' in value;
}

/** A target is said in the words it was read from. */
function wordsOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'text' in item ? String(item.text) : String(item);
}

/** Fields that name who acts, by the ids of bodies or in words. */
const WHO: readonly string[] = ['actors', 'lead', 'coordinators'];

/** Says the value of a field in the reader's language; `—` where there is none. */
export function useFieldValue(): (field: string, value: unknown) => string {
  const { locale, t } = useSpeech();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) {
      const names = value.map((item) => (WHO.includes(field) ? actorName(locale, String(item)) : wordsOf(item)));
      return names.length === 0 ? '—' : formatList(locale, names);
    }
    if (WHO.includes(field)) return actorName(locale, String(value));
    if (field === 'review') return formatDate(locale, String(value));
    if (isDue(value)) {
      const interval = formatInterval(locale, value.from, value.to);
      return [value.text, interval].filter((part) => part !== '').join(' · ');
    }
    if (isReport(value))
      return [
        value.period,
        formatList(
          locale,
          value.recipients.map((one) => actorName(locale, one)),
        ),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    const id = `${SCALES[field] ?? ''}.${String(value)}`;
    if (hasMessage(id)) return t(id);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
}

/** Says name and value of a field. */
export function useFieldText(): (field: string, value: unknown) => string {
  const { t } = useSpeech();
  const value = useFieldValue();
  return (field, content) => {
    const id = fieldId(field);
    return t('field.is', { field: id ? t(id) : field, value: value(field, content) });
  };
}
