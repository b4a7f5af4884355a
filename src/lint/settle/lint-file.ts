import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Edit } from '../judge/edit.js';
import { type JudgedFile, judgeFile, type ReplyNotes } from '../judge/judge-file.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { AppliedRules } from '../result/applied.js';
import { resultOf } from '../result/lint-result.js';
import { applyDirectives, type DirectiveOptions } from './apply-directives.js';

/** The result of a file, and what the run needs to know besides. */
export interface SettledFile {
  readonly result: LintResult;
  /** For each message with a fix: what it changes in the reply. */
  readonly edits: ReadonlyMap<LintMessage, Edit>;
  /** For each message whose fix cannot be written: why, in words. */
  readonly refused: ReadonlyMap<LintMessage, string>;
  readonly applied: AppliedRules;
  readonly notes: ReplyNotes;
}

/** Lints a loaded file: judges its replies, and settles what is reported. */
export function lintFile(loaded: LoadedFile, config: ResolvedConfig, options: DirectiveOptions): SettledFile {
  return settleFile(loaded, config, judgeFile(loaded, config, options.today), options);
}

function settleFile(
  loaded: LoadedFile,
  config: ResolvedConfig,
  { drafts, applied, notes }: JudgedFile,
  options: DirectiveOptions,
): SettledFile {
  const { messages, suppressed } = applyDirectives(loaded, config, drafts, options);
  const edits = new Map(drafts.flatMap(({ message, edit }) => (edit ? [[message, edit] as const] : [])));
  const reported = new Set(messages);
  const refused = new Map(
    drafts.flatMap(({ message, refused: reason }) =>
      reason !== undefined && reported.has(message) ? [[message, reason] as const] : [],
    ),
  );
  const result = resultOf(loaded.absolute, inOrder(messages), loaded.file.text);
  return { result: { ...result, suppressedMessages: suppressed }, edits, refused, applied, notes };
}

function inOrder(messages: readonly LintMessage[]): LintMessage[] {
  return [...messages].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en') ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
