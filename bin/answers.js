const { readFileSync } = require('node:fs');
const { join } = require('node:path');

/** The output for command lines whose answer never changes, keyed by their words. Written by the build. */
const ANSWERS = join(__dirname, '../dist/answers.json');

/** Answers these command lines without loading the command. */
const ASKED = [['--version'], ['-v'], ['version'], ['--help'], ['-h'], ['help'], ['--help', '--all']];

/**
 * The answer to a command line.
 * @param {readonly string[]} words without the program
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
