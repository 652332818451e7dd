import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useSessionStep } from '../../data/session.ts';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { toast } from '../../parts/toasts.tsx';

const NOTHING = { present: '', next: '' };

/** Changes one's own password; every other session of the account ends. */
export function Password() {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(NOTHING);
  const close = () => {
    setTyped(NOTHING);
    setOpen(false);
  };
  const change = useSessionStep('changePassword', () => {
    close();
    toast({ text: t('account.password-changed') });
  });
  if (!open) {
    return (
      <Button className="button" onPress={() => setOpen(true)}>
        {t('account.password-change')}
      </Button>
    );
  }
  const missing = lacking(
    [typed.present !== '', t('account.password-present')],
    [typed.next !== '', t('access.new-password')],
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) change.mutate(typed);
      }}
    >
      <SecretField
        label={t('account.password-present')}
        kind="current-password"
        value={typed.present}
        onChange={(present) => setTyped({ ...typed, present })}
        autoFocus
      />
      <SecretField
        label={t('access.new-password')}
        kind="new-password"
        value={typed.next}
        onChange={(next) => setTyped({ ...typed, next })}
      />
      <FormEnd
        error={change.error}
        save={t('account.password-change')}
        missing={missing}
        isDisabled={change.isPending}
        onCancel={close}
      />
    </form>
  );
}
