import type { Form, Intent, Segment } from './reply.js';
import type { Replacement, Span } from './span.js';

export type Severity = 'warn' | 'error';

/** What a rule returns. Offsets are those of the rendering's text. */
export interface Finding {
  readonly span: Span;
  /** The customer's words in “curly quotes” and what they do; present tense, no full stop. */
  readonly message: string;
  readonly suggestions?: readonly string[];
  /**
   * A change that is certain to be right. Its words are as a customer reads them; what markup and file want for them is
   * written by the engine.
   */
  readonly fix?: Replacement | NewParagraph;
}

/** A paragraph of its own that is put in, with the markup that the paragraphs beside it have. */
export interface NewParagraph {
  /** One line of plain text; placeholders in it stay what they are. */
  readonly paragraph: string;
  /** Where a line of the rendering's text begins, which it comes to stand before; or the text's length. */
  readonly before: number;
}

export interface Fix {
  /** Offsets in the file's text, without its byte order mark. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A finding as it is reported: ESLint's shape, and what replylint adds to it. */
export interface LintMessage {
  readonly ruleId: string | null;
  readonly severity: 1 | 2;
  readonly fatal?: true;
  readonly message: string;
  /** 1-based; columns in UTF-16 units; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fix?: Fix;
  readonly suggestions?: readonly { readonly desc: string; readonly fix?: Fix }[];
  readonly reply?: ReplySummary;
  /** Only of a finding about a library, in place of those about its replies; it has no `reply`. */
  readonly library?: LibrarySummary;
  readonly segment?: Segment;
  /** The conditions under which it holds, in words; absent where it always holds. */
  readonly when?: string;
  /** What is marked, as a customer reads it; empty where something is missing. */
  readonly words?: string;
  /** Stays the same when lines move: rule, reply, words. */
  readonly fingerprint?: string;
}

/** Which library a message is about, and what its replies leave out. */
export interface LibrarySummary {
  /** Path of its file, or of its folder, with a slash; from the configuration’s root. */
  readonly id: string;
  /** The number of replies that the rule applied to, and of those that lack what it wants. */
  readonly replies: number;
  readonly missing: number;
  /** Titles or ids of the first of these. */
  readonly examples: readonly string[];
}

/** Which reply a message is about. */
export interface ReplySummary {
  readonly id: string;
  readonly title?: string;
  readonly pointer: string;
  readonly form: Form;
  readonly intent: Intent;
  readonly locale: string;
  /** A hash of its text as the file has it, but for blanks: it stays when the file is renamed. */
  readonly textHash?: string;
}

export interface SuppressedMessage extends LintMessage {
  readonly suppressions: readonly { readonly kind: 'directive' | 'file'; readonly justification: string }[];
}

/** A line that findings stand on, of a file too long for its text to be kept. */
export interface KeptLine {
  /** 1-based. */
  readonly line: number;
  /** Where it begins in the file. */
  readonly offset: number;
  /** Without its end. */
  readonly text: string;
}

/** All that is said about one file. */
export interface LintResult {
  /** Absolute. */
  readonly filePath: string;
  readonly messages: readonly LintMessage[];
  readonly suppressedMessages: readonly SuppressedMessage[];
  readonly errorCount: number;
  readonly fatalErrorCount: number;
  readonly warningCount: number;
  readonly fixableErrorCount: number;
  readonly fixableWarningCount: number;
  /** The file's text after fixes; only where something was fixed. */
  readonly output?: string;
  readonly source?: string;
  /** Only where times were asked for. */
  readonly stats?: FileTimes;
  /** Why the file was not checked; undefined for a file whose replies were. */
  readonly skipped?: SkippedFile;
}

/** Why a file is skipped. */
export interface SkippedFile {
  /** What it seems to hold; `unknown` where it may be replies in a shape that is not known, `empty` for no entries. */
  readonly kind: 'documentation' | 'unknown' | 'code' | 'data' | 'empty';
  /** A short noun phrase for its user: “no reply-like text”. */
  readonly reason: string;
}

/** How long a file took, in milliseconds and in ESLint's shape. */
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
