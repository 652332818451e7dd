export { AlertsScreen } from './alerts-screen.tsx';
export { GatesScreen } from './gates-screen.tsx';
export { IssueScreen } from './issue-screen.tsx';
export { NoticeScreen } from './notice-screen.tsx';
export { NoticesScreen } from './notices-screen.tsx';
