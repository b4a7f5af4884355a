import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Edit } from '../judge/edit.js';
import { type JudgedFile, judgeFile, type ReplyNotes } from '../judge/judge-file.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { AppliedRules } from '../result/applied.js';
import type { FileLibraryData } from '../result/file-record.js';
import { resultOf } from '../result/lint-result.js';
import { applyDirectives, type DirectiveOptions } from './apply-directives.js';
import { inOrder } from './in-order.js';
import { replyRecords } from './reply-records.js';
import { yielded } from './yielding.js';

/** Options for linting a file. */
export interface LintFileOptions extends DirectiveOptions {
  /** True if results should contain the records of their replies. */
  readonly keepsReplies?: boolean;
}

/** The result of a file, with additional information that the run needs. */
export interface SettledFile {
  readonly result: LintResult;
  /** For each message with a fix, the change to the reply. */
  readonly edits: ReadonlyMap<LintMessage, Edit>;
  /** For each message whose fix cannot be written, the reason in words. */
  readonly refused: ReadonlyMap<LintMessage, string>;
  readonly applied: AppliedRules;
  readonly notes: ReplyNotes;
  readonly library: FileLibraryData | undefined;
}

/** Lints a loaded file: runs the rules on its replies, and decides which findings to report. */
export function lintFile(loaded: LoadedFile, config: ResolvedConfig, options: LintFileOptions): SettledFile {
  return settleFile(loaded, config, judgeFile(loaded, config, options.today), options);
}

function settleFile(
  loaded: LoadedFile,
  config: ResolvedConfig,
  judged: JudgedFile,
  options: LintFileOptions,
): SettledFile {
  const { drafts, notes, digests, replies } = judged;
  const { messages: all, suppressed, later } = applyDirectives(loaded, config, judged, options);
  const { messages, applied } = yielded(all, judged, config.rules);
  const edits = new Map(drafts.flatMap(({ message, edit }) => (edit ? [[message, edit] as const] : [])));
  const reported = new Set(messages);
  const refused = new Map(
    drafts.flatMap(({ message, refused: reason }) =>
      reason !== undefined && reported.has(message) ? [[message, reason] as const] : [],
    ),
  );
  const ordered = inOrder(messages);
  const result = {
    ...resultOf(loaded.absolute, ordered, loaded.file.text),
    suppressedMessages: suppressed,
    ...(options.keepsReplies && { replies: replyRecords(loaded, notes, ordered) }),
  };
  const library = digests.length > 0 ? { digests, replies, ...(later && { directives: later }) } : undefined;
  return { result, edits, refused, applied, notes, library };
}
