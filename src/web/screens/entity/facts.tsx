import { AlertTriangle } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail, EntityFact } from '../../data/entities.ts';
import { useMayNow } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import type { DecideOnEntity } from '../../parts/use-entity-decisions.ts';
import { PlaceLink } from './place-link.tsx';

function Fact({ fact, onDismiss }: { readonly fact: EntityFact; readonly onDismiss: (() => void) | null }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const { head, rest } = say.fact(fact);
  return (
    <li className={fact.dismissed ? 'fact dismissed' : 'fact'}>
      <p className="fact-head">
        <b>{head}</b>
        {rest !== '' && <span dir="auto">{rest}</span>}
        <span className="soft">{t(`fact-status.${fact.status}`)}</span>
        {fact.dismissed && <span className="soft">{t('entity.dismissed')}</span>}
        {fact.contradicts && (
          <span className="fact-warning">
            <AlertTriangle size={13} aria-hidden />
            {t('entity.contradicts')}
          </span>
        )}
        {onDismiss && (
          <Button className="button small quiet" onPress={onDismiss}>
            {t('entity.dismiss')}
          </Button>
        )}
      </p>
      <PlaceLink place={fact} />
    </li>
  );
}

/** What the texts say of an entry, each with its words. */
export function Facts({ detail, decide }: { readonly detail: EntityDetail; readonly decide: DecideOnEntity }) {
  const { t } = useSpeech();
  const { facts } = detail;
  const may = useMayNow('decide');
  const open = may && detail.decision !== 'merged';
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('entity.facts')}</h2>
      {facts.length === 0 && <p className="soft">{t('entity.no-facts')}</p>}
      <ul className="fact-list">
        {facts.map((fact) => (
          <Fact
            key={`${fact.expressionId} ${fact.span.start} ${fact.key}`}
            fact={fact}
            onDismiss={fact.dismissed || !open ? null : () => void decide(detail, { type: 'dismiss', fact: fact.key })}
          />
        ))}
      </ul>
    </section>
  );
}
