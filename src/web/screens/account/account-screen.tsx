import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { renderSVG } from 'uqr';
import { useSpeech } from '../../app/locale.tsx';
import { type Answer, call } from '../../client.ts';
import { useSession } from '../../data/session.ts';
import { NoAccounts } from '../../parts/no-accounts.tsx';
import { Once } from '../../parts/once.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { useErrorText } from '../../parts/states.tsx';
import '../access/access.css';
import { lacking } from '../../parts/missing.tsx';
import { SendButton } from '../../parts/send-button.tsx';
import { Password } from './password.tsx';
import { Tokens } from './tokens.tsx';
import { Webhooks } from './webhooks.tsx';

/** One's own account: the password, the second factor, and the programs that act for one. */
export function AccountScreen() {
  const { t } = useSpeech();
  const session = useSession();
  const person = session?.person;
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  if (session === undefined) return null;
  if (!person || person.demonstration) {
    return (
      <div className="page">
        <h1>{t('account.title')}</h1>
        <NoAccounts />
      </div>
    );
  }
  return (
    <div className="access">
      <h1>{t('account.title')}</h1>
      <p>
        {person.name} · <span dir="ltr">{person.mail}</span>
      </p>
      <h2>{t('access.password')}</h2>
      <Password />
      <h2>{t('account.totp')}</h2>
      {recovery !== null && <Once secret={recovery.join('\n')} explain={t('account.recovery')} />}
      {person.totp ? <Off /> : <On onDone={setRecovery} />}
      <Tokens />
      <Webhooks />
    </div>
  );
}

function useStep<Given, Found>(work: (given: Given) => Promise<Found>, done?: (found: Found) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: (found) => {
      done?.(found);
      return queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

function On({ onDone }: { readonly onDone: (codes: readonly string[]) => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [started, setStarted] = useState<Answer<'startTotp'> | null>(null);
  const [typed, setTyped] = useState({ password: '', code: '' });
  const start = useMutation({ mutationFn: () => call('startTotp', { body: {} }), onSuccess: setStarted });
  const confirm = useStep(
    () => call('confirmTotp', { body: { ...typed, sealed: started?.sealed ?? '' } }),
    (answer) => onDone(answer.recovery),
  );
  if (started === null) {
    return (
      <Button className="button primary" isDisabled={start.isPending} onPress={() => start.mutate()}>
        {t('account.totp-start')}
      </Button>
    );
  }
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(started.address, { border: 2 }))}`;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(undefined);
      }}
    >
      <p>{t('account.totp-scan')}</p>
      <img src={picture} width={200} height={200} alt="" />
      <code dir="ltr">{started.secret}</code>
      <SecretField
        label={t('access.password')}
        kind="current-password"
        value={typed.password}
        onChange={(password) => setTyped({ ...typed, password })}
      />
      <SecretField
        label={t('account.first-code')}
        kind="one-time-code"
        value={typed.code}
        onChange={(code) => setTyped({ ...typed, code })}
      />
      {confirm.error && (
        <p className="field-error" role="alert">
          {say(confirm.error)}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={() => setStarted(null)}>
          {t('form.cancel')}
        </Button>
        <Button className="button primary" type="submit" isDisabled={confirm.isPending}>
          {t('account.confirm')}
        </Button>
      </div>
    </form>
  );
}

function Off() {
  const { t } = useSpeech();
  const say = useErrorText();
  const [password, setPassword] = useState('');
  const remove = useStep(() => call('removeTotp', { body: { password } }));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') remove.mutate(undefined);
      }}
    >
      <p>{t('account.totp-on')}</p>
      <SecretField label={t('access.password')} kind="current-password" value={password} onChange={setPassword} />
      {remove.error && (
        <p className="field-error" role="alert">
          {say(remove.error)}
        </p>
      )}
      <div className="dialog-actions">
        <SendButton
          className="button"
          missing={lacking([password !== '', t('access.password')])}
          isDisabled={remove.isPending}
        >
          {t('account.totp-off')}
        </SendButton>
      </div>
    </form>
  );
}
