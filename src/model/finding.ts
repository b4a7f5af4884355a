import type { Form, Intent, Segment } from './reply.js';
import type { ReplyRecord } from './reply-record.js';
import type { Replacement, Span } from './span.js';

export type Severity = 'warn' | 'error';

/** A finding of a rule. Its offsets refer to the text of the rendering. */
export interface Finding {
  readonly span: Span;
  /**
   * The customer's words in “curly quotes” and what is wrong with them, in the present tense and without a final
   * period.
   */
  readonly message: string;
  readonly suggestions?: readonly string[];
  /**
   * A change that is safe to apply. Its text is written as a customer reads it; the engine adds what the markup and
   * file format require.
   */
  readonly fix?: Replacement | NewParagraph;
  /**
   * True for a finding that is not reported for a single reply, but counts if the whole library lacks the same thing.
   */
  readonly isUnsaid?: true;
  /**
   * True for a reply that the rule cannot judge, because the place to look at is not visible or because the text is not
   * a message. Nothing is reported, and the reply does not count when replies of a library are compared.
   */
  readonly isUnjudged?: true;
}

/** A paragraph to insert, which gets the markup of its neighbors. */
export interface NewParagraph {
  /** The text of the paragraph, as one line of plain text. Placeholders in it keep their meaning. */
  readonly paragraph: string;
  /**
   * The offset of the line before which to insert the paragraph, in the text of the rendering. The length of the text
   * inserts it at the end.
   */
  readonly before: number;
}

export interface Fix {
  /** The start and end offset in the text of the file, without its byte order mark. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A finding that is ready to report, in the structure of ESLint's messages with additional fields. */
export interface LintMessage {
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  readonly fatal?: true;
  readonly message: string;
  /**
   * The position of the finding. Lines and columns are 1-based, columns are in UTF-16 units, and the end is exclusive.
   */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: Fix;
  readonly suggestions?: readonly { readonly desc: string; readonly fix?: Fix }[];
  readonly reply?: ReplySummary;
  /**
   * The library that the finding is about. Such a finding replaces the findings in the replies of the library and has
   * no `reply`.
   */
  readonly library?: LibrarySummary;
  readonly segment?: Segment;
  /** The other replies that a finding of a library rule is about. */
  readonly about?: readonly ReplyPlace[];
  /** The conditions under which the finding applies, in words. Absent if it always applies. */
  readonly when?: string;
  /** The marked text, as the customer reads it. Empty if the finding is about something missing. */
  readonly words?: string;
  /** A fingerprint of rule, reply and words that stays the same when lines move. */
  readonly fingerprint?: string;
}

/** The library that a message is about, and the number of its replies that fail the rule. */
export interface LibrarySummary {
  /** The path of the library relative to the configuration’s root. The path of a folder ends with a slash. */
  readonly id: string;
  /** The number of replies that the rule applied to, and the number of those that fail it. */
  readonly replies: number;
  readonly missing: number;
  /** Titles or ids of the first replies that fail the rule. */
  readonly examples: readonly string[];
}

/** The place of another reply that a message is about. */
export interface ReplyPlace {
  /** The absolute path. */
  readonly filePath: string;
  readonly id: string;
  readonly title?: string;
  /**
   * The position of the reply. Lines and columns are 1-based, columns are in UTF-16 units, and the end is exclusive.
   */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The reply that a message is about. */
export interface ReplySummary {
  readonly id: string;
  readonly title?: string;
  readonly pointer: string;
  readonly form: Form;
  readonly intent: Intent;
  readonly locale: string;
  /** A hash of the reply's text in the file, ignoring whitespace. Renaming the file does not change it. */
  readonly textHash?: string;
}

export interface SuppressedMessage extends LintMessage {
  readonly suppressions: readonly { readonly kind: 'directive' | 'file'; readonly justification: string }[];
}

/** A line with findings from a file that is too large to keep in memory. */
export interface KeptLine {
  /** The 1-based line number. */
  readonly line: number;
  /** The offset at which the line starts in the file. */
  readonly offset: number;
  /** The text of the line, without the line ending. */
  readonly text: string;
}

/** All messages about one file. */
export interface LintResult {
  /** The absolute path. */
  readonly filePath: string;
  readonly messages: readonly LintMessage[];
  readonly suppressedMessages: readonly SuppressedMessage[];
  readonly errorCount: number;
  readonly fatalErrorCount: number;
  readonly warningCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
  /** The text of the file after fixes. Absent if nothing was fixed. */
  readonly output?: string;
  readonly source?: string;
  /** The replies in the file, in order, with or without findings. Present only if the caller requested them. */
  readonly replies?: readonly ReplyRecord[];
  /** The time that the file took. Present only if statistics were requested. */
  readonly stats?: FileTimes;
  /** The reason why the file was skipped. Undefined if its replies were checked. */
  readonly skipped?: SkippedFile;
}

/** The reason why a file is skipped. */
export interface SkippedFile {
  /**
   * The apparent content: `unknown` if it may be replies in an unknown format, `empty` if there are no entries, `link`
   * if it was not opened, `hidden` if its name begins with a dot, `office` for a document, spreadsheet or database
   * dump, `encoding` for other text that is not UTF-8. For a hidden folder, the folder itself is listed instead of its
   * files.
   */
  readonly kind: 'documentation' | 'unknown' | 'code' | 'data' | 'empty' | 'link' | 'hidden' | 'office' | 'encoding';
  /** A short noun phrase to show to the user, such as “no reply-like text”. */
  readonly reason: string;
}

/** The time that a file took in milliseconds, in the structure of ESLint's statistics. */
export interface FileTimes {
  readonly times: {
    readonly passes: readonly {
      readonly parse: { readonly total: number };
      readonly rules: Readonly<Record<string, { readonly total: number }>>;
      readonly fix: { readonly total: number };
      readonly total: number;
    }[];
  };
  readonly fixPasses: number;
}
