import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { actorName } from '../../../i18n/index.ts';
import { WORK_TYPES } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { Work } from '../../data/queries.ts';
import { useSession } from '../../data/session.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';
import { NamesField } from '../../parts/names-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

/** Corrects what is known about a work: title, type, date, parties. */
export function WorkForm({ work, onClose }: { readonly work: Work; readonly onClose: () => void }) {
  const { locale, t } = useSpeech();
  const queries = useQueryClient();
  const { title, type, date, parties, side } = work;
  const [draft, setDraft] = useState({ title, type, date, parties, side });
  const [sure, setSure] = useState(false);
  const own = useSession()?.seat?.party ?? side ?? parties.find((party) => /^[A-Z]{2}$/.test(party));
  const opens = side !== null && draft.side === null;
  const save = useMutation({
    mutationFn: () =>
      call('changeWork', {
        params: { id: work.id },
        body: { ...draft, side: draft.side === side ? undefined : draft.side, version: work.version },
      }),
    onSuccess: () => {
      void queries.invalidateQueries();
      onClose();
    },
  });
  const missing = lacking([draft.title.trim() !== '', t('work.title')], [!opens || sure, t('work.side-opens')]);
  return (
    <Window title={t('work.edit')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <WordsField label={t('work.title')} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} />
        <div className="form-pair">
          <Choice
            label={t('work.type')}
            value={draft.type}
            values={WORK_TYPES}
            name={(type) => t(`work-type.${type}`)}
            onChange={(type) => setDraft({ ...draft, type })}
          />
          <DayField label={t('work.date')} value={draft.date} onChange={(date) => setDraft({ ...draft, date })} />
        </div>
        <NamesField
          label={t('work.parties')}
          values={draft.parties}
          name={(party) => actorName(locale, party)}
          onChange={(parties) => setDraft({ ...draft, parties: [...parties] })}
        />
        {own !== undefined && (
          <Choice
            label={t('work.side')}
            value={draft.side ?? 'both'}
            values={['both', side ?? own]}
            name={(one) =>
              one === 'both' ? t('work.side-both') : t('work.side-own', { party: actorName(locale, one) })
            }
            onChange={(one) => setDraft({ ...draft, side: one === 'both' ? null : one })}
          />
        )}
        {opens && (
          <Checkbox className="checkbox" isSelected={sure} onChange={setSure}>
            <span className="checkbox-box">✓</span>
            {t('work.side-opens')}
          </Checkbox>
        )}
        <FormEnd
          error={save.error}
          save={t('form.save')}
          missing={missing}
          isDisabled={save.isPending}
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
