import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { ENTITY_REJECT_REASONS, type EntityRejectReason } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { Window } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';
import { WordsField } from './words-field.tsx';

/** Asks why a proposal is no entry. */
export function EntityRejectWindow({
  open,
  onClose,
  onReject,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onReject: (reason: EntityRejectReason, note: string) => void;
}) {
  const { t } = useSpeech();
  const [reason, setReason] = useState<EntityRejectReason>('no-name');
  const [note, setNote] = useState('');
  return (
    <Window title={t('reject.why')} open={open} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onReject(reason, note);
        }}
      >
        <RadioGroup
          className="field"
          aria-label={t('reject.why')}
          value={reason}
          onChange={(value) => setReason(value as EntityRejectReason)}
        >
          <Label className="visually-hidden">{t('reject.why')}</Label>
          {ENTITY_REJECT_REASONS.map((each) => (
            <Radio key={each} value={each} className="radio">
              <span className="radio-dot" />
              <span className="radio-name">{t(`entity-reject.${each}`)}</span>
            </Radio>
          ))}
        </RadioGroup>
        <WordsField label={t('reject.note')} value={note} onChange={setNote} />
        <FormEnd save={t('decide.reject')} onCancel={onClose} />
      </form>
    </Window>
  );
}
