import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatDate } from '../../../i18n/index.ts';
import { nameIn } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { worksQuery } from '../../data/queries.ts';
import { useMay, useSession } from '../../data/session.ts';
import { pastUnitsQuery, type UnitRow, unitsQuery } from '../../data/tasks.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { UnitForm } from './unit-form.tsx';
import './units.css';

/** The units of each party, one under the other, with their days and what followed them. */
export function UnitsScreen() {
  const { locale, t } = useSpeech();
  const { asOf } = useSearch({ from: '/units' });
  const query = useQuery(asOf === undefined ? { ...unitsQuery, staleTime: 0 } : pastUnitsQuery(asOf));
  const party = useSession()?.seat?.party;
  const keeps = useMay('keep-units') && asOf === undefined;
  const day = asOf ?? today();
  const units = (query.data?.units ?? []).filter(({ from }) => asOf === undefined || from === null || from <= day);
  const [changing, setChanging] = useState<UnitRow | null>(null);
  return (
    <div className="page keeping">
      <h1>{t('units.title')}</h1>
      <div className="list-bar">
        <AsOf value={asOf} />
      </div>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={5} />}
      {query.data && units.length === 0 && <Empty title={t('units.none')} />}
      {[...new Set(units.map((unit) => unit.party))].map((one) => (
        <section key={one}>
          <h2>{actorName(locale, one)}</h2>
          <Branch
            units={units.filter((unit) => unit.party === one)}
            under={null}
            day={day}
            asOf={asOf}
            onChange={keeps && (party === undefined || party === one) ? setChanging : null}
          />
        </section>
      ))}
      {changing && (
        <UnitForm key={changing.id} party={changing.party} unit={changing} onClose={() => setChanging(null)} />
      )}
      {keeps && (party === undefined ? <AddForAParty /> : <AddUnit party={party} />)}
    </div>
  );
}

function Branch({
  units,
  under,
  day,
  asOf,
  onChange,
}: {
  readonly units: readonly UnitRow[];
  readonly under: string | null;
  /** The day on which a unit stands or has ended. */
  readonly day: string;
  readonly asOf: string | undefined;
  /** Null where the reader keeps no units of this party. */
  readonly onChange: ((unit: UnitRow) => void) | null;
}) {
  const { locale, t } = useSpeech();
  const here = units.filter(({ parent }) => parent === under);
  if (here.length === 0) return null;
  const said = (value: string | null) => (value === null ? '' : formatDate(locale, value));
  return (
    <ul className="unit-branch">
      {here.map((unit) => {
        const successor = units.find(({ id }) => id === unit.successor);
        const name = nameIn(unit.names, locale);
        return (
          <li key={unit.id}>
            <div className={unit.until !== null && unit.until < day ? 'unit-line off' : 'unit-line'}>
              <Link to="/units/$id" params={{ id: unit.id }} search={{ asOf }} dir="auto">
                {name}
              </Link>
              {unit.code && <code>{unit.code}</code>}
              {(unit.from ?? unit.until) !== null && <small>{`${said(unit.from)} – ${said(unit.until)}`}</small>}
              {successor && <small>{t('units.followed-by', { unit: nameIn(successor.names, locale) })}</small>}
              {onChange && (
                <Button
                  className="button quiet small"
                  aria-label={t('units.change-title', { unit: name })}
                  onPress={() => onChange(unit)}
                >
                  {t('units.change')}
                </Button>
              )}
            </div>
            <Branch units={units} under={unit.id} day={day} asOf={asOf} onChange={onChange} />
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
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <div className="keeping-form">
      <Button className="button primary" onPress={() => setOpen(true)}>
        {t('units.add')}
      </Button>
      <TakeBodies party={party} />
      {open && <UnitForm party={party} unit={null} onClose={() => setOpen(false)} />}
    </div>
  );
}
