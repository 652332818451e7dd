import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { PlaceLink } from './place-link.tsx';

/** Places shown before more are asked for. */
const FIRST = 12;

/** Where an entry is named, the latest work first. */
export function Places({ detail }: { readonly detail: EntityDetail }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const { places } = detail;
  const shown = all ? places : places.slice(0, FIRST);
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('entity.places')}</h2>
      {places.length === 0 && <p className="soft">{t('entity.no-places')}</p>}
      <ul className="fact-list">
        {shown.map((place) => (
          <li key={`${place.expressionId} ${place.span.start} ${place.entityId}`} className="fact">
            <PlaceLink place={place} />
            {place.entityId !== detail.id && <span className="small soft">{t('entity.as-named')}</span>}
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <Button className="button small" onPress={() => setAll(true)}>
          {t('entities.more')}
        </Button>
      )}
    </section>
  );
}
