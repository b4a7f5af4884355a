#!/usr/bin/env node
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../dist/cli.js', import.meta.url))) {
  process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
  process.exitCode = 2;
} else {
  const { run } = await import('../dist/cli.js');
  await run();
}
