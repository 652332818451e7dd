export { PapersScreen } from './papers-screen.tsx';
