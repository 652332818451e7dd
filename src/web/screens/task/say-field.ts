import { formatDate, formatList, formatNumber, type MessageId } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

const LABELS: Readonly<Record<string, MessageId>> = {
  ...{ due: 'task.due', every: 'task.every', lead: 'task.lead', audience: 'task.audience' },
  ...{ coordinators: 'task.coordinators', objective: 'task.objective', product: 'task.product' },
  ...{ milestones: 'task.milestones', lifecycle: 'tasks.lifecycle', outcome: 'task-field.outcome' },
  ...{ waiting: 'task-field.on', commitments: 'shell.commitments', unresolved: 'task.unresolved' },
};

/** What a field of a task is called. */
export function labelOf(field: string): MessageId {
  return LABELS[field] ?? 'task.plan';
}

/** Fields whose values are names of a list. */
const CODES: Readonly<Record<string, string>> = {
  ...{ every: 'period', audience: 'audience', lifecycle: 'lifecycle', outcome: 'outcome' },
};

type Part = string | { readonly unit?: string; readonly text?: string; readonly planned?: string | null };

/** Says the value of a field of a task. */
export function useSay(): (name: string, value: unknown) => string {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  return (name, value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (name === 'due') return formatDate(locale, String(value));
    if (name === 'lead') return nameOf(String(value));
    if (CODES[name] !== undefined) return t(`${CODES[name]}.${String(value)}` as 'period.month');
    if (!Array.isArray(value)) return String(value);
    if (name === 'commitments') return formatNumber(locale, value.length);
    const parts = (value as readonly Part[]).map((one) => {
      if (typeof one === 'string') return one;
      const day = one.planned ? ` (${formatDate(locale, one.planned)})` : '';
      return one.unit === undefined ? `${one.text}${day}` : nameOf(one.unit);
    });
    return parts.length === 0 ? '—' : formatList(locale, parts);
  };
}
