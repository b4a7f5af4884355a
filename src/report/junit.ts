import type { LintMessage, LintResult } from '../model/finding.js';
import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { insteadOf, ruleIdOf, wordsOf } from './words.js';
import { attributes, xmlText } from './xml-text.js';

/** Nothing here is a clock's: the same findings give the same bytes. Consumers want the attributes all the same. */
const RUN = { timestamp: '1970-01-01T00:00:00', hostname: 'localhost', time: 0 };

/**
 * JUnit's XML as Ant's schema has it: a suite a file, a test a finding. Errors fail; what could not be checked is an
 * error of the suite; warnings pass and are told in the suite's `system-out`. A clean file has one test that passes, a
 * skipped file one test that is skipped.
 */
export const junit: Reporter = (results, { cwd }) => {
  const suites = results.map((result, id) => suite(result, safe(shownPath(result.filePath, cwd)), id));
  if (suites.length === 0) suites.push(suite(undefined, 'replylint', 0));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
};

function suite(result: LintResult | undefined, name: string, id: number): string {
  const messages = result?.messages ?? [];
  const fatal = messages.filter((message) => message.fatal);
  const warnings = messages.filter(({ severity }) => severity === 1);
  const counts = {
    tests: Math.max(1, messages.length),
    failures: messages.length - fatal.length - warnings.length,
    errors: fatal.length,
  };
  const cases = messages.map((message) => testCase(message, name));
  if (cases.length === 0) cases.push(withoutFindings(result, name));
  const said = warnings.map((message) => `${lineOf(message, name)}\n`).join('');
  return [
    `  <testsuite${attributes({ package: 'org.replylint', id, name, ...RUN, ...counts })}>\n    <properties/>\n`,
    ...cases,
    said === '' ? '    <system-out/>\n' : `    <system-out>${xmlText(said).replaceAll('&#10;', '\n')}</system-out>\n`,
    '    <system-err/>\n  </testsuite>\n',
  ].join('');
}

function withoutFindings(result: LintResult | undefined, classname: string): string {
  if (!result?.skipped) return `    <testcase${attributes({ name: 'no findings', classname, time: 0 })}/>\n`;
  const reason = attributes({ message: safe(`not checked: ${result.skipped.reason}`) });
  return `    <testcase${attributes({ name: 'skipped', classname, time: 0 })}>\n      <skipped${reason}/>\n    </testcase>\n`;
}

/** Rule and place: CI systems take two tests of one name for one. */
function testCase(message: LintMessage, path: string): string {
  const rule = ruleIdOf(message);
  const name = `org.replylint.${rule} ${message.line}:${message.column}`;
  const opened = `    <testcase${attributes({ name: safe(name), classname: path, time: 0 })}`;
  if (message.severity === 1) return `${opened}/>\n`;
  const kind = message.fatal ? 'error' : 'failure';
  const failed = attributes({ message: safe(wordsOf(message)), type: rule });
  return `${opened}>\n      <${kind}${failed}>${xmlText(lineOf(message, path))}</${kind}>\n    </testcase>\n`;
}

function lineOf(message: LintMessage, path: string): string {
  const instead = insteadOf(message).map((text) => ` Instead: ${safe(text)}`);
  return `${path}:${message.line}:${message.column}: ${safe(wordsOf(message))} (${safe(ruleIdOf(message))})${instead.join('')}`;
}
