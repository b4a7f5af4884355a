#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

// Most runs are over before code that was optimised for speed has paid for the time that this took: in Node 20 a third of
// the time of a short run goes there. One over a thousand files gains, too; one over ten thousand replies takes a tenth
// longer. Later versions have a middle tier and do not know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

if (!existsSync(new URL('../dist/cli.js', import.meta.url))) {
  process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
  process.exitCode = 2;
} else {
  const { run } = await import('../dist/cli.js');
  await run();
}
