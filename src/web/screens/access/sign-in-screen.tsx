import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Problem } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSession, useSessionStep } from '../../data/session.ts';
import { SecretField } from '../../parts/secret-field.tsx';
import { useErrorText } from '../../parts/states.tsx';
import './access.css';

/** Asks who it is: mail and password, then the code of the second factor where the account has one. */
export function SignInScreen() {
  const { t } = useSpeech();
  const say = useErrorText();
  const [typed, setTyped] = useState({ mail: '', password: '', code: '' });
  const step = useSessionStep('signIn');
  const needsCode = step.error instanceof Problem && step.error.code === 'code-needed';
  const [asksCode, setAsksCode] = useState(false);
  if (needsCode && !asksCode) setAsksCode(true);
  const { code, ...credentials } = typed;
  return (
    <div className="access">
      <h1>{t('access.sign-in')}</h1>
      <ProviderSignIn />
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          step.mutate({ ...credentials, ...(code !== '' && { code }) });
        }}
      >
        <SecretField
          label={t('access.mail')}
          kind="username"
          value={typed.mail}
          autoFocus
          onChange={(mail) => setTyped({ ...typed, mail })}
        />
        <SecretField
          label={t('access.password')}
          kind="current-password"
          value={typed.password}
          onChange={(password) => setTyped({ ...typed, password })}
        />
        {asksCode && (
          <SecretField
            label={t('access.code')}
            kind="one-time-code"
            value={code}
            autoFocus
            onChange={(next) => setTyped({ ...typed, code: next })}
          />
        )}
        {step.error && (
          <p className="field-error" role="alert">
            {say(step.error)}
          </p>
        )}
        <div className="dialog-actions">
          <Button className="button primary" type="submit" isDisabled={step.isPending}>
            {t('access.sign-in')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The way in through an identity provider, where one is set, and what became of the last try. */
function ProviderSignIn() {
  const { t } = useSpeech();
  const name = useSession()?.provider ?? null;
  const outcome = new URLSearchParams(location.search).get('sign-in');
  if (name === null) return null;
  return (
    <>
      {outcome !== null && (
        <p className="field-error" role="alert">
          {t(outcome === 'unreachable' ? 'access.provider-unreachable' : 'access.provider-refused')}
        </p>
      )}
      <a className="button" href="/api/session/provider">
        {t('access.provider', { name })}
      </a>
      <p className="access-or">{t('access.provider-or')}</p>
    </>
  );
}
