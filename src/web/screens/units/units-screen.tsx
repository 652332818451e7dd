import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName } from '../../../i18n/index.ts';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { worksQuery } from '../../data/queries.ts';
import { useMay, useSession } from '../../data/session.ts';
import { type UnitRow, unitsQuery } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Skeleton, useErrorText } from '../../parts/states.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import './units.css';

/** The units of each party, one under the other, with their days and what followed them. */
export function UnitsScreen() {
  const { locale, t } = useSpeech();
  const query = useQuery({ ...unitsQuery, staleTime: 0 });
  const party = useSession()?.seat?.party;
  const keeps = useMay('keep-units');
  const units = query.data?.units ?? [];
  return (
    <div className="page keeping">
      <h1>{t('units.title')}</h1>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={5} />}
      {query.data && units.length === 0 && <Empty title={t('units.none')} />}
      {[...new Set(units.map((unit) => unit.party))].map((one) => (
        <section key={one}>
          <h2>{actorName(locale, one)}</h2>
          <Branch units={units.filter((unit) => unit.party === one)} under={null} />
        </section>
      ))}
      {keeps && (party === undefined ? <AddForAParty /> : <AddUnit party={party} />)}
    </div>
  );
}

function Branch({ units, under }: { readonly units: readonly UnitRow[]; readonly under: string | null }) {
  const { locale, t } = useSpeech();
  const here = units.filter(({ parent }) => parent === under);
  if (here.length === 0) return null;
  return (
    <ul>
      {here.map((unit) => {
        const successor = units.find(({ id }) => id === unit.successor);
        return (
          <li key={unit.id}>
            {nameIn(unit.names, locale)}{' '}
            {(unit.from ?? unit.until) !== null && <small>{`${unit.from ?? ''} – ${unit.until ?? ''}`}</small>}{' '}
            {successor && <small>{t('units.followed-by', { unit: nameIn(successor.names, locale) })}</small>}
            <Branch units={units} under={unit.id} />
          </li>
        );
      })}
    </ul>
  );
}

/** On a machine without accounts units of every party are kept: those of the works that are here. */
function AddForAParty() {
  const { locale, t } = useSpeech();
  const works = useQuery(worksQuery).data?.works ?? [];
  const parties = [...new Set(works.flatMap((work) => work.parties))].sort();
  const [chosen, setChosen] = useState<string | null>(null);
  const party = chosen ?? parties[0];
  if (party === undefined) return null;
  return (
    <>
      <Choice
        label={t('assign.party')}
        value={party}
        values={parties}
        name={(one) => actorName(locale, one)}
        onChange={setChosen}
      />
      <AddUnit key={party} party={party} />
    </>
  );
}

/** Makes units of the bodies that the registers hold of a party. */
function TakeBodies({ party }: { readonly party: string }) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const bodies = useQuery({
    queryKey: ['bodies-of', party],
    queryFn: ({ signal }) => call('listEntities', { query: { kind: 'body', limit: 500 }, signal }),
  });
  const own = (bodies.data?.rows ?? []).filter((row) => row.fields.party === party && row.fields.until === null);
  const take = useMutation({
    mutationFn: () => call('unitsFromBodies', { body: { party, parent: null, entities: own.map(({ id }) => id) } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['units'] }),
  });
  if (own.length === 0) return null;
  return (
    <Button className="button" isDisabled={take.isPending} onPress={() => take.mutate()}>
      {t('units.take-bodies', { count: own.length })}
    </Button>
  );
}

function AddUnit({ party }: { readonly party: string }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => {
      const blank = { parent: null, from: null, until: null, successor: null, entity: null };
      return call('addUnit', { body: { party, names: { [locale]: [name.trim()] }, ...blank } });
    },
    onSuccess: () => {
      setName('');
      return queries.invalidateQueries({ queryKey: ['units'] });
    },
  });
  return (
    <form
      className="keeping-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <WordsField label={t('units.name')} value={name} onChange={setName} />
      <Button className="button primary" type="submit" isDisabled={name.trim() === '' || add.isPending}>
        {t('units.add')}
      </Button>
      <TakeBodies party={party} />
      {add.error && (
        <p className="field-error" role="alert">
          {say(add.error)}
        </p>
      )}
    </form>
  );
}
