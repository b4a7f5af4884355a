import { dirname } from 'node:path';
import type { LintResult } from '../../model/finding.js';
import type { Rule } from '../../rule/rule.js';
import { resultOf } from '../judge/judge-file.js';
import type { Results } from '../result/results.js';

/** From this many replies on, that hardly one has a greeting is no slip of theirs. */
const FEWEST_REPLIES = 10;
/** Fewer than one in ten has it. */
const SHARE = 0.9;

interface Count {
  readonly rule: Rule;
  owed: number;
  missing: number;
}

/**
 * Where fewer than one in ten replies of a file or folder greets, or signs off, the help desk seems to add it: one
 * notice says so, in place of a finding a reply.
 */
export class Baseline {
  readonly #rules: readonly Rule[];
  /** Group (a file with enough replies, else its folder) and rule → counts. */
  readonly #counts = new Map<string, Map<string, Count>>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** Takes note of one file. */
  note({ filePath, messages }: LintResult, owed: ReadonlyMap<Rule, number>): void {
    for (const [rule, count] of owed) {
      const missing = new Set(
        messages.flatMap(({ ruleId, reply, when }) =>
          ruleId === rule.id && reply && when === undefined ? [reply.id] : [],
        ),
      );
      for (const group of [filePath, dirname(filePath)]) {
        const counts = this.#counts.get(group) ?? new Map<string, Count>();
        const known = counts.get(rule.id) ?? { rule, owed: 0, missing: 0 };
        known.owed += count;
        known.missing += missing.size;
        this.#counts.set(group, counts.set(rule.id, known));
      }
    }
  }

  /** The results without the findings that a notice takes the place of. */
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
   * A line for each file or folder.
   * @param isTold which of them are to be told of
   */
  notices(shown: (path: string) => string, isTold: (group: string) => boolean): string[] {
    const lines: string[] = [];
    for (const [group, counts] of this.#counts)
      for (const count of isTold(group) ? counts.values() : []) {
        // A folder whose files each say it themselves does not say it again.
        if (!isBaseline(count) || (this.#isFolder(group) && this.#saidByFiles(group, count.rule.id))) continue;
        const { rule, owed, missing } = count;
        const what = rule.suppliedBy === 'signature' ? 'sign off' : 'greet';
        lines.push(
          `${shown(group)}: ${owed - missing} of ${owed} replies ${what}: does the help desk add the ${rule.suppliedBy}? Set "${rule.suppliedBy}": "appended" in the configuration if it does; these findings are left out`,
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

  #saidByFiles(folder: string, ruleId: string): boolean {
    return [...this.#counts].some(([group, counts]) => {
      const count = counts.get(ruleId);
      return dirname(group) === folder && group !== folder && count !== undefined && isBaseline(count);
    });
  }
}

function isBaseline({ owed, missing }: Count): boolean {
  return owed >= FEWEST_REPLIES && missing > owed * SHARE;
}
