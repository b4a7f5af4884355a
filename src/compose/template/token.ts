import type { Span } from '../../model/span.js';
import type { Syntax } from './syntax.js';

/** What is asked at one arm: whether the subject has one of the values. */
export interface Test {
  readonly subject: string;
  readonly values: readonly (string | true)[];
  /** `unless`, `!=`: the arm is taken where it has none of them. */
  readonly negated: boolean;
}

/** What a tag does to the text around it. */
export type Doing =
  /** Begins a block. Without a test its text is always shown. */
  | { readonly is: 'open'; readonly block: string; readonly test?: Test }
  /** Begins a block that shows nothing before its first branch: `case`. */
  | { readonly is: 'choose'; readonly block: string; readonly subject: string }
  /**
   * Begins a block whose text a variable holds: `capture`. `apart`: it is a value of many, so that it is read by itself and
   * not where it stands.
   */
  | { readonly is: 'capture'; readonly block: string; readonly name: string; readonly apart?: true }
  /** Begins the next arm: of one of these blocks, or of any. `when`: what the block's subject is compared with. */
  | { readonly is: 'branch'; readonly of?: readonly string[]; readonly test?: Test; readonly when?: string }
  /** Ends a block; without a name the innermost. */
  | { readonly is: 'close'; readonly block: string | undefined }
  /** Begins a block in which a value stands for text that is not known, or puts such text in. */
  | { readonly is: 'include' }
  | { readonly is: 'nothing' };

export interface Tag {
  readonly kind: 'tag';
  readonly span: Span;
  /** As messages write it. */
  readonly written: string;
  readonly does: Doing;
  /** What a customer reads in its place; nothing, if not given. */
  readonly shows?: string;
  /** Why the engine refuses it, or reads it otherwise than it was meant; after the tag as it is written. */
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

/** A tag that steers the template, a value to fill in, or what nobody is shown: a comment. */
export type TemplateToken = PlaceholderToken | Tag | { readonly kind: 'comment'; readonly span: Span };
