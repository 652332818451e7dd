import { useState } from 'react';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Answer, call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';
import { today } from '../../parts/today.ts';
import { useStep } from './use-step.ts';

export type Person = Answer<'listPeople'>['people'][number];
export type Post = Person['holdings'][number];

/** Who takes over: anybody of the party who can sign in, or nobody. */
const NOBODY = 'nobody';

/** Ends a person's post on a day, or hands it to a successor from the day after. */
export function EndPost({
  post,
  person,
  people,
  onClose,
}: {
  readonly post: Post;
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const [until, setUntil] = useState<string | null>(today());
  const [to, setTo] = useState(NOBODY);
  const others = people.filter(({ id, disabled }) => id !== person.id && !disabled);
  const end = useStep(
    () =>
      call('endPost', { params: { id: post.id }, body: { until: until ?? today(), to: to === NOBODY ? null : to } }),
    onClose,
  );
  const role = t(`role.${post.role}`);
  return (
    <Window title={t('people.end-title', { role, unit: nameIn(post.unitNames, locale) })} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (until !== null) end.mutate(undefined);
        }}
      >
        <p>{t('people.end-explain', { person: person.name })}</p>
        <DayField label={t('people.last-day')} value={until} onChange={setUntil} />
        <Choice
          label={t('people.successor')}
          value={to}
          values={[NOBODY, ...others.map(({ id }) => id)]}
          name={(id) => others.find((one) => one.id === id)?.name ?? t('people.nobody')}
          onChange={setTo}
        />
        <FormEnd
          error={end.error}
          save={t(to === NOBODY ? 'people.end' : 'people.pass-on')}
          missing={lacking([until !== null, t('people.last-day')])}
          isDisabled={end.isPending}
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
