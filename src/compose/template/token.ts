import type { Span } from '../../model/span.js';
import type { Syntax } from './syntax.js';

/** The test of one arm: whether the subject has one of the values. */
export interface Test {
  readonly subject: string;
  readonly values: readonly (string | true)[];
  /** `unless`, `!=`: the arm is taken if the subject has none of them. */
  readonly negated: boolean;
}

/** What a tag does to the text around it. */
export type Doing =
  /** Begins a block. Without a test, its text is always shown. */
  | { readonly is: 'open'; readonly block: string; readonly test?: Test }
  /** Begins a block that shows nothing before its first branch: `case`. */
  | { readonly is: 'choose'; readonly block: string; readonly subject: string }
  /**
   * Begins a block whose text is stored in a variable: `capture`. `apart`: the variable holds many values, so the text
   * is read on its own and not where it is written.
   */
  | { readonly is: 'capture'; readonly block: string; readonly name: string; readonly apart?: true }
  /**
   * Begins the next arm of one of these blocks, or of any. `when`: the value that the block's subject is compared
   * with.
   */
  | { readonly is: 'branch'; readonly of?: readonly string[]; readonly test?: Test; readonly when?: string }
  /** Ends a block; without a name, the innermost. */
  | { readonly is: 'close'; readonly block: string | undefined }
  /** Begins a block in which a value stands for unknown text, or inserts such text. */
  | { readonly is: 'include' }
  | { readonly is: 'nothing' };

export interface Tag {
  readonly kind: 'tag';
  readonly span: Span;
  /** As shown in messages. */
  readonly written: string;
  readonly does: Doing;
  /** What a customer reads instead; nothing if not given. */
  readonly shows?: string;
  /** Why the engine rejects it, or reads it differently than intended; follows the quoted tag. */
  readonly problem?: string;
}

/** A value to fill in. */
export interface PlaceholderToken {
  readonly kind: 'placeholder';
  readonly span: Span;
  readonly text: string;
  readonly path: string;
  readonly syntax: Syntax;
}

/** A tag that controls the template, a value to fill in, or hidden text such as a comment. */
export type TemplateToken = PlaceholderToken | Tag | { readonly kind: 'comment'; readonly span: Span };
