import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { COVERAGE_STATES, type Look } from '../../app/search.ts';
import type { Coverage, OpenWork } from '../../data/queries.ts';

type OpenText = OpenWork['texts'][number];

/** How much of the text was read as what, as one line; what is unread or doubtful opens its list in the Reader. */
export function CoverageLine({
  coverage,
  id,
  doubtful,
}: {
  readonly coverage: Coverage;
  readonly id: string;
  readonly doubtful: number;
}) {
  const { locale, t } = useSpeech();
  const shares = COVERAGE_STATES.filter((state) => coverage[state] > 0);
  const open: (readonly [Look, number])[] = [
    ['unread', coverage.unread],
    ['doubtful', doubtful + coverage.unread],
  ];
  return (
    <div className="coverage-line">
      <span className="coverage-track" aria-hidden="true">
        {shares.map((state) => (
          <i key={state} className={`share ${state}`} style={{ flexGrow: coverage[state] }} />
        ))}
      </span>
      <span className="small soft open-points">
        <span>{t('coverage.sentences', { count: coverage.sentences })}</span>
        {open
          .filter(([, count]) => count > 0)
          .map(([look, count]) => (
            <Link key={look} to="/read/$expressionId" params={{ expressionId: id }} search={{ coverage: look }}>
              {formatNumber(locale, count)} {t(`coverage.${look}`)}
            </Link>
          ))}
      </span>
    </div>
  );
}

/** Fields of what the file is that nobody has confirmed, and oddities of the source: both open the Reader there. */
export function OpenInFile({ open: { expressionId, toConfirm, oddities } }: { readonly open: OpenText }) {
  const { t } = useSpeech();
  if (toConfirm + oddities === 0) return null;
  const link = { to: '/read/$expressionId', params: { expressionId }, search: { what: 'open' } } as const;
  return (
    <p className="small open-points">
      {toConfirm > 0 && <Link {...link}>{t('identity.to-confirm', { count: toConfirm })}</Link>}
      {oddities > 0 && <Link {...link}>{t('oddity.count', { count: oddities })}</Link>}
    </p>
  );
}

/** The works that came in one file with this one. */
export function LinkedWorks({ links }: { readonly links: OpenWork['links'] }) {
  const { t } = useSpeech();
  return (
    <ul className="linked-works">
      {links.map(({ workId, title, relation, carries, expressionId }) => (
        <li key={workId}>
          <span className="soft">
            {carries ? t(`identity.carries.${relation}`) : t(`identity.carried.${relation}`)}
          </span>{' '}
          {expressionId ? (
            <Link to="/read/$expressionId" params={{ expressionId }} dir="auto">
              {title}
            </Link>
          ) : (
            <span dir="auto">{title}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
