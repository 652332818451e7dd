export { PublishingScreen } from './publishing-screen.tsx';
export { PublishingWorkScreen } from './publishing-work-screen.tsx';
