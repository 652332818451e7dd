export { SidesScreen } from './sides-screen.tsx';
