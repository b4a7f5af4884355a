#!/usr/bin/env node
// This file is CommonJS because Node starts it 20% faster than an ES module.
const HELP = ['--version', '-v', '--help', '-h'];
const words = process.argv.slice(2);
// Loading `answers.js` takes time too, and it has no answer to a path, so it is loaded only for options and commands
// that it can answer.
const answer = /^(?:-|version$|help$)/.test(words[0]) ? require('./answers.js').answerTo(words) : undefined;
if (answer === undefined) run();
else {
  // A closed pipe, as with `| head`, is not an error. All other failures are reported.
  process.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE') return;
    process.stderr.write(`replylint: the report could not be written (${code})\n`);
    process.exitCode = 2;
  });
  process.stdout.write(answer);
}

async function run() {
  const { isBuilt, load, setFlags } = require('./command.js');
  if (!isBuilt()) {
    process.stderr.write('replylint: not built; run `npm ci` or `npm run build` in the replylint folder\n');
    process.exitCode = 2;
    return;
  }
  const { command, ran } = load({ keep: !words.includes('--untrusted') });
  setFlags('short');
  await command.run();
  // The cache is not written after other commands, because their code would replace the code that a lint run needs.
  if (!command.COMMANDS.includes(words[0]) && !words.some((word) => HELP.includes(word))) ran();
}
