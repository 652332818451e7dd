import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../app/locale.tsx';
import { useSessionStep } from '../../data/session.ts';
import { SecretField } from '../../parts/secret-field.tsx';
import { useErrorText } from '../../parts/states.tsx';
import './access.css';
import { lacking } from '../../parts/missing.tsx';
import { SendButton } from '../../parts/send-button.tsx';

/** Whoever was handed a one-time link chooses a password; the link stands behind `#`, so no server log holds it. */
export function InvitationScreen() {
  const { t } = useSpeech();
  const say = useErrorText();
  const go = useNavigate();
  const [password, setPassword] = useState('');
  const [token] = useState(() => window.location.hash.slice(1));
  const step = useSessionStep('takeInvitation', () => void go({ to: '/', replace: true }));
  return (
    <div className="access">
      <h1>{t('access.choose-password')}</h1>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') step.mutate({ token, password });
        }}
      >
        <SecretField
          label={t('access.new-password')}
          kind="new-password"
          value={password}
          autoFocus
          onChange={setPassword}
        />
        {step.error && (
          <p className="field-error" role="alert">
            {say(step.error)}
          </p>
        )}
        <div className="dialog-actions">
          <SendButton missing={lacking([password !== '', t('access.new-password')])} isDisabled={step.isPending}>
            {t('access.sign-in')}
          </SendButton>
        </div>
      </form>
    </div>
  );
}
