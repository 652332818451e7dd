export { EvaluationsScreen } from './evaluations-screen.tsx';
