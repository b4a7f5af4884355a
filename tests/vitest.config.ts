import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { textModules } from './text-modules.js';

/** The tests that contributors run all day, in one process and from the sources. */
export default defineConfig({
  plugins: [textModules()],
  // Rules import the package by its own name, which must resolve to the sources here, not to the last build.
  resolve: { alias: { 'replylint/rule': fileURLToPath(new URL('../src/rule/index.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/languages-first.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A single worker loads and builds everything once for all files, whereas several workers would each have to do so.
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    // As in bin/replylint.js, optimization is delayed because most code ends before it has paid off.
    execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=1000000'] : [],
    tags: [{ name: 'property', description: 'holds for anything' }],
    // A missing page or snapshot is a failure. `npm run docs` creates it.
    update: 'none',
  },
});
