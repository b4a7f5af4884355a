import type { LintMessage } from '../../model/finding.js';
import { addToList } from '../../model/lists-by-key.js';
import { comparePlaces, type Place } from '../../model/source-file.js';
import type { Rule } from '../../rule/rule.js';
import type { JudgedFile } from '../judge/judge-file.js';
import type { AppliedRules } from '../result/applied.js';

/** The messages of a file without those that another message replaces, and the counts of what its replies lack. */
export interface Yielded {
  readonly messages: readonly LintMessage[];
  readonly applied: AppliedRules;
}

/**
 * Drops each message whose rule yields to another rule, if that rule reports the same words. For a message about
 * something missing, it is enough that the other rule reports anything in the same reply. The message stays if the
 * other one is less severe, applies to fewer renderings, or cannot be fixed while this one can. A message about
 * something missing also stays if the configuration names its rule, because that asks for everything the rule finds.
 * What a reply lacks still counts for the convention of its library.
 */
export function yielded(
  messages: readonly LintMessage[],
  { applied, drafts }: Pick<JudgedFile, 'applied' | 'drafts'>,
  rules: readonly Rule[],
): Yielded {
  if (messages.length < 2) return { messages, applied };
  const byId = yieldingOf(rules);
  if (!messages.some(({ ruleId }) => byId.has(ruleId ?? ''))) return { messages, applied };
  const byReply = new Map<string | undefined, LintMessage[]>();
  for (const message of messages) addToList(byReply, message.reply?.id, message);
  const counts = new Map(applied);
  const named = new Set(drafts.flatMap(({ message, isNamed }) => (isNamed ? [message] : [])));
  const kept = messages.filter((message) => {
    const rule = byId.get(message.ruleId ?? '');
    if (!rule || (rule.kind === 'presence' && named.has(message))) return true;
    if (!byReply.get(message.reply?.id)?.some((other) => goesBefore(other, message, rule))) return true;
    const count = counts.get(rule);
    if (count) counts.set(rule, { ...count, unsaid: count.unsaid + 1 });
    return false;
  });
  return kept.length === messages.length ? { messages, applied } : { messages: kept, applied: counts };
}

/** The result is cached by the rules of a configuration, because it is needed for each file. */
const YIELDING = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>();

/** Returns the rules that yield to others, by id. */
function yieldingOf(rules: readonly Rule[]): ReadonlyMap<string, Rule> {
  let byId = YIELDING.get(rules);
  if (!byId) {
    byId = new Map(rules.filter(({ yieldsTo }) => yieldsTo).map((rule) => [rule.id, rule]));
    YIELDING.set(rules, byId);
  }
  return byId;
}

/** Returns true if a message of the same reply replaces a message of the rule. */
function goesBefore(other: LintMessage, message: LintMessage, { yieldsTo = [], kind }: Rule): boolean {
  return (
    yieldsTo.includes(other.ruleId ?? '') &&
    other.severity >= message.severity &&
    (other.when === undefined || other.when === message.when) &&
    (message.fix === undefined || other.fix !== undefined) &&
    (kind === 'presence' || overlap(other, message))
  );
}

function overlap(one: LintMessage, other: LintMessage): boolean {
  return comparePlaces(one, endOf(other)) < 0 && comparePlaces(other, endOf(one)) < 0;
}

function endOf({ endLine, endColumn }: LintMessage): Place {
  return { line: endLine, column: endColumn };
}
