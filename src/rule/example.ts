import type { Form, Intent, Topic } from '../model/reply.js';

export interface Example {
  readonly text: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly form?: Form;
  readonly intent?: Intent;
  readonly title?: string;
  readonly locale?: string;
  readonly topics?: readonly Topic[];
  /** The ticket status that sending the reply sets, such as `solved`. */
  readonly status?: string;
  /** The date of the run. Default: 2026-06-15, regardless of the current date. */
  readonly today?: string;
  /** The markup of the text. Default: `markdown`. */
  readonly markup?: 'markdown' | 'html' | 'text';
}

/** A text in which the rule marks exactly these words, in this order. */
export interface BadExample extends Example {
  readonly marks: readonly string[];
}

/** Texts in which a rule reports nothing, and texts in which it reports something. */
export interface Examples {
  readonly good: readonly (string | Example)[];
  readonly bad: readonly BadExample[];
}

/** A reply of a small library. */
export interface LibraryReply extends Omit<Example, 'options' | 'today'> {
  /** The path of the reply's file. Default: `replies.md`, which contains all replies without a path. */
  readonly file?: string;
  /** True if the help desk marks the reply as older than the text it was translated from. */
  readonly outdated?: boolean;
  /** The name by which other replies include this one, such as `dc.closing`. */
  readonly includedAs?: string;
}

/** A small library of replies, for a rule that compares them. */
export interface LibraryExample extends Pick<Example, 'options' | 'today'> {
  readonly replies: readonly (string | LibraryReply)[];
  /** Paths of other existing files, relative to the root. */
  readonly files?: readonly string[];
}

/** A library in which the rule marks exactly these words, reply by reply. */
export interface BadLibraryExample extends LibraryExample {
  readonly marks: readonly string[];
}

/** Libraries in which a rule reports nothing, and libraries in which it reports something. */
export interface LibraryExamples {
  readonly good: readonly LibraryExample[];
  readonly bad: readonly BadLibraryExample[];
}
