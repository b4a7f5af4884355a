import type { LintMessage } from '../model/finding.js';
import { filesIn, messagesIn, type ReportedFile } from './files.js';
import { inPieces } from './reporter.js';
import { safe, shownPath } from './safe.js';
import { insteadOf, ruleIdOf, wordsOf } from './words.js';
import { attributes, xmlText } from './xml-text.js';

/**
 * JUnit XML in Ant's schema, with one suite per file and one test per finding. Errors fail; unchecked files are errors
 * of their suite; warnings pass and are listed in the suite's `system-out`. A clean file has one passing test and a
 * skipped file one skipped test; documentation and code files have no tests. Findings without a file have their own
 * suite.
 */
export const junit = inPieces(function* (results, { cwd, now, failures }) {
  const run = { timestamp: now.toISOString().slice(0, 19), hostname: 'localhost', time: 0 };
  let id = 0;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  for (const file of filesIn(results)) {
    const { filePath, skipped } = file.sum;
    if (skipped?.kind === 'documentation' || skipped?.kind === 'code') continue;
    yield* inXml(fileSuite(file, safe(shownPath(filePath, cwd))), { id, ...run });
    id += 1;
  }
  if (failures.length > 0 || id === 0) yield* inXml(runSuite(failures), { id, ...run });
  yield '</testsuites>\n';
});

interface Suite {
  readonly name: string;
  readonly counts: { readonly tests: number; readonly failures: number; readonly errors: number };
  readonly cases: Iterable<string>;
  /** The lines of the `system-out` element. */
  readonly said: Iterable<string>;
}

function* inXml(
  { name, counts, cases, said }: Suite,
  run: Readonly<Record<string, string | number>>,
): Generator<string> {
  const { id = 0, ...others } = run;
  yield `  <testsuite${attributes({ package: 'org.replylint', id, name, ...others, ...counts })}>\n    <properties/>\n`;
  yield* cases;
  let isEmpty = true;
  for (const line of said) {
    yield `${isEmpty ? '    <system-out>' : ''}${xmlText(line).replaceAll('&#10;', '\n')}`;
    isEmpty = false;
  }
  yield `${isEmpty ? '    <system-out/>' : '</system-out>'}\n    <system-err/>\n  </testsuite>\n`;
}

function fileSuite(file: ReportedFile, name: string): Suite {
  const { errorCount, warningCount, fatalErrorCount, skipped } = file.sum;
  const tests = errorCount + warningCount;
  return {
    name,
    counts: { tests: Math.max(1, tests), failures: errorCount - fatalErrorCount, errors: fatalErrorCount },
    cases: tests === 0 ? [withoutFindings(name, skipped?.reason)] : testCases(file, name),
    said: warningsIn(file, name),
  };
}

function* testCases(file: ReportedFile, name: string): Generator<string> {
  for (const { message } of messagesIn(file)) yield testCase(message, name);
}

function* warningsIn(file: ReportedFile, name: string): Generator<string> {
  for (const { message } of messagesIn(file)) if (message.severity === 1) yield `${lineOf(message, name)}\n`;
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
  return { name, counts, cases, said: [] };
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
