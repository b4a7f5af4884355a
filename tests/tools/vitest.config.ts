import { defineConfig } from 'vitest/config';

/** What needs tools from outside npm: run by `npm run test:tools`. */
export default defineConfig({
  test: {
    include: ['tests/tools/**/*.tools.ts'],
    globalSetup: ['tests/tools/tools-first.ts', 'tests/build-first.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
