#!/usr/bin/env node
// CommonJS: Node starts it in four fifths of the time that a module takes.
const { answerTo } = require('./answers.js');

const HELP = ['--version', '-v', '--help', '-h'];
const words = process.argv.slice(2);
const answer = answerTo(words);
if (answer === undefined) run();
else {
  // The reader may have gone, as with `| head`; anything else that fails must show.
  process.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`replylint: the report could not be written (${code})\n`);
    process.exitCode = 2;
  });
  process.stdout.write(answer);
}

async function run() {
  const { isBuilt, load } = require('./command.js');
  if (!isBuilt()) {
    process.stderr.write('replylint: not built yet; run `npm ci` (or `npm run build`) in its folder\n');
    process.exitCode = 2;
    return;
  }
  const { command, ran } = load({ keep: !words.includes('--untrusted') });
  await command.run();
  // What other commands compile would be kept in place of what a run over files needs.
  if (!command.COMMANDS.includes(words[0]) && !words.some((word) => HELP.includes(word))) ran();
}
