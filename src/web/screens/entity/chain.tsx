import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';

type Linked = EntityDetail['predecessors'][number];

function One({ one, detail }: { readonly one: Linked; readonly detail: EntityDetail }) {
  const say = useEntityText();
  const asOf = useAsOf();
  const validity = say.validity(one);
  const name = say.name(one.names);
  return (
    <span className="chain-one">
      {one.id === detail.id ? (
        <b>{name}</b>
      ) : (
        <Link to="/registers/$kind/$id" params={{ kind: detail.kind, id: one.id }} search={{ asOf }}>
          {name}
        </Link>
      )}
      {validity !== '' && <small className="soft">{validity}</small>}
    </span>
  );
}

/** What an entry followed and what followed it. */
export function Chain({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const { predecessors, successors, fields } = detail;
  if (predecessors.length + successors.length === 0) return null;
  const self = { id: detail.id, names: fields.names, from: fields.from, until: fields.until };
  const steps = [predecessors, [self], ...successors.map((one) => [one])].filter((step) => step.length > 0);
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">{t('entity.chain')}</h2>
      <ol className="chain">
        {steps.map((step, index) => (
          <li key={step[0]?.id}>
            {index > 0 && <ArrowRight size={14} aria-hidden />}
            <span className="chain-step">
              {step.map((one) => (
                <One key={one.id} one={one} detail={detail} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
