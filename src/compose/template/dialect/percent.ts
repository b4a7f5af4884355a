import { detached } from '../../../model/detached.js';
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
export function percentTokensAt(source: Source, at: number, judge: Judge): readonly TemplateToken[] | undefined {
  const { body } = source;
  if (body[at + 1] === '#' && body[at - 1] !== '{') return commentUpTo(source, at, '#}');
  const name = body[at + 1] === '%' ? source.match(NAME, at)?.[1] : undefined;
  const end = name === undefined ? undefined : source.endOfTag(at + 2, '%}', ['{%', '{{']);
  if (name === undefined || end === undefined) return undefined;
  if (name === '#') return [comment(at, end)];
  const kept = name === 'assign' || name === 'set' ? assignedText(source, at, end) : undefined;
  if (kept) return kept;
  if (VERBATIM_NAMES.has(name)) return verbatim(source, { start: at, end }, name);
  const said = readOnce({ text: body.slice(at, end), name, source }, judge);
  if (!said || (said.does.is === 'nothing' && source.match(VALUE, at))) return undefined;
  return [withProblem(tag(at, end, said.written, said.does), said.problem)];
}

/** A tag that was read, without its place. */
interface Said extends Judged {
  readonly written: string;
}

interface TagText {
  readonly text: string;
  readonly name: string;
  readonly source: Source;
}

/** The names of tags that every judge knows, so that their meaning depends on nothing but their own text. */
const CONDITIONS = new Set('if unless elif else endif endunless for endfor'.split(' '));
/** Conditions that were read before, by their text. Most of them occur in many replies of a run. */
const SAID = new WeakMap<Judge, Map<string, Said>>();
const MOST_KEPT = 2000;
const LONGEST_KEPT = 200;

type Judge = (tag: PercentTag) => Judged | undefined;

function readOnce(written: TagText, judge: Judge): Said | undefined {
  if (!CONDITIONS.has(written.name) || written.text.length > LONGEST_KEPT) return readTag(written, judge);
  let known = SAID.get(judge);
  if (!known) {
    known = new Map();
    SAID.set(judge, known);
  }
  const before = known.get(written.text);
  if (before) return before;
  // The text is copied because a part of a body would keep all of it in memory.
  const text = detached(written.text);
  const said = readTag({ ...written, text, name: detached(written.name) }, judge);
  if (known.size >= MOST_KEPT) known.clear();
  if (said) known.set(text, said);
  return said;
}

function readTag({ text, name, source }: TagText, judge: Judge): Said | undefined {
  const inside = text.replace(/^\{%[-+~]?\s{0,50}[a-zA-Z_]\w{0,50}|[-+~]?%\}$/g, '');
  const expression = onOneLine(unescaped(inside));
  const judged = judge({ name, expression, source });
  if (!judged) return undefined;
  const problem =
    judged.problem ?? (/<\/?[a-z][^<>]{0,200}>|&nbsp;/i.test(withoutStrings(inside)) ? 'contains markup' : undefined);
  return { does: judged.does, problem, written: `{% ${onOneLine(`${name} ${expression}`)} %}` };
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
