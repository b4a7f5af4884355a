import { dirname } from 'node:path';
import type { LintResult } from '../../model/finding.js';
import type { Rule } from '../../rule/rule.js';
import { resultOf } from '../result/lint-result.js';
import type { Results } from '../result/results.js';

/** A file or folder with fewer replies has no baseline. */
const FEWEST_REPLIES = 10;
/** In a baseline, more than this share of the replies lacks the thing. */
const SHARE = 0.9;

interface Count {
  readonly rule: Rule;
  /** The number of replies that the rule applied to. */
  replies: number;
  /** The number of those with a finding. */
  missing: number;
}

/**
 * The baselines of a run. Where fewer than one in ten replies of a file or folder has a greeting, or a sign-off, the
 * help desk seems to add it: one notice takes the place of all those findings.
 */
export class Baseline {
  readonly #rules: readonly Rule[];
  /** File or folder → rule id → count. */
  readonly #counts = new Map<string, Map<string, Count>>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** Adds a file. @param applied for each baseline rule, the number of replies it applied to */
  add({ filePath, messages }: LintResult, applied: ReadonlyMap<Rule, number>): void {
    for (const [rule, replies] of applied) {
      const missing = new Set(
        messages.flatMap(({ ruleId, reply, when }) =>
          ruleId === rule.id && reply && when === undefined ? [reply.id] : [],
        ),
      );
      for (const group of [filePath, dirname(filePath)]) {
        const counts = this.#counts.get(group) ?? new Map<string, Count>();
        const count = counts.get(rule.id) ?? { rule, replies: 0, missing: 0 };
        count.replies += replies;
        count.missing += missing.size;
        this.#counts.set(group, counts.set(rule.id, count));
      }
    }
  }

  /** The results without the findings that a notice replaces. */
  applyTo(results: Results): Results {
    return results.map((filePath) => {
      const supplied = new Set(this.#baselinesOf(filePath).map(({ rule }) => rule.suppliedBy));
      if (supplied.size === 0) return undefined;
      const silent = new Set(
        this.#rules.filter(({ suppliedBy }) => suppliedBy && supplied.has(suppliedBy)).map(({ id }) => id),
      );
      return (result) => {
        const messages = result.messages.filter(({ ruleId }) => ruleId === null || !silent.has(ruleId));
        const counted = resultOf(result.filePath, messages, result.source);
        return { ...result, ...counted, suppressedMessages: result.suppressedMessages };
      };
    });
  }

  /**
   * The notices, one a file or folder.
   * @param isReported true for the files and folders that the report is about
   */
  notices(shown: (path: string) => string, isReported: (group: string) => boolean): string[] {
    const lines: string[] = [];
    for (const [group, counts] of this.#counts)
      for (const count of isReported(group) ? counts.values() : []) {
        // The notices of its files make the notice of a folder redundant.
        if (!isBaseline(count) || (this.#isFolder(group) && this.#hasFileNotice(group, count.rule.id))) continue;
        const { rule, replies, missing } = count;
        const verb = rule.suppliedBy === 'signature' ? 'sign off' : 'greet';
        lines.push(
          `${shown(group)}: ${replies - missing} of ${replies} replies ${verb}: does the help desk add the ${rule.suppliedBy}? Set "${rule.suppliedBy}": "appended" in the configuration if it does; these findings are left out`,
        );
      }
    return lines;
  }

  #baselinesOf(filePath: string): Count[] {
    const own = this.#counts.get(filePath);
    const folder = this.#counts.get(dirname(filePath));
    return [...(own?.values() ?? []), ...(folder?.values() ?? [])].filter(isBaseline);
  }

  #isFolder(group: string): boolean {
    return [...this.#counts.keys()].some((other) => other !== group && dirname(other) === group);
  }

  #hasFileNotice(folder: string, ruleId: string): boolean {
    return [...this.#counts].some(([group, counts]) => {
      const count = counts.get(ruleId);
      return dirname(group) === folder && group !== folder && count !== undefined && isBaseline(count);
    });
  }
}

function isBaseline({ replies, missing }: Count): boolean {
  return replies >= FEWEST_REPLIES && missing > replies * SHARE;
}
