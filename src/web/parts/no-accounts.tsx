import { Link } from '@tanstack/react-router';
import { useSpeech } from '../app/locale.tsx';
import { Empty } from './states.tsx';

/** A machine without accounts has no people and no passwords: setting accounts up makes the first. */
export function NoAccounts() {
  const { t } = useSpeech();
  return (
    <Empty title={t('seat.open')}>
      <p>{t('access.set-up-why')}</p>
      <Link to="/set-up" className="button primary">
        {t('access.set-up')}
      </Link>
    </Empty>
  );
}
