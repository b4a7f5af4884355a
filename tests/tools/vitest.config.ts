import { defineConfig } from 'vitest/config';
import config from '../vitest.config.js';

/** Tests that need separate processes, a lot of memory, or tools that are not on npm. */
export default defineConfig({
  ...config,
  test: {
    include: ['tests/tools/**/*.tools.ts'],
    globalSetup: ['tests/tools/tools-first.ts', 'tests/built.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
