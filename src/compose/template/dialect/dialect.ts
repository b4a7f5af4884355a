import type { Markup, PlaceholderWays } from '../../../model/reply.js';
import type { Source } from '../source.js';
import type { Doing, Tag, TemplateToken } from '../token.js';

/** What shows which template languages a text is written in. */
export interface Evidence {
  readonly body: string;
  readonly markup: Markup;
  /** The file's path. */
  readonly path: string;
  /** The help desk that it is written for. */
  readonly ways?: PlaceholderWays | undefined;
}

/** A template language: how its tags, comments and raw texts are written. Values are in the table of `syntax.ts`. */
export interface Dialect {
  readonly name: string;
  /** The units with which its tags begin. */
  readonly begins: string;
  /** Whether a text is written in it. */
  isUsedIn(evidence: Evidence): boolean;
  /** The tokens that begin here, in order; undefined if there are none. */
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

/** A comment from its opener to its closer; undefined if it is not closed. */
export function commentUpTo(source: Source, at: number, closer: string): TemplateToken[] | undefined {
  const end = source.find(closer, at + 2);
  return end < 0 ? undefined : [comment(at, end + closer.length)];
}

export function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
