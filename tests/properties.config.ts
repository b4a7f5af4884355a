import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import config from './vitest.config.js';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.test.ts') && readFileSync(join(folder, path), 'utf8').includes('PROPERTY'),
);

/** Runs the property tests again with many more examples. Use it with `--tags-filter property`. */
export default defineConfig({
  ...config,
  test: {
    ...config.test,
    include: files.map((path) => `tests/${path}`),
    env: { REPLYLINT_RUNS: '10' },
    testTimeout: 600_000,
  },
});
