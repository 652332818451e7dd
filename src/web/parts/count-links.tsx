import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../i18n/index.ts';
import type { Decision } from '../../register/index.ts';
import { KINDS, type Kind } from '../../vocabulary/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { RegisterSearch } from '../app/search.ts';
import type { Counts } from '../data/queries.ts';
import './count-links.css';

/** All decisions but rejection: what the counts by kind count. */
const STANDING: Decision[] = ['undecided', 'confirmed', 'corrected'];

function CountLink({
  count,
  label,
  search,
}: {
  readonly count: number;
  readonly label: string;
  readonly search: RegisterSearch;
}) {
  const { locale } = useSpeech();
  return (
    <Link to="/commitments" search={search} className="count-link">
      <b>{formatNumber(locale, count)}</b> {label}
    </Link>
  );
}

/** How many of what; every number opens the list behind it. Zeros are left out, but for the commitments. */
export function CountLinks({ counts, narrowed }: { readonly counts: Counts; readonly narrowed: RegisterSearch }) {
  const { t } = useSpeech();
  const kinds = KINDS.filter((kind: Kind) => kind === 'commitment' || counts[kind] > 0);
  const decisions = (['undecided', 'confirmed', 'corrected', 'rejected'] as const).filter((each) => counts[each] > 0);
  return (
    <ul className="count-links">
      {kinds.map((kind) => (
        <li key={kind}>
          <CountLink
            count={counts[kind]}
            label={t(`count.${kind}`, { count: counts[kind] })}
            search={{ ...narrowed, kind: [kind], decision: STANDING }}
          />
        </li>
      ))}
      {decisions.length > 0 && <li className="count-gap" aria-hidden="true" />}
      {decisions.map((decision) => (
        <li key={decision}>
          <CountLink
            count={counts[decision]}
            label={t(`count.${decision}`)}
            search={{ ...narrowed, decision: [decision] }}
          />
        </li>
      ))}
      {counts.lost > 0 && (
        <li>
          <CountLink count={counts.lost} label={t('count.lost')} search={{ ...narrowed, anchored: 'false' }} />
        </li>
      )}
    </ul>
  );
}
