import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type EntityDetail, entityQuery } from '../../data/entities.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { Decides } from '../../parts/decides.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { PairWindow } from '../../parts/pair-window.tsx';
import { PairsHere } from '../../parts/pairs-here.tsx';
import { Failure, Skeleton } from '../../parts/states.tsx';
import { useEntityDecisions } from '../../parts/use-entity-decisions.ts';
import { Chain } from './chain.tsx';
import { DecidePanel } from './decide-panel.tsx';
import './entity.css';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Names } from './names.tsx';
import { Places } from './places.tsx';
import { Same } from './same.tsx';

function Head({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { fields, kind } = detail;
  const asOf = useAsOf();
  const days = kind === 'instrument' ? { from: fields.signed, until: fields.expires } : fields;
  const validity = say.validity(days);
  return (
    <header className="entity-head">
      <p className="facts soft">
        <Link to="/registers/$kind" params={{ kind }} search={{ asOf }}>
          {t(`entities.${kind}`)}
        </Link>
        {fields.type !== null && <span>{say.typeName(kind, fields.type)}</span>}
        {fields.party !== null && <span>{say.partyName(fields.party)}</span>}
        {validity !== '' && <span>{validity}</span>}
        {detail.parent && (
          <span>
            {t('entity.parent')}: <span dir="auto">{say.name(detail.parent.names)}</span>
          </span>
        )}
        {fields.coordinates && (
          <span>
            {t('entity.coordinates')}: {fields.coordinates[1].toFixed(2)}° N, {fields.coordinates[0].toFixed(2)}° E
          </span>
        )}
      </p>
      <h1 dir="auto">{say.name(fields.names)}</h1>
      <p className="facts">
        <span className="soft">{t(`entity-state.${detail.state}`)}</span>
        {detail.unsure && <span className="soft">{t('entities.unsure')}</span>}
        {detail.commitments > 0 && (
          <Link to="/commitments" search={{ entity: [detail.id], asOf }}>
            {t('entity.commitments', { count: detail.commitments })}
          </Link>
        )}
      </p>
      <AsOf value={asOf} />
    </header>
  );
}

/** Begins a paired milestone of a gate. */
function BeginPair({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  return (
    <Decides>
      <p>
        <Button className="button small" onPress={() => setOpen(true)}>
          {t('pair.new')}
        </Button>
      </p>
      {open && <PairWindow gate={detail} onClose={() => setOpen(false)} />}
    </Decides>
  );
}

function Entity({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { decide } = useEntityDecisions();
  const asOf = useAsOf();
  return (
    <div className="page entity-page">
      <title>{`${say.name(detail.fields.names)} · Servanda`}</title>
      <Head detail={detail} />
      <div className="entity-main">
        {detail.mergedInto !== null && (
          <p>
            {t('entity.merged-into')}.{' '}
            <Link to="/registers/$kind/$id" params={{ kind: detail.kind, id: detail.mergedInto }} search={{ asOf }}>
              {t('entity.open-target')}
            </Link>
          </p>
        )}
        <Names detail={detail} />
        <Chain detail={detail} />
        {detail.kind === 'gate' && <PairsHere gate={detail.id} />}
        {detail.kind === 'gate' && <BeginPair detail={detail} />}
        <Facts detail={detail} decide={decide} />
        <Places detail={detail} />
      </div>
      <aside className="entity-side" aria-label={t('entity.side')}>
        <DecidePanel key={detail.id} detail={detail} decide={decide} />
        <Same detail={detail} decide={decide} />
        <History detail={detail} />
      </aside>
    </div>
  );
}

/** One body, mechanism, instrument, gate or place: its names, what the texts say of it, and what people decided. */
export function EntityScreen() {
  const { id } = useParams({ from: '/registers/$kind/$id' });
  const asOf = useAsOf();
  const query = useQuery(entityQuery(id, asOf));
  if (query.data) return <Entity key={id} detail={query.data} />;
  return (
    <div className="page">
      {asOf !== undefined && <AsOf value={asOf} />}
      {query.error ? <Failure error={query.error} retry={() => void query.refetch()} /> : <Skeleton lines={10} />}
    </div>
  );
}
