import { defineConfig } from 'vitest/config';

/** What `npm run test:all` adds: processes, memory, and tools from outside npm. */
export default defineConfig({
  resolve: { conditions: ['replylint-src'] },
  ssr: { resolve: { conditions: ['replylint-src'] } },
  test: {
    include: ['tests/tools/**/*.tools.ts'],
    globalSetup: ['tests/tools/tools-first.ts', 'tests/build-first.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
