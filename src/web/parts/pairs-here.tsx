import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/locale.tsx';
import { pairsQuery } from '../data/pairs.ts';
import { useAsOf } from './as-of.tsx';
import { useSeriesText } from './series-text.ts';

/** The paired milestones of commitments, or of a gate: how far both sides are with the one object. */
export function PairsHere({
  commitments = [],
  gate,
}: {
  readonly commitments?: readonly string[];
  readonly gate?: string;
}) {
  const { t } = useSpeech();
  const say = useSeriesText();
  const asOf = useAsOf();
  const rows = (useQuery(pairsQuery(asOf)).data?.rows ?? []).filter(
    (row) =>
      (row.commitment !== null && commitments.includes(row.commitment)) || (gate !== undefined && row.gate === gate),
  );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="pairs-here">
      <h2 id="pairs-here">{t('follow.pairs')}</h2>
      <ul className="chain">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/pairs" search={{ asOf }} hash={`pair-${row.id}`} dir="auto">
              {row.title}
            </Link>
            <span className="small">{t(`pair-standing.${row.standing}`)}</span>
            {row.behind.length > 0 && (
              <span className="small soft">
                {say.parties(row.behind)}: {t('pair.not-yet')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
