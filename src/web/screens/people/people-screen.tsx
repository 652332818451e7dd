import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { nameIn, ROLES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useSession } from '../../data/session.ts';
import { unitsQuery } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { NoAccounts } from '../../parts/no-accounts.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { WordsField } from '../../parts/words-field.tsx';
import '../units/units.css';
import { EndPost, type Person, type Post } from './end-post.tsx';
import { useStep } from './use-step.ts';

/** Who has an account, which posts they hold and held, and what an administrator does about it. */
export function PeopleScreen() {
  const { t } = useSpeech();
  return (
    <div className="page keeping">
      <h1>{t('people.title')}</h1>
      {useSession()?.mode === 'open' ? <NoAccounts /> : <People />}
    </div>
  );
}

function People() {
  const query = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => call('listPeople', { signal }) });
  const [link, setLink] = useState<string | null>(null);
  return (
    <>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton lines={5} />}
      {link !== null && <HandOver link={link} />}
      <ul className="keeping-list">
        {query.data?.people.map((person) => (
          <PersonEntry key={person.id} person={person} people={query.data.people} onLink={setLink} />
        ))}
      </ul>
      {query.data && <AddPerson onLink={setLink} />}
    </>
  );
}

/** The link is shown once: whoever has it chooses the password. */
function HandOver({ link }: { readonly link: string }) {
  const { t } = useSpeech();
  return (
    <p className="notice" role="status">
      {t('people.hand-over')}
      <code dir="ltr">{`${window.location.origin}/invitation#${link}`}</code>
    </p>
  );
}

interface Entry {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onLink: (link: string) => void;
}

function PersonEntry({ person, people, onLink }: Entry) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const act = useStep(async (type: 'invite' | 'disable' | 'enable' | 'totp-off') => {
    const { link } = await call('actOnPerson', { params: { id: person.id }, body: { type } });
    if (link !== null) onLink(link);
  });
  const [ending, setEnding] = useState<Post | null>(null);
  const error = act.error;
  return (
    <li className={person.disabled ? 'keeping-entry off' : 'keeping-entry'}>
      <div className="keeping-head">
        <strong>{person.name}</strong> <span dir="ltr">{person.mail}</span>
        {person.disabled && <span className="mark">{t('people.disabled')}</span>}
        {!person.ready && <span className="mark">{t('people.invited')}</span>}
        {person.totp && <span className="mark">{t('people.totp')}</span>}
      </div>
      <ul className="keeping-posts">
        {person.holdings.map((one) => (
          <li key={one.id}>
            {t(`role.${one.role}`)} · {nameIn(one.unitNames, locale)}{' '}
            <small>{`${one.from} – ${one.until ?? ''}`}</small>
            {one.until === null && (
              <Button className="button quiet" onPress={() => setEnding(one)}>
                {t('people.end-post')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <EndPost post={ending} person={person} people={people} onClose={() => setEnding(null)} />}
      <GivePost person={person} />
      <div className="keeping-actions">
        <Button className="button" onPress={() => act.mutate('invite')}>
          {t('people.invite')}
        </Button>
        {person.totp && (
          <Button className="button" onPress={() => act.mutate('totp-off')}>
            {t('people.totp-off')}
          </Button>
        )}
        <Button className="button" onPress={() => act.mutate(person.disabled ? 'enable' : 'disable')}>
          {t(person.disabled ? 'people.enable' : 'people.disable')}
        </Button>
      </div>
      {error && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
    </li>
  );
}

function GivePost({ person }: { readonly person: Person }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { data } = useQuery({ ...unitsQuery, staleTime: 0 });
  const units = data?.units ?? [];
  const [unit, setUnit] = useState<string | null>(null);
  const [role, setRole] = useState<(typeof ROLES)[number]>('reader');
  const chosen = unit ?? units[0]?.id ?? '';
  const give = useStep(() => {
    const from = today();
    return call('holdPost', { params: { id: person.id }, body: { unit: chosen, role, from, until: null } });
  });
  if (units.length === 0) return null;
  return (
    <div className="keeping-form">
      <Choice
        label={t('people.role')}
        value={role}
        values={ROLES}
        name={(one) => t(`role.${one}`)}
        onChange={setRole}
      />
      <Choice
        label={t('people.unit')}
        value={chosen}
        values={units.map(({ id }) => id)}
        name={(id) => nameIn(units.find((one) => one.id === id)?.names ?? {}, locale)}
        onChange={setUnit}
      />
      <Button className="button" isDisabled={give.isPending} onPress={() => give.mutate(undefined)}>
        {t('people.give-post')}
      </Button>
      {give.error && (
        <p className="field-error" role="alert">
          {say(give.error)}
        </p>
      )}
    </div>
  );
}

function AddPerson({ onLink }: { readonly onLink: (link: string) => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [typed, setTyped] = useState({ name: '', mail: '' });
  const add = useStep(async () => {
    onLink((await call('addPerson', { body: typed })).link);
    setTyped({ name: '', mail: '' });
  });
  return (
    <form
      className="keeping-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(undefined);
      }}
    >
      <WordsField label={t('access.name')} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
      <SecretField
        label={t('access.mail')}
        kind="username"
        value={typed.mail}
        onChange={(mail) => setTyped({ ...typed, mail })}
      />
      <Button className="button primary" type="submit" isDisabled={typed.name.trim() === '' || typed.mail === ''}>
        {t('people.add')}
      </Button>
      {add.error && (
        <p className="field-error" role="alert">
          {say(add.error)}
        </p>
      )}
    </form>
  );
}
