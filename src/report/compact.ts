import { inPieces } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { plural } from './totals.js';
import { levelOf, ruleIdOf, wordsOf } from './words.js';

/** One line per finding, in the layout of ESLint's `compact` formatter, which editors can parse. */
export const compact = inPieces(function* (results, { cwd }) {
  let count = 0;
  for (const { filePath, messages } of results) {
    const lines = messages.map((message) => {
      const level = levelOf(message) === 'error' ? 'Error' : 'Warning';
      const { line, column } = message;
      return `${safe(shownPath(filePath, cwd))}: line ${line}, col ${column}, ${level} - ${safe(wordsOf(message))} (${safe(ruleIdOf(message))})\n`;
    });
    count += lines.length;
    if (lines.length > 0) yield lines.join('');
  }
  if (count > 0) yield `\n${plural(count, 'problem')}\n`;
});
