import type { Span } from '../../model/span.js';
import type { Syntax } from './syntax.js';

/** The test of a branch, which is whether the subject has one of the values. */
export interface Test {
  readonly subject: string;
  readonly values: readonly (string | true)[];
  /** True for `unless` and `!=`: the branch is taken if the subject has none of the values. */
  readonly negated: boolean;
}

/** The effect of a tag on the text around it. */
export type Doing =
  /** Begins a block. Without a test, its text is always shown. */
  | { readonly is: 'open'; readonly block: string; readonly test?: Test }
  /** Begins a block, such as `case`, that shows nothing before its first branch. */
  | { readonly is: 'choose'; readonly block: string; readonly subject: string }
  /**
   * Begins a block, such as `capture`, whose text is assigned to a variable. `apart` is set if the variable holds many
   * values; the text is then read on its own instead of where it is assigned.
   */
  | { readonly is: 'capture'; readonly block: string; readonly name: string; readonly apart?: true }
  /**
   * Begins the next branch of one of the listed blocks, or of any block. `when` is the value that the subject of the
   * block is compared with.
   */
  | { readonly is: 'branch'; readonly of?: readonly string[]; readonly test?: Test; readonly when?: string }
  /** Ends a block. Without a name, it ends the innermost block. */
  | { readonly is: 'close'; readonly block: string | undefined }
  /** Inserts text that is not known, or begins a block that refers to such text. */
  | { readonly is: 'include' }
  | { readonly is: 'nothing' };

export interface Tag {
  readonly kind: 'tag';
  readonly span: Span;
  /** The tag as shown in messages. */
  readonly written: string;
  readonly does: Doing;
  /** The text that a customer reads instead of the tag. Without it, nothing is shown. */
  readonly shows?: string;
  /**
   * Says why the engine rejects the tag or interprets it differently than intended. It is worded to follow the quoted
   * tag.
   */
  readonly problem?: string;
}

/** A placeholder for a value. */
export interface PlaceholderToken {
  readonly kind: 'placeholder';
  readonly span: Span;
  readonly text: string;
  readonly path: string;
  readonly syntax: Syntax;
}

/** A tag that controls the template, a placeholder for a value, or hidden text such as a comment. */
export type TemplateToken = PlaceholderToken | Tag | { readonly kind: 'comment'; readonly span: Span };
