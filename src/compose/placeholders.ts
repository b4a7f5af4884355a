import type { Placeholder, Reply } from '../model/reply.js';
import { nameOf } from './template/captures.js';
import type { TemplateToken } from './template/lexer.js';
import { placeholderFrom } from './template/roles.js';

/**
 * The placeholders of a body.
 * @param captured variables that hold a text of the body: what is shown in their place is no value
 */
export function placeholdersOf(
  reply: Reply,
  tokens: readonly TemplateToken[],
  captured: ReadonlySet<string>,
): Placeholder[] {
  return tokens.flatMap((token): Placeholder[] => {
    if (token.kind === 'comment') return [];
    if (token.kind === 'placeholder') {
      const placeholder = placeholderFrom(token, reply);
      return [captured.has(nameOf(token.path)) ? { ...placeholder, role: 'include' } : placeholder];
    }
    if (token.does.is !== 'include') return [];
    return [
      { text: reply.body.slice(token.span.start, token.span.end), span: token.span, role: 'include', kind: 'machine' },
    ];
  });
}

export /** Without the tags that put in another text: these are shown in its place, but are no value. */
function valuesOf(placeholders: readonly Placeholder[]): Placeholder[] {
  return placeholders.filter(
    ({ text, role }) => role !== 'include' || !/^(?:\{%|\{\{~?>|<#|<@|#parse|\{include|@)/.test(text),
  );
}
