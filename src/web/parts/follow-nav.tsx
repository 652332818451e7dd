import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/locale.tsx';
import './follow-nav.css';

/** The pages of following up, side by side: one place in the header for all of them. */
export function FollowNav() {
  const { t } = useSpeech();
  return (
    <nav className="follow-nav" aria-label={t('follow.nav')}>
      <Link to="/tasks" activeOptions={{ exact: true, includeSearch: false }}>
        {t('follow.tasks')}
      </Link>
      <Link to="/tasks/mine">{t('mine.title')}</Link>
      <Link to="/tasks/urgings">{t('urgings.title')}</Link>
      <Link to="/tasks/sheets">{t('sheets.title')}</Link>
      <Link to="/tasks/evaluations" activeOptions={{ includeSearch: false }}>
        {t('snapshots.title')}
      </Link>
      <Link to="/sessions">{t('follow.sessions')}</Link>
      <Link to="/sides">{t('sides.title')}</Link>
      <Link to="/terms" activeOptions={{ includeSearch: false }}>
        {t('follow.terms')}
      </Link>
      <Link to="/quotas">{t('follow.quotas')}</Link>
      <Link to="/pairs">{t('follow.pairs')}</Link>
    </nav>
  );
}
