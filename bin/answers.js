const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The path of the output for command lines whose answer never changes. The build writes it, keyed by the words of the
 * command line.
 */
const ANSWERS = join(__dirname, '../dist/answers.json');

/** The command lines that are answered without loading the command. */
const ASKED = [['--version'], ['-v'], ['version'], ['--help'], ['-h'], ['help'], ['--help', '--all']];

/**
 * Returns the answer to a command line.
 * @param {readonly string[]} words the words of the command line, without the program
 * @returns {string | undefined} undefined if the command must be loaded to answer it
 */
function answerTo(words) {
  const isAsked = ASKED.some((asked) => asked.length === words.length && asked.every((word, at) => word === words[at]));
  if (!isAsked) return undefined;
  try {
    return JSON.parse(readFileSync(ANSWERS, 'utf8'))[words.join(' ')];
  } catch {
    return undefined;
  }
}

module.exports = { ANSWERS, ASKED, answerTo };
