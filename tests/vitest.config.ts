import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { textModules } from './text-modules.js';

/** What contributors run all day: in one process, on the sources. */
export default defineConfig({
  plugins: [textModules()],
  // Rules import the package's own name: here it resolves to the sources, not to the last build.
  resolve: { alias: { 'replylint/rule': fileURLToPath(new URL('../src/rule/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/languages-first.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker loads and builds everything once for all files; several would each do so.
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    // Like bin/replylint.js: most code ends before optimizing it has paid off.
    execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : [],
    tags: [{ name: 'property', description: 'holds for anything' }],
    // A missing page or snapshot is a failure; `npm run docs` writes it.
    update: 'none',
  },
});
