import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/locale.tsx';
import './follow-nav.css';

const PAGES = [
  ['/duty', 'notices.duty'],
  ['/notices', 'notices.title'],
  ['/duty/roster', 'notices.rosters'],
  ['/water', 'water-page.title'],
  ['/gates', 'gates.title'],
  ['/alerts', 'alerts.title'],
] as const;

/** The pages of notices, side by side: one place in the header for all of them. */
export function NoticeNav() {
  const { t } = useSpeech();
  return (
    <nav className="follow-nav" aria-label={t('notices.nav')}>
      {PAGES.map(([to, name]) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/duty', includeSearch: false }}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
