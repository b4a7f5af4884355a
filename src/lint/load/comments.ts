import { commentsIn } from '../../compose/index.js';
import type { SourceFile } from '../../model/source-file.js';
import type { Span } from '../../model/span.js';
import { markupOf } from '../../read/index.js';

const NAME = /reply[-_ ]?lint/i;
const YAML = /\.ya?ml$/i;
const MARKS = /^(?:<!--+|\{#-?|\{%-? comment -?%\}|\{\{!--|#)|(?:-->|-?#\}|\{%-? endcomment -?%\}|--\}\})$/g;

/** A comment in a file that may contain a directive. */
export interface Comment {
  /** The text of the comment without its delimiters and the blanks inside them. */
  readonly text: string;
  /** The span of the whole comment. */
  readonly span: Span;
}

/** Returns true for a file format that supports comments. */
export function canHoldComments({ path, text }: Pick<SourceFile, 'path' | 'text'>): boolean {
  return YAML.test(path) || markupOf(path, text) !== undefined;
}

/**
 * Returns the comments of a file that begin with the name of the linter: HTML and template comments in Markdown, HTML,
 * text and templates, and `#` comments in YAML. Other formats have no comments; users can use the suppressions file or
 * `overrides` there.
 */
export async function commentsOf(file: SourceFile): Promise<readonly Comment[]> {
  if (!NAME.test(file.text)) return [];
  const spans = await spansIn(file);
  return spans
    .map((span) => ({ text: file.slice(span).trim().replace(MARKS, '').trim(), span }))
    .filter(({ text }) => NAME.exec(text)?.index === 0)
    .sort((a, b) => a.span.start - b.span.start);
}

async function spansIn({ path, text }: SourceFile): Promise<readonly Span[]> {
  if (YAML.test(path)) return (await import('../../read/yaml.js')).commentsIn(text);
  const markup = markupOf(path, text);
  return markup === undefined ? [] : commentsIn(markup, text);
}
