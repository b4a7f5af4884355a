#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { BUNDLE, load } from './command.js';

if (!existsSync(BUNDLE)) {
  process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
  process.exitCode = 2;
} else {
  const { command, ran } = load({ keep: !process.argv.includes('--untrusted') });
  await command.run();
  ran();
}
