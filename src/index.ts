/**
 * The library behind the command.
 * @module replylint
 */
export type { Fix, LintMessage, LintResult, ReplySummary, Severity, SuppressedMessage } from './model/finding.js';
