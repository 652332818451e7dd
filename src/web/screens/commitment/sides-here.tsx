import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../app/locale.tsx';
import type { Detail } from '../../data/queries.ts';
import { useSession } from '../../data/session.ts';
import { twoSidesQuery } from '../../data/sides.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { KeptBack } from '../../parts/kept-back.tsx';
import { Ledger } from '../../parts/ledger.tsx';

/**
 * How the sides have this commitment, once one of them has said something. On a machine without accounts there is another side only where
 * a node speaks for it.
 */
export function SidesHere({ detail }: { readonly detail: Detail }) {
  const { t } = useSpeech();
  const seat = useSession()?.seat ?? null;
  const asOf = useAsOf();
  const query = useQuery(twoSidesQuery(detail.id, asOf));
  const said =
    query.data?.sides.some(
      ({ own, reading, tasks }) => (seat !== null || !own) && (reading !== null || tasks.length > 0),
    ) ?? false;
  if (query.data === undefined || !said) return null;
  return (
    <section aria-labelledby="sides-here">
      <h2 id="sides-here">{t('sides.title')}</h2>
      <Ledger ledger={query.data} />
      {asOf === undefined && <KeptBack subject={detail.id} />}
    </section>
  );
}
