import { filesIn, messagesIn } from './files.js';
import { inPieces } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { levelOf, ruleIdOf, wordsOf } from './words.js';
import { attributes } from './xml-text.js';

/** Checkstyle's XML format, which is supported by Jenkins, reviewdog and many other tools. */
export const checkstyle = inPieces(function* (results, { cwd, failures }) {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  for (const file of filesIn(results)) {
    const { filePath, skipped } = file.sum;
    if (skipped) continue;
    const name = attributes({ name: shownPath(filePath, cwd) });
    let isOpen = false;
    for (const { message } of messagesIn(file)) {
      if (!isOpen) yield `  <file${name}>\n`;
      isOpen = true;
      const { line, column } = message;
      const said = { message: safe(wordsOf(message)), source: `replylint.${ruleIdOf(message)}` };
      yield `    <error${attributes({ line, column, severity: levelOf(message), ...said })}/>\n`;
    }
    yield isOpen ? '  </file>\n' : `  <file${name}/>\n`;
  }
  const failed = failures.map((line) => {
    const error = { line: 1, column: 1, severity: 'error', message: safe(line), source: 'replylint.not-checked' };
    return `    <error${attributes(error)}/>\n`;
  });
  if (failed.length > 0) yield `  <file name=".">\n${failed.join('')}  </file>\n`;
  yield '</checkstyle>\n';
});
