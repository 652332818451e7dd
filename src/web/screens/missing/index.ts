export { FailedScreen } from './failed-screen.tsx';
export { MissingScreen } from './missing-screen.tsx';
