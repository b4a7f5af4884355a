import type { Placeholder, Reply } from '../model/reply.js';
import { overlaps, type Span } from '../model/span.js';
import { nameOf } from './template/captures.js';
import type { TemplateToken } from './template/lexer.js';
import { placeholderFrom } from './template/roles.js';

/** Maximum number of UTF-16 units before the head of a page. */
const FURTHEST_HEAD = 4_000;

/**
 * Finds the placeholders of a body.
 * @param captured names of variables that hold text of the body, which are not placeholders
 */
export function placeholdersOf(
  reply: Reply,
  tokens: readonly TemplateToken[],
  captured: ReadonlySet<string>,
): Placeholder[] {
  const head = headOf(reply);
  const found: Placeholder[] = [];
  for (let nth = 0; nth < tokens.length; nth += 1) {
    const token = tokens[nth] as TemplateToken;
    if (token.kind === 'comment' || (head && overlaps(head, token.span))) continue;
    if (token.kind === 'placeholder') {
      const placeholder = placeholderFrom(token, reply);
      // A variable that combines first and last name still counts as a name.
      const isText = captured.size > 0 && captured.has(nameOf(token.path)) && !/-name$/.test(placeholder.role);
      found.push(isText ? { ...placeholder, role: 'include' } : placeholder);
    } else if (token.does.is === 'include') {
      const { span } = token;
      found.push({ text: reply.body.slice(span.start, span.end), span, role: 'include', kind: 'machine' });
    }
  }
  return found;
}

/** Returns the span of an HTML page's head, which the customer does not see. */
function headOf({ body, markup }: Reply): Span | undefined {
  const opened = markup === 'html' ? /<head[\s>]/i.exec(body.slice(0, FURTHEST_HEAD)) : null;
  const closed = opened ? body.indexOf('</head>', opened.index) : -1;
  return opened && closed >= 0 ? { start: opened.index, end: closed } : undefined;
}

/** Returns the placeholders that are values. Tags that insert another text are excluded. */
export function valuesOf(placeholders: readonly Placeholder[]): Placeholder[] {
  return placeholders.filter(
    ({ text, role }) => role !== 'include' || !/^(?:\{%|\{\{~?>|<#|<@|#parse|\{include|@)/.test(text),
  );
}
