import type { LintMessage } from '../model/finding.js';
import { safe } from './safe.js';

/**
 * The message, with its condition; in a file with many replies, followed by the title in parentheses. Not yet escaped.
 */
export function wordsOf(message: LintMessage): string {
  const { reply } = message;
  const title = reply?.title !== undefined && reply.pointer !== '' ? ` (${reply.title})` : '';
  return `${withCondition(message)}${title}`;
}

/** The message, followed by its condition, which says which of a reply’s texts it applies to. */
export function withCondition({ message, when }: { message: string; when?: string | undefined }): string {
  return `${message}${when === undefined ? '' : ` [when ${when}]`}`;
}

/** What to write instead, one suggestion after the other; empty if there is none. */
export function insteadOf({ suggestions = [] }: LintMessage): readonly string[] {
  return suggestions.map(({ desc }) => desc);
}

/** The message and what to write instead, as safe sentences. */
export function inSentences(message: LintMessage): string {
  return [wordsOf(message), ...insteadOf(message).map((text) => `Instead: ${text}`)]
    .map((text) => safe(text).trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** The rule, or the name for messages without a rule. */
export function ruleIdOf({ ruleId, fatal }: Pick<LintMessage, 'ruleId' | 'fatal'>): string {
  return ruleId ?? (fatal ? 'not-checked' : 'file-syntax');
}

/** `error` or `warning`. */
export function levelOf({ severity }: LintMessage): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}
