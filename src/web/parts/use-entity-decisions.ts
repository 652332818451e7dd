import { useCallback } from 'react';
import { nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type EntityDetail, type EntityRow, type EntityVerdict, useDecideEntity } from '../data/entities.ts';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';

/** Decides about an entry and tells the outcome with a way back; null where the server refused. */
export function useEntityDecisions() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync, isPending } = useDecideEntity();
  const decide = useCallback(
    async (row: Pick<EntityRow, 'id' | 'version' | 'fields'>, verdict: EntityVerdict): Promise<EntityDetail | null> => {
      try {
        const detail = await mutateAsync({ id: row.id, version: row.version, verdict });
        const undo = { label: t('decide.undo'), run: () => void decide(detail, { type: 'undo' }) };
        toast({
          group: 'entity',
          text: t(`entity-decided.${verdict.type}`, { name: nameIn(detail.fields.names, locale) }),
          ...(verdict.type === 'undo' ? {} : { undo }),
        });
        return detail;
      } catch (error) {
        toast({ text: say(error), tone: 'failure' });
        return null;
      }
    },
    [mutateAsync, say, t, locale],
  );
  return { decide, busy: isPending };
}

export type DecideOnEntity = ReturnType<typeof useEntityDecisions>['decide'];
