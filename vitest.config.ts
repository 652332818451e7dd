import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    // Files of one process share what is loaded: programs, lexicons, databases and the thread that reads.
    isolate: false,
    maxWorkers: '100%',
    globalSetup: ['test/store/end-servers.ts'],
    setupFiles: ['test/property-seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A page on a busy machine takes longer than the one second that is usual.
    expect: { poll: { timeout: 15_000 } },
  },
});
