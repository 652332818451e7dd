export { LadderScreen } from './ladder-screen.tsx';
