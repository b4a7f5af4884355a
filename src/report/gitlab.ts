import type { LintMessage } from '../model/finding.js';
import { filesIn, messagesIn, type Reported } from './files.js';
import { Fingerprints } from './fingerprints.js';
import { jsonItems } from './json-text.js';
import { pathFrom } from './path.js';
import { inPieces, type ReportContext } from './reporter.js';
import { safe } from './safe.js';
import { inSentences, ruleIdOf } from './words.js';

/**
 * GitLab's Code Quality report: a single array with paths relative to the root of the repository and fingerprints that
 * survive moved lines.
 */
export const gitlab = inPieces(function* (results, context) {
  yield '[';
  yield* jsonItems(issues(results, context));
  yield ']\n';
});

function* issues(results: Reported, { root, failures }: ReportContext) {
  const fingerprints = new Fingerprints();
  for (const file of filesIn(results)) {
    const path = pathFrom(root, file.sum.filePath);
    for (const { message } of messagesIn(file)) yield issue(message, path, fingerprints);
  }
  for (const line of failures) yield failure(line, fingerprints);
}

function issue(message: LintMessage, path: string, fingerprints: Fingerprints) {
  return {
    description: describe(message),
    check_name: safe(ruleIdOf(message)),
    fingerprint: fingerprints.unique(message, path),
    severity: message.fatal ? 'critical' : message.severity === 2 ? 'major' : 'minor',
    location: { path, lines: { begin: message.line, end: Math.max(message.line, message.endLine) } },
  };
}

/** Describes a message in a sentence that ends with the rule id, because GitLab does not show `check_name`. */
function describe(message: LintMessage): string {
  const sentences = inSentences(message);
  return `${sentences.slice(0, 1).toUpperCase()}${sentences.slice(1)} (${safe(ruleIdOf(message))})`;
}

/** Failures get a position because GitLab ignores entries without one. */
function failure(line: string, fingerprints: Fingerprints) {
  const message = { ruleId: null, fatal: true, message: line } as const;
  return {
    description: `${safe(line)}.`,
    check_name: ruleIdOf(message),
    fingerprint: fingerprints.unique(message, '.'),
    severity: 'critical',
    location: { path: '.', lines: { begin: 1, end: 1 } },
  };
}
