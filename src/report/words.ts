import type { LintMessage } from '../model/finding.js';
import { safe } from './safe.js';

/**
 * Returns the message with its condition and, in a file with many replies, the title of the reply in parentheses. The
 * text is not yet escaped.
 */
export function wordsOf(message: LintMessage): string {
  const { reply } = message;
  const title = reply?.title !== undefined && reply.pointer !== '' ? ` (${reply.title})` : '';
  return `${withCondition(message)}${title}`;
}

/** Returns the message as `wordsOf` does, but safe to print and without its final period, for reports in columns. */
export function lineTextOf(message: LintMessage): string {
  return safe(wordsOf(message)).replace(/([^ ])\.$/, '$1');
}

/** The message, followed by its condition, which says which of a reply’s texts it applies to. */
export function withCondition({ message, when }: { message: string; when?: string | undefined }): string {
  return `${message}${when === undefined ? '' : ` [when ${when}]`}`;
}

/** Returns the suggested replacements, one string each. Empty if there are no suggestions. */
export function insteadOf({ suggestions = [] }: LintMessage): readonly string[] {
  return suggestions.map(({ desc }) => desc);
}

/** Returns the message and its suggestions as sentences that are safe to print. */
export function inSentences(message: LintMessage): string {
  return [wordsOf(message), ...insteadOf(message).map((text) => `Instead: ${text}`)]
    .map((text) => safe(text).trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** Returns the id of the rule, or a fixed name for messages without a rule. */
export function ruleIdOf({ ruleId, fatal }: Pick<LintMessage, 'ruleId' | 'fatal'>): string {
  return ruleId ?? (fatal ? 'not-checked' : 'file-syntax');
}

/** Returns the severity of a message as `error` or `warning`. */
export function levelOf({ severity }: LintMessage): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}
