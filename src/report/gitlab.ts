import type { LintMessage } from '../model/finding.js';
import { Fingerprints } from './fingerprints.js';
import { jsonText } from './json-text.js';
import { pathFrom } from './path.js';
import type { Reporter } from './reporter.js';
import { safe } from './safe.js';
import { insteadOf, ruleIdOf, wordsOf } from './words.js';

/** GitLab's Code Quality report: one array, paths from the repository's folder, fingerprints that outlive moved lines. */
export const gitlab: Reporter = (results, { root }) => {
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
  return `${jsonText(issues)}\n`;
};

/** The rule goes first: GitLab does not show `check_name`. */
function describe(message: LintMessage): string {
  const instead = insteadOf(message).map((text) => ` Instead: ${safe(text)}`);
  return `${safe(ruleIdOf(message))}: ${safe(wordsOf(message))}${instead.join('')}`;
}
