export { CommitmentsScreen } from './commitments-screen.tsx';
