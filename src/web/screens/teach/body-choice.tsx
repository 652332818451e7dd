import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { actorName } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { entitiesQuery } from '../../data/entities.ts';
import { useEntityText } from '../../parts/entity-text.ts';
import { WordsField } from '../../parts/words-field.tsx';

/** Bodies offered at a time. */
const OFFERED = 6;

/** The id a body of the profile has in lessons; null for bodies that only texts name. */
function bodyId(relation: string, id: string): string | null {
  const start = `${relation}~body~`;
  return id.startsWith(start) ? id.slice(start.length) : null;
}

/** Which body a name stands for: found by its name in the register, or a new short id. */
export function BodyChoice({
  relation,
  id,
  onChange,
}: {
  readonly relation: string;
  readonly id: string;
  readonly onChange: (body: { readonly id: string; readonly party: string | null }) => void;
}) {
  const { locale, t } = useSpeech();
  const say = useEntityText();
  const typed = id.trim();
  const found = useQuery({ ...entitiesQuery({ kind: 'body', relation, q: typed }, 50), enabled: typed !== '' });
  const offers = (found.data?.rows ?? [])
    .flatMap(({ id: entry, fields }) => {
      const own = bodyId(relation, entry);
      return own === null ? [] : [{ id: own, party: fields.party, name: say.name(fields.names) }];
    })
    .slice(0, OFFERED);
  const chosen = /^[a-z0-9-]+$|^[A-Z]{2}$/.test(typed) ? actorName(locale, typed) : '';
  return (
    <div className="body-choice">
      <WordsField label={t('teach.body')} value={id} onChange={(next) => onChange({ id: next, party: null })} />
      {chosen !== '' && <p className="small">{t('teach.body-chosen', { name: chosen })}</p>}
      {chosen === '' && offers.length > 0 && (
        <ul className="body-offers">
          {offers.map((offer) => (
            <li key={offer.id}>
              <Button className="button quiet small" onPress={() => onChange(offer)}>
                <span dir="auto">{offer.name}</span>
                <span className="soft">{say.partyName(offer.party)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
