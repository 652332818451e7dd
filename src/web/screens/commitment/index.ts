export { CommitmentScreen } from './commitment-screen.tsx';
