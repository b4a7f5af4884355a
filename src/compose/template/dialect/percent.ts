import type { Span } from '../../../model/span.js';
import type { Source } from '../source.js';
import { unescaped } from '../source.js';
import type { Doing, TemplateToken } from '../token.js';
import { closingsIn, HIDDEN_NAMES, VERBATIM_NAMES } from '../verbatim.js';
import { comment, commentUpTo, NOTHING, onOneLine, tag, withProblem } from './dialect.js';
import { assignedText } from './literal.js';

/** A tag between `{%` and `%}`, split into its parts. */
export interface PercentTag {
  readonly name: string;
  /** The text after the tag's name, with literal quotation marks. */
  readonly expression: string;
  readonly source: Source;
}

/** What a tag does, and why the engine would reject it. */
export type Judged = { readonly does: Doing; readonly problem?: string | undefined };

const NAME = /\{%[-+~]?\s{0,50}(#|[a-zA-Z_]\w{0,50})/y;
/** Matches a Help Scout placeholder, such as `{%customer.firstName,fallback=there%}`. */
const VALUE = /\{%[a-zA-Z]+(?:\.{1,2}[a-zA-Z]+|,|%\})/y;

const CLOSINGS = new WeakMap<Source, ReadonlyMap<number, Span>>();

/** Returns the tokens of a Liquid or Jinja tag that starts at `{`. */
export function percentTokensAt(
  source: Source,
  at: number,
  judge: (tag: PercentTag) => Judged | undefined,
): readonly TemplateToken[] | undefined {
  const { body } = source;
  if (body[at + 1] === '#' && body[at - 1] !== '{') return commentUpTo(source, at, '#}');
  const name = body[at + 1] === '%' ? source.match(NAME, at)?.[1] : undefined;
  const end = name === undefined ? undefined : source.endOfTag(at + 2, '%}', ['{%', '{{']);
  if (name === undefined || end === undefined) return undefined;
  if (name === '#') return [comment(at, end)];
  const kept = name === 'assign' || name === 'set' ? assignedText(source, at, end) : undefined;
  if (kept) return kept;
  if (VERBATIM_NAMES.has(name)) return verbatim(source, { start: at, end }, name);
  const inside = body.slice(at, end).replace(/^\{%[-+~]?\s{0,50}[a-zA-Z_]\w{0,50}|[-+~]?%\}$/g, '');
  const expression = onOneLine(unescaped(inside));
  const judged = judge({ name, expression, source });
  if (!judged || (judged.does.is === 'nothing' && source.match(VALUE, at))) return undefined;
  const problem =
    judged.problem ?? (/<\/?[a-z][^<>]{0,200}>|&nbsp;/i.test(withoutStrings(inside)) ? 'contains markup' : undefined);
  return [withProblem(tag(at, end, `{% ${onOneLine(`${name} ${expression}`)} %}`, judged.does), problem)];
}

function verbatim(source: Source, span: Span, name: string): TemplateToken[] {
  const closings = CLOSINGS.get(source) ?? closingsIn(source.body);
  CLOSINGS.set(source, closings);
  const closing = closings.get(span.start);
  const written = `{% ${name} %}`;
  if (!closing) return [withProblem(tag(span.start, span.end, written, NOTHING), 'is never closed')];
  if (HIDDEN_NAMES.has(name)) return [comment(span.start, closing.end)];
  return [tag(span.start, span.end, written, NOTHING), tag(closing.start, closing.end, `{% end${name} %}`, NOTHING)];
}

export function withoutStrings(expression: string): string {
  return expression.replace(/"[^"\n]{0,300}"|'[^'\n]{0,300}'/g, '""');
}
