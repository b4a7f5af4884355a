import type { Helpdesk, Markup } from '../../model/reply.js';
import type { Span } from '../../model/span.js';
import { PLACEHOLDER_SYNTAX, type Syntax } from './syntax.js';
import { closingsIn, VERBATIM_NAMES } from './verbatim.js';

/** A tag that steers the template, or a value to fill in. */
export type TemplateToken =
  | {
      readonly kind: 'placeholder';
      readonly span: Span;
      readonly text: string;
      readonly path: string;
      readonly syntax: Syntax;
    }
  | {
      readonly kind: 'tag';
      readonly span: Span;
      readonly name: string;
      readonly expression: string;
      readonly family: 'liquid' | 'handlebars';
    }
  | { readonly kind: 'comment'; readonly span: Span };

const LIQUID_TAG = /\{%-?\s*([a-z_]+)\b([^{}]{0,500}?)-?%\}/y;
const LIQUID_NAMES = new Set(
  'if unless elsif elseif else endif endunless case when endcase for endfor assign capture endcapture comment endcomment raw endraw include render cycle increment decrement break continue blocktrans trans'.split(
    ' ',
  ),
);
/** `{{# … #}}` is a note that looks like a block; its end tells. */
const HANDLEBARS_BLOCK = /\{\{~?([#/^])\s*([a-z]+)\b([^{}]{0,500}?)~?(?<!#)\}\}/y;
const HANDLEBARS_ELSE = /\{\{~?\s*(else(?:\s+if)?)\b([^{}]{0,500}?)~?\}\}/y;
const HANDLEBARS_PARTIAL = /\{\{~?>\s*([^{}]{1,200}?)~?\}\}/y;

/** The units that a placeholder or tag can begin with. */
const OPENERS = /[{[%#$<&_XxY@]/g;

/**
 * The placeholders and tags of a body, in order, by the table of `syntax.ts`: the longest syntax that fits wins.
 * Never fails: what fits no syntax is text. Every pattern is bounded, so a body of braces costs no more than another.
 */
export function lex(body: string, markup: Markup, helpdesk: Helpdesk | undefined): TemplateToken[] {
  const found: TemplateToken[] = [];
  const syntaxes = PLACEHOLDER_SYNTAX.filter(
    (syntax) =>
      (!syntax.markups || syntax.markups.includes(markup)) &&
      (!syntax.helpdesks || !helpdesk || syntax.helpdesks.includes(helpdesk)),
  );
  let closings: ReadonlyMap<number, Span> | undefined;
  const closingOf = (start: number) => {
    closings ??= closingsIn(body);
    return closings.get(start);
  };
  for (let at = 0; at < body.length; ) {
    OPENERS.lastIndex = at;
    const opener = OPENERS.exec(body);
    if (!opener) return found;
    at = opener.index;
    const token = tagAt(body, at) ?? placeholderAt(body, at, syntaxes);
    if (!token) {
      at += 1;
      continue;
    }
    const closing = token.kind === 'tag' && VERBATIM_NAMES.has(token.name) ? closingOf(token.span.start) : undefined;
    if (closing && token.kind === 'tag' && token.name === 'comment')
      found.push({ kind: 'comment', span: { start: token.span.start, end: closing.end } });
    else found.push(token);
    at = closing && found.at(-1) !== token ? closing.end : (closing?.start ?? token.span.end);
  }
  return found;
}

function tagAt(body: string, at: number): TemplateToken | undefined {
  if (body[at] !== '{') return undefined;
  const liquid = matchAt(LIQUID_TAG, body, at);
  if (liquid && LIQUID_NAMES.has(liquid[1] ?? '')) return tag('liquid', at, liquid[0], liquid[1], liquid[2]);
  const block = matchAt(HANDLEBARS_BLOCK, body, at);
  if (block) return tag('handlebars', at, block[0], `${block[1]}${block[2]}`, block[3]);
  const otherwise = matchAt(HANDLEBARS_ELSE, body, at);
  if (otherwise) return tag('handlebars', at, otherwise[0], otherwise[1]?.replace(/\s+/, ' '), otherwise[2]);
  const partial = matchAt(HANDLEBARS_PARTIAL, body, at);
  return partial ? tag('handlebars', at, partial[0], 'include', partial[1]) : undefined;
}

function tag(
  family: 'liquid' | 'handlebars',
  start: number,
  text: string,
  name: string | undefined,
  expression: string | undefined,
): TemplateToken {
  const span = { start, end: start + text.length };
  return { kind: 'tag', span, name: name ?? '', expression: (expression ?? '').trim().replace(/\s+/g, ' '), family };
}

function placeholderAt(body: string, at: number, syntaxes: readonly Syntax[]): TemplateToken | undefined {
  for (const syntax of syntaxes) {
    const match = matchAt(syntax.pattern, body, at);
    if (!match) continue;
    const path = (match[1] ?? match[0]).trim();
    if (syntax.accepts && !syntax.accepts(path, body, at, match[0])) continue;
    return { kind: 'placeholder', span: { start: at, end: at + match[0].length }, text: match[0], path, syntax };
  }
  return undefined;
}

function matchAt(pattern: RegExp, body: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(body);
}
