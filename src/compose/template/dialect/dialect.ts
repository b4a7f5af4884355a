import type { Markup, PlaceholderWays } from '../../../model/reply.js';
import type { Source } from '../source.js';
import type { Doing, Tag, TemplateToken } from '../token.js';

/** Evidence for the template languages that a text is written in. */
export interface Evidence {
  readonly body: string;
  readonly markup: Markup;
  /** The path of the file. */
  readonly path: string;
  /** The placeholder syntax of the help desk that the text is written for. */
  readonly ways?: PlaceholderWays | undefined;
}

/**
 * Describes how a template language writes tags, comments and raw text. The syntaxes for values are listed in
 * `syntax.ts`.
 */
export interface Dialect {
  readonly name: string;
  /** The characters with which its tags begin. */
  readonly begins: string;
  /** Returns true if a text is written in this language. */
  isUsedIn(evidence: Evidence): boolean;
  /** Returns the tokens that begin at a position, in order. Undefined if there are none. */
  tokensAt(source: Source, at: number): readonly TemplateToken[] | undefined;
}

export const NOTHING: Doing = { is: 'nothing' };

export function tag(start: number, end: number, written: string, does: Doing): Tag {
  return { kind: 'tag', span: { start, end }, written, does };
}

export function withProblem(tag: Tag, problem: string | undefined): Tag {
  return problem === undefined ? tag : { ...tag, problem };
}

export function comment(start: number, end: number): TemplateToken {
  return { kind: 'comment', span: { start, end } };
}

/** Returns the token of a comment up to its closing delimiter. Undefined if the comment is not closed. */
export function commentUpTo(source: Source, at: number, closer: string): TemplateToken[] | undefined {
  const end = source.find(closer, at + 2);
  return end < 0 ? undefined : [comment(at, end + closer.length)];
}

export function onOneLine(text: string): string {
  const trimmed = text.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
