import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { ENTITY_KINDS } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { useEntityDecisions } from '../../parts/use-entity-decisions.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { AddWindow } from './add-window.tsx';
import './entities.css';
import { EntityBar } from './entity-bar.tsx';
import { EntityTable } from './entity-table.tsx';
import { useEntities } from './use-entities.ts';

/** Where no document is imported yet there is no relation to add an entry to. */
const FIRST_RELATION = 'demonstration';

/** The registers of bodies, mechanisms, instruments, gates and places, one at a time. */
export function EntitiesScreen() {
  const { t } = useSpeech();
  const view = useEntities();
  const { decide } = useEntityDecisions();
  const field = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  useKeys({ '/': () => field.current?.focus() });
  const { kind, data, query, search } = view;
  const { asOf, ...narrowing } = search;
  const narrowed = Object.values(narrowing).some((value) => value !== undefined);
  return (
    <div className="page entities">
      <title>{`${t(`entities.${kind}`)} · Servanda`}</title>
      <header className="entities-head">
        <h1>{t('shell.registers')}</h1>
        <nav className="entity-kinds" aria-label={t('shell.registers')}>
          {ENTITY_KINDS.map((each) => (
            <Link key={each} to="/registers/$kind" params={{ kind: each }} search={{ asOf }}>
              {t(`entities.${each}`)}
            </Link>
          ))}
        </nav>
        <span className="soft" role="status">
          {data ? t('entities.total', { count: data.total }) : t('state.loading')}
        </span>
      </header>
      <EntityBar key={kind} view={view} field={field} onAdd={() => setAdding(true)} />
      {query.error && !data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {!data && !query.error && <Skeleton lines={12} />}
      {data && data.total === 0 && (
        <Empty title={t(narrowed ? 'entities.nothing-found' : asOf ? 'entities.empty-then' : 'entities.empty')}>
          {narrowed ? (
            <Button className="button" onPress={view.clear}>
              {t('register.clear')}
            </Button>
          ) : (
            !asOf && <p>{t('entities.empty-explain')}</p>
          )}
        </Empty>
      )}
      {data && <EntityTable rows={data.rows} decide={decide} />}
      {data && data.rows.length < data.total && (
        <Button className="button" onPress={view.more}>
          {t('entities.more')}
        </Button>
      )}
      <AddWindow
        kind={kind}
        relation={search.relation ?? data?.facets.relation[0]?.value ?? FIRST_RELATION}
        open={adding}
        onClose={() => setAdding(false)}
      />
    </div>
  );
}
