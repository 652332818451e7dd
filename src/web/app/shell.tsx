import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { useServerGone } from '../data/connection.ts';
import { bodyNamesQuery } from '../data/queries.ts';
import { useSession } from '../data/session.ts';
import { ConflictWindow } from '../parts/conflict-window.tsx';
import { FollowNav } from '../parts/follow-nav.tsx';
import { NoticeNav } from '../parts/notice-nav.tsx';
import { Skeleton } from '../parts/states.tsx';
import { Toasts } from '../parts/toasts.tsx';
import { SignInScreen } from '../screens/access/index.ts';
import { useSpeech } from './locale.tsx';
import { SeatMenu } from './seat-menu.tsx';
import './shell.css';
import { ThemeButton } from './theme.tsx';

/** Each language by its own name: whoever looks for it reads it. */
const OWN_NAMES: Readonly<Record<Locale, { readonly short: string; readonly full: string }>> = {
  vi: { short: 'VI', full: 'Tiếng Việt' },
  en: { short: 'EN', full: 'English' },
  zh: { short: '中', full: '中文' },
};

function LanguageSwitch() {
  const { locale, t, setLocale } = useSpeech();
  return (
    <ToggleButtonGroup
      className="languages"
      aria-label={t('shell.language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[locale]}
      onSelectionChange={(keys) => setLocale([...keys][0] as Locale)}
    >
      {LOCALES.map((each) => (
        <ToggleButton key={each} id={each} className="language" aria-label={OWN_NAMES[each].full}>
          <span lang={each}>
            <span className="language-full">{OWN_NAMES[each].full}</span>
            <span className="language-short">{OWN_NAMES[each].short}</span>
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function ServerBanner() {
  const { t } = useSpeech();
  const gone = useServerGone();
  return (
    <div role="status" aria-live="polite">
      {gone && <p className="banner">{t('shell.server-gone')}</p>}
    </div>
  );
}

/** Whether nobody is signed in where people sign in: no page of the register opens then. */
function useShut(): boolean {
  const session = useSession();
  return session?.mode === 'accounts' && session.person === null;
}

/** The page asked for, once it is known who asks; the sign-in page where that is nobody. */
function Inside() {
  const { t } = useSpeech();
  const session = useSession();
  const shut = useShut();
  const { pathname } = useLocation();
  if (session === undefined) return <Skeleton lines={8} />;
  if (session.mode === 'not-here') return <p className="notice">{t('access.not-here')}</p>;
  if (shut && pathname !== '/invitation') return <SignInScreen />;
  return (
    <>
      {!shut && <BodyNames />}
      <Outlet />
    </>
  );
}

/** Has every page say bodies that no register knows as texts in its language call them. */
function BodyNames() {
  const { learn } = useSpeech();
  const { data } = useQuery(bodyNamesQuery);
  useEffect(() => {
    if (data !== undefined) learn(data);
  }, [data, learn]);
  return null;
}

/** Pages that belong to following up: one place in the header for all of them. */
const FOLLOW_UP = /^\/(tasks|sessions|sides|terms|quotas|pairs|dissemination)(\/|$)/;

/** What stands around every page of following up. */
export function FollowUp() {
  return (
    <>
      <FollowNav />
      <Outlet />
    </>
  );
}

/** What stands around every page of notices. */
export function Notices() {
  return (
    <>
      <NoticeNav />
      <Outlet />
    </>
  );
}

/** Pages of notices: one place in the header for all of them. */
const NOTICES = /^\/(duty|notices|water|gates|alerts)(\/|$)/;

/** What stands around every page. */
export function Shell() {
  const { t } = useSpeech();
  const { pathname } = useLocation();
  const shut = useShut();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="shell-header">
        <Link to="/" className="brand">
          Servanda
        </Link>
        {!shut && (
          <nav aria-label={t('shell.pages')} className="shell-nav">
            <Link to="/" activeOptions={{ exact: true }}>
              {t('shell.documents')}
            </Link>
            <Link to="/commitments">{t('shell.commitments')}</Link>
            <Link to="/tasks" className={FOLLOW_UP.test(pathname) ? 'active' : ''}>
              {t('shell.tasks')}
            </Link>
            <Link to="/duty" className={NOTICES.test(pathname) ? 'active' : ''}>
              {t('shell.notices')}
            </Link>
            <Link to="/registers">{t('shell.registers')}</Link>
            <Link to="/changes">{t('shell.changes')}</Link>
            <Link to="/cascade">{t('shell.cascade')}</Link>
            <Link to="/teach">{t('shell.teach')}</Link>
          </nav>
        )}
        <div className="shell-choices">
          <SeatMenu />
          <LanguageSwitch />
          <ThemeButton />
        </div>
      </header>
      <ServerBanner />
      <main id="main" tabIndex={-1}>
        <Inside />
      </main>
      <Toasts />
      <ConflictWindow />
    </>
  );
}
