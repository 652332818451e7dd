export { UnitScreen } from './unit-screen.tsx';
