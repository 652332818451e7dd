import { useEffect, useRef, useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { REJECT_REASONS, type RejectReason } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { WordsField } from './words-field.tsx';

/** Asks why a proposal is rejected; the digit before a reason chooses it at once. */
export function RejectForm({
  onReject,
  onCancel,
}: {
  readonly onReject: (reason: RejectReason, note: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useSpeech();
  const [reason, setReason] = useState<RejectReason>('not-an-action');
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement && event.target.type !== 'radio') return;
      const chosen = REJECT_REASONS[Number(event.key) - 1];
      if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onReject(chosen, note);
    };
    window.addEventListener('keydown', choose);
    return () => window.removeEventListener('keydown', choose);
  }, [onReject, note]);
  return (
    <form
      ref={form}
      className="form reject-form"
      onSubmit={(event) => {
        event.preventDefault();
        onReject(reason, note);
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <RadioGroup className="field" value={reason} onChange={(value) => setReason(value as RejectReason)}>
        <Label>{t('reject.why')}</Label>
        {REJECT_REASONS.map((each, index) => (
          <Radio key={each} value={each} className="radio">
            <span className="radio-dot" />
            <span className="radio-name">{t(`reject.${each}`)}</span>
            <kbd className="shortcut">{index + 1}</kbd>
          </Radio>
        ))}
      </RadioGroup>
      <WordsField label={t('reject.note')} value={note} onChange={setNote} />
      <div className="dialog-actions">
        <Button className="button small" onPress={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button className="button small primary" type="submit">
          {t('decide.reject')}
        </Button>
      </div>
    </form>
  );
}
