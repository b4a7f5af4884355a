#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { BUNDLE, load } from './command.js';

if (!existsSync(BUNDLE)) {
  process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
  process.exitCode = 2;
} else {
  const asks = (...names) => process.argv.some((argument) => names.includes(argument));
  // What little these compile is not worth keeping, and would be kept in place of what a run needs.
  const keep = !asks('--untrusted', '--version', '-v', '-V', '--help', '-h');
  const { command, ran } = load({ keep });
  await command.run();
  ran();
}
