import { useNavigate, useSearch } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../i18n/index.ts';
import type { Deed } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { useMay } from '../data/session.ts';
import { DayField } from './day-field.tsx';
import './as-of.css';

/** The past day (ISO) that the page is of; undefined for today. */
export function useAsOf(): string | undefined {
  return useSearch({ strict: false }).asOf;
}

/** Whether the seat acted from may do this here: on a past day nobody does anything. */
export function useMayNow(deed: Deed): boolean {
  const past = useAsOf() !== undefined;
  return useMay(deed) && !past;
}

/** The past day a register is shown of, kept in the address; how it stood then cannot be changed. `frozen`: as a snapshot of that day has it. */
export function AsOf({ value, frozen = false }: { readonly value: string | undefined; readonly frozen?: boolean }) {
  const { locale, t } = useSpeech();
  const navigate = useNavigate();
  const go = (asOf: string | undefined) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, asOf, snapshot: undefined, page: undefined }),
      replace: true,
    });
  return (
    <div className={value === undefined ? 'as-of' : 'as-of past'}>
      <DayField label={t('tasks.as-of')} value={value ?? null} onChange={(day) => go(day ?? undefined)} />
      {value !== undefined && (
        <p role="status">
          <History size={16} aria-hidden />
          {t(frozen ? 'as-of.frozen' : 'as-of.shown', { day: formatDate(locale, value) })}{' '}
          <Button className="button small" onPress={() => go(undefined)}>
            {t('as-of.now')}
          </Button>
        </p>
      )}
    </div>
  );
}
