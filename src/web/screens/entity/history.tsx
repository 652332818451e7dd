import { formatInstant, formatList, type MessageId } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityDetail } from '../../data/entities.ts';
import { useHand } from '../../data/hands.ts';

/** What the fields of an entry are called. */
const FIELDS: Readonly<Record<string, MessageId>> = {
  ...{ type: 'entity-column.type', party: 'entity-column.party', successor: 'entity-column.successor' },
  ...{ from: 'entity-column.from', until: 'entity-column.until', signed: 'entity-column.signed' },
  ...{ expires: 'entity-column.expires', parent: 'entity.parent', coordinates: 'entity.coordinates' },
};

/** All that was done to an entry, the latest first. */
export function History({ detail }: { readonly detail: EntityDetail }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('entity.history')}</h2>
      <ol className="history">
        {detail.history.toReversed().map((entry) => (
          <li key={entry.id} className={entry.undone ? 'undone' : ''}>
            <p>
              <b>{t(`entity-history.${entry.type}` as MessageId)}</b>
              {entry.undone && <span className="soft"> ({t('history.undone')})</span>}
            </p>
            <p className="small soft">
              <time dateTime={entry.at}>{formatInstant(locale, entry.at)}</time> · {hand(entry.by)}
            </p>
            {entry.fields.length > 0 && (
              <p className="small">
                {formatList(
                  locale,
                  entry.fields.map((field) => t(FIELDS[field] ?? 'entity.names')),
                )}
              </p>
            )}
            {entry.reason && (
              <p>
                {t(`entity-reject.${entry.reason}`)}
                {entry.note !== '' && `: ${entry.note}`}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
