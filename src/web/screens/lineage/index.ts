export { CascadeScreen } from './cascade-screen.tsx';
export { ChangesScreen } from './changes-screen.tsx';
export { ThreadScreen } from './thread-screen.tsx';
