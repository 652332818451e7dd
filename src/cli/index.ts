export { ensurePages } from './pages.ts';
export { run } from './program.ts';
