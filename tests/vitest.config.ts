import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { textModules } from './text-modules.js';

/** What a contributor runs all day: in one process, on the sources. */
export default defineConfig({
  plugins: [textModules()],
  // Rules name the package's own door: here it leads to the sources, not to what was built last.
  resolve: { alias: { 'replylint/rule': fileURLToPath(new URL('../src/rule/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/languages-first.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker loads the modules, and builds what they build, once for all files; several would each do so.
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    // As bin/replylint.js does: most code is over before compiling it for speed has paid.
    execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : [],
    tags: [{ name: 'property', description: 'holds for anything' }],
    // A page or snapshot that is missing is a failure; `npm run docs` writes it.
    update: 'none',
  },
});
