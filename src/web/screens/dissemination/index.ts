export { DisseminationScreen } from './dissemination-screen.tsx';
