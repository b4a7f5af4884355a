import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { plural } from './totals.js';
import { levelOf, ruleIdOf, wordsOf } from './words.js';

/** One line a finding, in the layout of ESLint's `compact`, which editors know. */
export const compact: Reporter = (results, { cwd }) => {
  const lines = results.flatMap(({ filePath, messages }) =>
    messages.map((message) => {
      const level = levelOf(message) === 'error' ? 'Error' : 'Warning';
      const { line, column } = message;
      return `${safe(shownPath(filePath, cwd))}: line ${line}, col ${column}, ${level} - ${safe(wordsOf(message))} (${safe(ruleIdOf(message))})\n`;
    }),
  );
  return lines.length === 0 ? '' : `${lines.join('')}\n${plural(lines.length, 'problem')}\n`;
};
