export { EntitiesScreen } from './entities-screen.tsx';
