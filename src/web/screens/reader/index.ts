export { ReaderScreen } from './reader-screen.tsx';
