import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../app/locale.tsx';
import './tasks.css';

/** The pages about tasks, one beside the other. */
export function TaskTabs() {
  const { t } = useSpeech();
  return (
    <nav className="task-tabs" aria-label={t('tasks.title')}>
      <Link to="/tasks" activeOptions={{ exact: true, includeSearch: false }}>
        {t('tasks.title')}
      </Link>
      <Link to="/tasks/mine">{t('mine.title')}</Link>
    </nav>
  );
}
