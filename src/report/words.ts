import type { LintMessage } from '../model/finding.js';
import { safe } from './safe.js';

/**
 * What a message says, with its condition; in a file of many replies the title stands behind it, in parentheses. As it
 * stands in the file: not yet safe.
 */
export function wordsOf(message: LintMessage): string {
  const { reply } = message;
  const title = reply?.title !== undefined && reply.pointer !== '' ? ` (${reply.title})` : '';
  return `${withCondition(message)}${title}`;
}

/** What a message says, with its condition, set apart: it tells on which of a reply’s texts it holds. */
export function withCondition({ message, when }: { message: string; when?: string | undefined }): string {
  return `${message}${when === undefined ? '' : ` [when ${when}]`}`;
}

/** What to write instead, one after the other; empty where nothing is known. */
export function insteadOf({ suggestions = [] }: LintMessage): readonly string[] {
  return suggestions.map(({ desc }) => desc);
}

/** What a message says and what to write instead, as sentences that are safe. */
export function inSentences(message: LintMessage): string {
  return [wordsOf(message), ...insteadOf(message).map((text) => `Instead: ${text}`)]
    .map((text) => safe(text).trim())
    .filter((text) => text !== '')
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

/** The rule, or the name that stands for messages of no rule. */
export function ruleIdOf({ ruleId, fatal }: Pick<LintMessage, 'ruleId' | 'fatal'>): string {
  return ruleId ?? (fatal ? 'not-checked' : 'file-syntax');
}

/** `error` or `warning`. */
export function levelOf({ severity }: LintMessage): 'error' | 'warning' {
  return severity === 2 ? 'error' : 'warning';
}
