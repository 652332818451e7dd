import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The pages. `vite` serves them while they are written, in front of a running server; `vite build` makes dist/web. */
export default defineConfig({
  publicDir: 'src/web/public',
  plugins: [react()],
  build: { outDir: 'dist/web', emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 1600 },
  server: { port: 4701, proxy: { '/api': process.env.SERVANDA_SERVER ?? 'http://localhost:4700' } },
});
