import type { LintMessage } from '../model/finding.js';
import { Fingerprints } from './fingerprints.js';
import { jsonText } from './json-text.js';
import { pathFrom } from './path.js';
import type { Reporter } from './reporter.js';
import { safe } from './safe.js';
import { inSentences, ruleIdOf } from './words.js';

/**
 * GitLab's Code Quality report: a single array with paths relative to the root of the repository and fingerprints that
 * survive moved lines.
 */
export const gitlab: Reporter = (results, { root, failures }) => {
  const fingerprints = new Fingerprints();
  const issues = results.flatMap(({ filePath, messages }) => {
    const path = pathFrom(root, filePath);
    return messages.map((message) => ({
      description: describe(message),
      check_name: safe(ruleIdOf(message)),
      fingerprint: fingerprints.unique(message, path),
      severity: message.fatal ? 'critical' : message.severity === 2 ? 'major' : 'minor',
      location: { path, lines: { begin: message.line, end: Math.max(message.line, message.endLine) } },
    }));
  });
  return `${jsonText([...issues, ...failures.map((line) => failure(line, fingerprints))])}\n`;
};

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
