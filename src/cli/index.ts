export { packageVersion, ROOT } from './package.ts';
export { ensurePages } from './pages.ts';
export { run } from './program.ts';
