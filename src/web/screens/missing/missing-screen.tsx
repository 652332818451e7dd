import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../app/locale.tsx';

/** An address that leads nowhere. */
export function MissingScreen() {
  const { t } = useSpeech();
  return (
    <div className="page">
      <title>{`${t('missing.title')} · Servanda`}</title>
      <div className="notice">
        <h1>{t('missing.title')}</h1>
        <p>{t('missing.explain')}</p>
        <Link to="/" className="button">
          {t('missing.documents')}
        </Link>
      </div>
    </div>
  );
}
