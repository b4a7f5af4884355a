import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Tests run on the sources: the package's own name leads to them, not to what was built last.
  resolve: { conditions: ['replylint-src'] },
  ssr: { resolve: { conditions: ['replylint-src'] } },
  test: { include: ['tests/**/*.test.ts'], globalSetup: ['tests/build-first.ts'], testTimeout: 60_000 },
});
