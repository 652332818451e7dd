export { SeriesScreen } from './series-screen.tsx';
