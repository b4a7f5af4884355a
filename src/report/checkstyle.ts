import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { levelOf, ruleIdOf, wordsOf } from './words.js';
import { attributes } from './xml-text.js';

/** Checkstyle's XML format, which is supported by Jenkins, reviewdog and many other tools. */
export const checkstyle: Reporter = (results, { cwd, failures }) => {
  const checked = results.filter(({ skipped }) => !skipped);
  const files = checked.map(({ filePath, messages }) => {
    const errors = messages.map(
      (message) =>
        `    <error${attributes({
          line: message.line,
          column: message.column,
          severity: levelOf(message),
          message: safe(wordsOf(message)),
          source: `replylint.${ruleIdOf(message)}`,
        })}/>\n`,
    );
    const name = attributes({ name: shownPath(filePath, cwd) });
    return errors.length === 0 ? `  <file${name}/>\n` : `  <file${name}>\n${errors.join('')}  </file>\n`;
  });
  const failed = failures.map((line) => {
    const error = { line: 1, column: 1, severity: 'error', message: safe(line), source: 'replylint.not-checked' };
    return `    <error${attributes(error)}/>\n`;
  });
  if (failed.length > 0) files.push(`  <file name=".">\n${failed.join('')}  </file>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
};
