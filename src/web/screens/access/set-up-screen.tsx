import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName } from '../../../i18n/index.ts';
import { PROFILES } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSessionStep } from '../../data/session.ts';
import { Choice } from '../../parts/choice.tsx';
import { Missing } from '../../parts/missing.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { useErrorText } from '../../parts/states.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import './access.css';

const PARTIES = [...new Set(PROFILES.flatMap(({ parties }) => parties.map(({ code }) => code)))];

/** Makes the first account; from then on everybody signs in. */
export function SetUpScreen() {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const go = useNavigate();
  const [typed, setTyped] = useState({
    ...{ name: '', mail: '', password: '', unit: '' },
    party: null as string | null,
  });
  const [pressed, setPressed] = useState(false);
  const step = useSessionStep('setUp', () => void go({ to: '/people' }));
  const fields = {
    name: 'access.name',
    mail: 'access.mail',
    password: 'access.password',
    party: 'access.party',
  } as const;
  const missing = ([...Object.entries({ ...fields, unit: 'access.unit' as const })] as const)
    .filter(([field]) => (typed[field as keyof typeof typed] ?? '').trim() === '')
    .map(([, label]) => t(label));
  return (
    <div className="access">
      <h1>{t('access.set-up')}</h1>
      <p>{t('access.set-up-why')}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          setPressed(true);
          const { party } = typed;
          if (missing.length === 0 && party !== null) step.mutate({ ...typed, party, language: locale });
        }}
      >
        <WordsField label={t('access.name')} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
        <SecretField
          label={t('access.mail')}
          kind="username"
          value={typed.mail}
          onChange={(mail) => setTyped({ ...typed, mail })}
        />
        <SecretField
          label={t('access.new-password')}
          kind="new-password"
          value={typed.password}
          onChange={(password) => setTyped({ ...typed, password })}
        />
        <Choice
          label={t('access.party')}
          value={typed.party}
          values={PARTIES}
          name={(party) => actorName(locale, party)}
          onChange={(party) => setTyped({ ...typed, party })}
        />
        <WordsField label={t('access.unit')} value={typed.unit} onChange={(unit) => setTyped({ ...typed, unit })} />
        {pressed && <Missing fields={missing} />}
        {step.error && missing.length === 0 && (
          <p className="field-error" role="alert">
            {say(step.error)}
          </p>
        )}
        <div className="dialog-actions">
          <Button className="button primary" type="submit" isDisabled={step.isPending}>
            {t('access.set-up')}
          </Button>
        </div>
      </form>
    </div>
  );
}
