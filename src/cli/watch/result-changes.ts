import type { LintMessage, LintResult } from '../../model/finding.js';
import { levelOf, lineTextOf, problemsInWords, type Reporter, safe, shownPath, totalsOf } from '../../report/index.js';

interface Finding {
  readonly message: LintMessage;
  readonly filePath: string;
}

/**
 * Compares the findings of each run with those of the previous run. A finding that only moved to another line counts as
 * unchanged.
 */
export class ResultChanges {
  #before: ReadonlyMap<string, Finding> = new Map();

  /** Returns the reporter for the first run, which also stores its findings. */
  remembering(reporter: Reporter): Reporter {
    const { showsLines = false } = reporter;
    return Object.assign(
      (...[results, context]: Parameters<Reporter>) => {
        this.#before = findingsIn(results);
        return reporter(results, context);
      },
      { showsLines },
    );
  }

  /**
   * Returns the reporter for a later run.
   * @param changed the changed files, as shown to the user
   */
  reporter(changed: readonly string[]): Reporter {
    return (results, { cwd, now }) => {
      const before = this.#before;
      const after = findingsIn(results);
      this.#before = after;
      const gone = [...before].filter(([key]) => !after.has(key)).map(([, finding]) => lineOf('fixed', finding, cwd));
      const added = [...after].filter(([key]) => !before.has(key)).map(([, finding]) => lineOf('new', finding, cwd));
      const rows = gone.length + added.length === 0 ? ['  no change in findings'] : [...gone, ...added];
      const totals = totalsOf(results);
      const sum = totals.errors + totals.warnings === 0 ? '✔ no problems' : `✖ ${problemsInWords(totals)}`;
      return ['', `[${now.toTimeString().slice(0, 8)}] ${changedInWords(changed)}`, ...rows, sum, ''].join('\n');
    };
  }
}

function findingsIn(results: readonly LintResult[]): Map<string, Finding> {
  const found = new Map<string, Finding>();
  const counts = new Map<string, number>();
  for (const { filePath, messages } of results)
    for (const message of messages) {
      const key = [filePath, message.ruleId, message.fingerprint ?? message.message].join('\n');
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      found.set(`${key}\n${count}`, { message, filePath });
    }
  return found;
}

function lineOf(change: 'fixed' | 'new', { message, filePath }: Finding, cwd: string): string {
  const place = `${shownPath(filePath, cwd)}:${message.line}:${message.column}`;
  return `  ${change.padEnd(5)}  ${safe(place)}  ${levelOf(message)}  ${lineTextOf(message)}  ${safe(message.ruleId ?? '')}`.trimEnd();
}

const MOST_NAMED = 3;

function changedInWords(paths: readonly string[]): string {
  const named = paths.slice(0, MOST_NAMED).map(safe).join(', ');
  return paths.length > MOST_NAMED ? `${named} and ${paths.length - MOST_NAMED} more changed` : `${named} changed`;
}
