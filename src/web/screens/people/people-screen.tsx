import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { foldForSearch } from '../../../kernel/index.ts';
import { nameIn, ROLES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { useSession } from '../../data/session.ts';
import { unitsQuery } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { lacking } from '../../parts/missing.tsx';
import { NoAccounts } from '../../parts/no-accounts.tsx';
import { Once } from '../../parts/once.tsx';
import { SecretField } from '../../parts/secret-field.tsx';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { WordsField } from '../../parts/words-field.tsx';
import '../units/units.css';
import { SendButton } from '../../parts/send-button.tsx';
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

/** A link that is shown once: whoever has it chooses the password. */
interface Link {
  readonly secret: string;
  readonly person: string;
}

/** More people than this are searched. */
const SEARCHED = 12;

function People() {
  const { t } = useSpeech();
  const query = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => call('listPeople', { signal }) });
  const [link, setLink] = useState<Link | null>(null);
  const [typed, setTyped] = useState('');
  const people = query.data?.people ?? [];
  const wanted = foldForSearch(typed).text.trim();
  const shown = people.filter(({ name, mail }) => foldForSearch(`${name} ${mail}`).text.includes(wanted));
  return (
    <>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton lines={5} />}
      {query.data && <AddPerson onLink={setLink} />}
      {link !== null && (
        <Once
          secret={`${window.location.origin}/invitation#${link.secret}`}
          explain={t('people.hand-over', { person: link.person })}
        />
      )}
      {people.length > SEARCHED && <WordsField label={t('people.search')} value={typed} onChange={setTyped} />}
      <ul className="keeping-list">
        {shown.map((person) => (
          <PersonEntry key={person.id} person={person} people={people} onLink={setLink} />
        ))}
      </ul>
      {query.data && shown.length === 0 && <Empty title={t('people.nobody-found')} />}
    </>
  );
}

interface Entry {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onLink: (link: Link) => void;
}

function PersonEntry({ person, people, onLink }: Entry) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const act = useStep(async (type: 'invite' | 'disable' | 'enable' | 'totp-off') => {
    const { link } = await call('actOnPerson', { params: { id: person.id }, body: { type } });
    if (link !== null) onLink({ secret: link, person: person.name });
  });
  const [ending, setEnding] = useState<Post | null>(null);
  const [giving, setGiving] = useState(false);
  const self = useSession()?.person?.id;
  const error = act.error;
  return (
    <li className={person.disabled ? 'keeping-entry off' : 'keeping-entry'}>
      <div className="keeping-head">
        <strong>{person.name}</strong> <span dir="ltr">{person.mail}</span>
        {person.disabled && <span className="mark">{t('people.disabled')}</span>}
        {person.demonstration && <span className="mark">{t('people.demonstration')}</span>}
        {!person.ready && !person.demonstration && <span className="mark">{t('people.invited')}</span>}
        {person.totp && <span className="mark">{t('people.totp')}</span>}
      </div>
      <ul className="keeping-posts">
        {person.holdings.map((one) => (
          <li key={one.id}>
            {t(`role.${one.role}`)} · {nameIn(one.unitNames, locale)}{' '}
            <small>
              {t(one.until === null ? 'people.held-since' : 'people.held', {
                from: formatDate(locale, one.from),
                until: one.until === null ? '' : formatDate(locale, one.until),
              })}
            </small>
            {one.until === null && (
              <Button className="button small" onPress={() => setEnding(one)}>
                {t('people.end-post')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <EndPost post={ending} person={person} people={people} onClose={() => setEnding(null)} />}
      {giving && <GivePost person={person} onDone={() => setGiving(false)} />}
      <div className="keeping-actions">
        {!giving && (
          <Button className="button" onPress={() => setGiving(true)}>
            {t('people.new-post')}
          </Button>
        )}
        <Button className="button" onPress={() => act.mutate('invite')}>
          {t('people.invite')}
        </Button>
        {person.totp && (
          <Button className="button" onPress={() => act.mutate('totp-off')}>
            {t('people.totp-off')}
          </Button>
        )}
        {person.id !== self && (
          <Button className="button" onPress={() => act.mutate(person.disabled ? 'enable' : 'disable')}>
            {t(person.disabled ? 'people.enable' : 'people.disable')}
          </Button>
        )}
      </div>
      {error && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
    </li>
  );
}

function GivePost({ person, onDone }: { readonly person: Person; readonly onDone: () => void }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { data } = useQuery({ ...unitsQuery, staleTime: 0 });
  const units = data?.units ?? [];
  const [unit, setUnit] = useState<string | null>(null);
  const [role, setRole] = useState<(typeof ROLES)[number] | null>(null);
  const missing = lacking([role !== null, t('people.role')], [unit !== null, t('people.unit')]);
  const give = useStep(async () => {
    if (role === null || unit === null) return;
    await call('holdPost', { params: { id: person.id }, body: { unit, role, from: today(), until: null } });
    onDone();
  });
  if (data && units.length === 0) return <p className="small soft">{t('people.no-units')}</p>;
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
        value={unit}
        values={units.map(({ id }) => id)}
        name={(id) => nameIn(units.find((one) => one.id === id)?.names ?? {}, locale)}
        onChange={setUnit}
      />
      <SendButton
        className="button"
        missing={missing}
        isDisabled={give.isPending}
        onPress={() => give.mutate(undefined)}
      >
        {t('people.give-post')}
      </SendButton>
      <Button className="button quiet" onPress={onDone}>
        {t('form.cancel')}
      </Button>
      {give.error && (
        <p className="field-error" role="alert">
          {say(give.error)}
        </p>
      )}
    </div>
  );
}

function AddPerson({ onLink }: { readonly onLink: (link: Link) => void }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [typed, setTyped] = useState({ name: '', mail: '' });
  const add = useStep(async () => {
    onLink({ secret: (await call('addPerson', { body: typed })).link, person: typed.name });
    setTyped({ name: '', mail: '' });
  });
  const missing = lacking([typed.name.trim() !== '', t('access.name')], [typed.mail !== '', t('access.mail')]);
  return (
    <form
      className="keeping-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) add.mutate(undefined);
      }}
    >
      <WordsField label={t('access.name')} value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
      <SecretField
        label={t('access.mail')}
        kind="username"
        value={typed.mail}
        onChange={(mail) => setTyped({ ...typed, mail })}
      />
      <SendButton missing={missing} isDisabled={add.isPending}>
        {t('people.add')}
      </SendButton>
      {add.error && (
        <p className="field-error" role="alert">
          {say(add.error)}
        </p>
      )}
    </form>
  );
}
