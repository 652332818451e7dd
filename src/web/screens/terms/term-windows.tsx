import { useState } from 'react';
import { lastDayOf } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useDecideEntity } from '../../data/entities.ts';
import type { TermRow } from '../../data/terms.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { FormWindow } from '../../parts/form-window.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';

interface Props {
  readonly row: TermRow;
  readonly onClose: () => void;
}

function useEdit({ id, version }: TermRow) {
  const say = useErrorText();
  const { mutateAsync } = useDecideEntity();
  return async (fields: { readonly expires: string } | { readonly until: string }): Promise<boolean> => {
    try {
      await mutateAsync({ id, version, verdict: { type: 'edit', fields } });
      return true;
    } catch (error) {
      toast({ text: say(error), tone: 'failure' });
      return false;
    }
  };
}

/** A person says until when an instrument was renewed. */
export function RenewedWindow({ row, onClose }: Props) {
  const { t } = useSpeech();
  const say = useEntityText();
  const edit = useEdit(row);
  const [day, setDay] = useState<string | null>(null);
  const before = row.lastDay ?? '';
  return (
    <FormWindow
      title={t('terms.renewed')}
      save={t('series.save')}
      missing={lacking([day !== null && day > before, t('terms.new-end')])}
      onClose={onClose}
      onSave={() => edit({ expires: day ?? '' })}
    >
      <p dir="auto">{say.name(row.names)}</p>
      <DayField label={t('terms.new-end')} value={day} onChange={setDay} />
      <p className="soft small">{t('terms.renewed-explain')}</p>
    </FormWindow>
  );
}

/** A person says that an instrument ended and nothing follows it. */
export function EndedWindow({ row, onClose }: Props) {
  const { t } = useSpeech();
  const say = useEntityText();
  const edit = useEdit(row);
  const until = row.lastDay ?? lastDayOf(row.expires ?? '');
  return (
    <FormWindow title={t('terms.ended')} save={t('terms.ended')} onClose={onClose} onSave={() => edit({ until })}>
      <p dir="auto">{say.name(row.names)}</p>
      <p>{t('terms.ended-explain', { day: say.day(until) })}</p>
    </FormWindow>
  );
}
