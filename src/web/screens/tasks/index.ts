export { AheadScreen } from './ahead-screen.tsx';
export { MineScreen } from './mine-screen.tsx';
export { TasksScreen } from './tasks-screen.tsx';
export { UrgingsScreen } from './urgings-screen.tsx';
