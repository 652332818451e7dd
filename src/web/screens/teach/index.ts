export { TeachScreen } from './teach-screen.tsx';
