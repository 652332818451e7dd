import { Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components';
import { formatPercent } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import type { EntityDetail } from '../../data/entities.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { Decides } from '../../parts/decides.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import type { DecideOnEntity } from '../../parts/use-entity-decisions.ts';

/** Entries that may be the same, and those that are by decision. */
export function Same({ detail, decide }: { readonly detail: EntityDetail; readonly decide: DecideOnEntity }) {
  const { locale, t } = useSpeech();
  const say = useEntityText();
  const explain = useErrorText();
  const { duplicates, merged, kind } = detail;
  const asOf = useAsOf();
  // The other entry names its own version: it is read first.
  const decideOther = async (id: string, verdict: Parameters<DecideOnEntity>[1]) => {
    try {
      await decide(await call('getEntity', { params: { id }, query: {} }), verdict);
    } catch (error) {
      toast({ text: explain(error), tone: 'failure' });
    }
  };
  return (
    <>
      {detail.decision !== 'merged' && duplicates.length > 0 && (
        <section aria-labelledby="duplicates">
          <h2 id="duplicates">{t('entity.duplicates')}</h2>
          <ul className="same-list">
            {duplicates.map(({ id, names, score }) => (
              <li key={id}>
                <Link to="/registers/$kind/$id" params={{ kind, id }} search={{ asOf }} dir="auto">
                  {say.name(names)}
                </Link>
                <span className="small soft">{formatPercent(locale, score)}</span>
                <Decides>
                  <Button
                    className="button small"
                    onPress={() => void decideOther(id, { type: 'merge', into: detail.id })}
                  >
                    {t('entity.merge-here')}
                  </Button>
                </Decides>
              </li>
            ))}
          </ul>
        </section>
      )}
      {merged.length > 0 && (
        <section aria-labelledby="merged">
          <h2 id="merged">{t('entity.merged')}</h2>
          <ul className="same-list">
            {merged.map(({ id, names }) => (
              <li key={id}>
                <Link to="/registers/$kind/$id" params={{ kind, id }} search={{ asOf }} dir="auto">
                  {say.name(names)}
                </Link>
                <Decides>
                  {' '}
                  <Button className="button small" onPress={() => void decideOther(id, { type: 'undo' })}>
                    {t('entity.take-out')}
                  </Button>
                </Decides>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
