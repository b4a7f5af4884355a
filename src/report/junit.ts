import type { LintMessage, LintResult } from '../model/finding.js';
import type { Reporter } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { insteadOf, ruleIdOf, wordsOf } from './words.js';
import { attributes, xmlText } from './xml-text.js';

/**
 * JUnit XML in Ant's schema, with one suite per file and one test per finding. Errors fail; unchecked files are errors
 * of their suite; warnings pass and are listed in the suite's `system-out`. A clean file has one passing test and a
 * skipped file one skipped test; documentation and code files have no tests. Findings without a file have their own
 * suite.
 */
export const junit: Reporter = (results, { cwd, now, failures }) => {
  const run = { timestamp: now.toISOString().slice(0, 19), hostname: 'localhost', time: 0 };
  const files = results.filter(({ skipped }) => skipped?.kind !== 'documentation' && skipped?.kind !== 'code');
  const suites = files.map((result) => fileSuite(result, safe(shownPath(result.filePath, cwd))));
  if (failures.length > 0 || suites.length === 0) suites.push(runSuite(failures));
  const texts = suites.map((suite, id) => inXml(suite, { id, ...run }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${texts.join('')}</testsuites>\n`;
};

interface Suite {
  readonly name: string;
  readonly counts: { readonly tests: number; readonly failures: number; readonly errors: number };
  readonly cases: readonly string[];
  /** The text of the `system-out` element. */
  readonly said: string;
}

function inXml({ name, counts, cases, said }: Suite, run: Readonly<Record<string, string | number>>): string {
  const { id = 0, ...others } = run;
  return [
    `  <testsuite${attributes({ package: 'org.replylint', id, name, ...others, ...counts })}>\n    <properties/>\n`,
    ...cases,
    said === '' ? '    <system-out/>\n' : `    <system-out>${xmlText(said).replaceAll('&#10;', '\n')}</system-out>\n`,
    '    <system-err/>\n  </testsuite>\n',
  ].join('');
}

function fileSuite(result: LintResult, name: string): Suite {
  const { messages } = result;
  const fatal = messages.filter((message) => message.fatal);
  const warnings = messages.filter(({ severity }) => severity === 1);
  const counts = {
    tests: Math.max(1, messages.length),
    failures: messages.length - fatal.length - warnings.length,
    errors: fatal.length,
  };
  const cases = messages.map((message) => testCase(message, name));
  if (cases.length === 0) cases.push(withoutFindings(name, result.skipped?.reason));
  return { name, counts, cases, said: warnings.map((message) => `${lineOf(message, name)}\n`).join('') };
}

/** The suite for findings without a file. */
function runSuite(failed: readonly string[]): Suite {
  const name = 'replylint';
  const counts = { tests: Math.max(1, failed.length), failures: 0, errors: failed.length };
  const cases = failed.map((line, index) => {
    const opened = attributes({ name: `not-checked ${index + 1}`, classname: name, time: 0 });
    const error = attributes({ message: safe(line), type: 'not-checked' });
    return `    <testcase${opened}>\n      <error${error}>${xmlText(safe(line))}</error>\n    </testcase>\n`;
  });
  if (cases.length === 0) cases.push(withoutFindings(name, undefined));
  return { name, counts, cases, said: '' };
}

function withoutFindings(classname: string, skipped: string | undefined): string {
  if (skipped === undefined) return `    <testcase${attributes({ name: 'no findings', classname, time: 0 })}/>\n`;
  const reason = attributes({ message: safe(`not checked: ${skipped}`) });
  return `    <testcase${attributes({ name: 'skipped', classname, time: 0 })}>\n      <skipped${reason}/>\n    </testcase>\n`;
}

/** The name of a test includes its rule and position because CI systems merge tests with the same name. */
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
