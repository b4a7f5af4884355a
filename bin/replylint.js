#!/usr/bin/env node
// CommonJS, because Node starts it in four fifths of the time of a module.
const HELP = ['--version', '-v', '--help', '-h'];
const words = process.argv.slice(2);
// To load a file takes a while, too: it has no answer to a path.
const answer = /^(?:-|version$|help$)/.test(words[0]) ? require('./answers.js').answerTo(words) : undefined;
if (answer === undefined) run();
else {
  // The reader may be gone, as with `| head`; any other failure must show.
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
  // Code compiled by other commands would replace the code that a lint run needs.
  if (!command.COMMANDS.includes(words[0]) && !words.some((word) => HELP.includes(word))) ran();
}
