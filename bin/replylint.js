#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { answerTo } from './answers.js';

const HELP = ['--version', '-v', '--help', '-h'];
const words = process.argv.slice(2);
const answer = answerTo(words);
if (answer !== undefined) {
  // The reader may have gone, as with `| head`; anything else that fails must show.
  process.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`replylint: the report could not be written (${code})\n`);
    process.exitCode = 2;
  });
  process.stdout.write(answer);
} else {
  const { BUNDLE, load } = await import('./command.js');
  if (!existsSync(BUNDLE)) {
    process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
    process.exitCode = 2;
  } else {
    const { command, ran } = load({ keep: !words.includes('--untrusted') });
    await command.run();
    // What other commands compile would be kept in place of what a run over files needs.
    if (!command.COMMANDS.includes(words[0]) && !words.some((word) => HELP.includes(word))) ran();
  }
}
