import type { Form, Intent, Segment } from './reply.js';
import type { ReplyRecord } from './reply-record.js';
import type { Replacement, Span } from './span.js';

export type Severity = 'warn' | 'error';

/** The result of a rule. Offsets refer to the text of the rendering. */
export interface Finding {
  readonly span: Span;
  /** The customer's words in “curly quotes” and what they do; present tense, without a final period. */
  readonly message: string;
  readonly suggestions?: readonly string[];
  /** A safe change. Its words are as a customer reads them; the engine adds what markup and file format require. */
  readonly fix?: Replacement | NewParagraph;
  /** True if it is not reported for the reply on its own, but counts if the whole library lacks the same. */
  readonly isUnsaid?: true;
}

/** A separate paragraph to insert, with the markup of its neighbors. */
export interface NewParagraph {
  /** One line of plain text. Placeholders in it keep their meaning. */
  readonly paragraph: string;
  /** The start of the line to insert the paragraph before, in the rendering's text; or the length of the text. */
  readonly before: number;
}

export interface Fix {
  /** Offsets in the file's text, without its byte order mark. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A finding ready to report: the shape of ESLint's messages, with additional fields. */
export interface LintMessage {
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  readonly fatal?: true;
  readonly message: string;
  /** 1-based, with columns in UTF-16 units and an exclusive end. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: Fix;
  readonly suggestions?: readonly { readonly desc: string; readonly fix?: Fix }[];
  readonly reply?: ReplySummary;
  /** Only for findings about a library, which replace those about its replies and have no `reply`. */
  readonly library?: LibrarySummary;
  readonly segment?: Segment;
  /** Only for findings of library rules: the other replies that they are about. */
  readonly about?: readonly ReplyPlace[];
  /** The conditions under which the finding applies, in words. Absent if it always applies. */
  readonly when?: string;
  /** The marked text, as the customer reads it. Empty if the finding is about something missing. */
  readonly words?: string;
  /** A fingerprint of rule, reply and words that stays the same when lines move. */
  readonly fingerprint?: string;
}

/** The library that a message is about, and how many of its replies fail the rule. */
export interface LibrarySummary {
  /** The path of its file, or of its folder with a slash, relative to the configuration’s root. */
  readonly id: string;
  /** The number of replies that the rule applied to, and the number that fail the rule. */
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
  /** 1-based, with columns in UTF-16 units and an exclusive end. */
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
  /** A hash of the reply's text in the file, ignoring whitespace. It stays the same if the file is renamed. */
  readonly textHash?: string;
}

export interface SuppressedMessage extends LintMessage {
  readonly suppressions: readonly { readonly kind: 'directive' | 'file'; readonly justification: string }[];
}

/** A line with findings, from a file that is too large to keep in memory. */
export interface KeptLine {
  /** 1-based. */
  readonly line: number;
  /** The offset of its start in the file. */
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
  /** The replies in the file, in order, with or without findings. Present only if asked for. */
  readonly replies?: readonly ReplyRecord[];
  /** Present only if statistics were requested. */
  readonly stats?: FileTimes;
  /** The reason why the file was not checked. Undefined if its replies were checked. */
  readonly skipped?: SkippedFile;
}

/** The reason why a file is skipped. */
export interface SkippedFile {
  /**
   * The apparent content: `unknown` if it may be replies in an unknown format, `empty` if there are no entries, `link`
   * if it was not opened, `hidden` if its name begins with a dot, `office` for a document, spreadsheet or database dump,
   * `encoding` for other text that is not UTF-8. Of a hidden folder, the folder counts.
   */
  readonly kind: 'documentation' | 'unknown' | 'code' | 'data' | 'empty' | 'link' | 'hidden' | 'office' | 'encoding';
  /** A short noun phrase to show to the user, such as “no reply-like text”. */
  readonly reason: string;
}

/** The time that a file took, in milliseconds, in the shape of ESLint's statistics. */
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
