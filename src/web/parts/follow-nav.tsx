import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import './follow-nav.css';

/** What stands in the row itself: what most people need on most days. */
const FRONT = [
  ['/tasks/mine', 'mine.title'],
  ['/tasks', 'follow.tasks'],
  ['/sessions', 'follow.sessions'],
  ['/sides', 'sides.title'],
] as const;

/** What stands in the menu beside it, in two groups. */
const CHASING = [
  ['/tasks/ahead', 'escalations.title'],
  ['/tasks/urgings', 'urgings.title'],
  ['/tasks/ladder', 'ladder.title'],
  ['/papers', 'papers.title'],
  ['/tasks/sheets', 'sheets.title'],
  ['/tasks/evaluations', 'snapshots.title'],
] as const;
const REGISTERS = [
  ['/terms', 'follow.terms'],
  ['/quotas', 'follow.quotas'],
  ['/pairs', 'follow.pairs'],
  ['/dissemination', 'dissemination.title'],
] as const;

function More() {
  const { t } = useSpeech();
  const go = useNavigate();
  const { pathname } = useLocation();
  const here = [...CHASING, ...REGISTERS].find(([path]) => pathname === path);
  const item = ([path, name]: (typeof CHASING | typeof REGISTERS)[number]) => (
    <MenuItem key={path} id={path} className="option">
      {t(name)}
    </MenuItem>
  );
  return (
    <MenuTrigger>
      <Button className={`follow-more ${here ? 'active' : ''}`}>
        {t(here ? here[1] : 'follow.more')}
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <Menu
          className="options"
          aria-label={t('follow.more')}
          onAction={(to) => void go({ to: to as '/terms', search: {} })}
        >
          <MenuSection>
            <Header className="option-group">{t('follow.chasing')}</Header>
            {CHASING.map(item)}
          </MenuSection>
          <MenuSection>
            <Header className="option-group">{t('follow.registers')}</Header>
            {REGISTERS.map(item)}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The pages of following up, side by side: one place in the header for all of them. */
export function FollowNav() {
  const { t } = useSpeech();
  const { pathname } = useLocation();
  const isTask = /^\/tasks\/[^/]+$/.test(pathname) && ![...FRONT, ...CHASING].some(([path]) => path === pathname);
  return (
    <nav className="follow-nav" aria-label={t('follow.nav')}>
      {FRONT.map(([to, name]) => (
        <Link
          key={to}
          to={to}
          className={isTask && to === '/tasks' ? 'active' : ''}
          activeOptions={{ exact: to === '/tasks', includeSearch: false }}
        >
          {t(name)}
        </Link>
      ))}
      <More />
    </nav>
  );
}
