import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a contributor runs all day: everything in the process. */
export default defineConfig({
  // Rules name the package's own door: here it leads to the sources, not to what was built last.
  resolve: { alias: { 'replylint/rule': fileURLToPath(new URL('../src/rule/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-first.ts'],
    testTimeout: 60_000,
    // Modules and what is built from phrases are shared by all files; a second worker would build them again.
    isolate: false,
    pool: 'threads',
    maxWorkers: 1,
    // A page that is missing is a failure; `npm run docs` writes it.
    update: 'none',
  },
});
