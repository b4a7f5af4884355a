import type { TemplateToken } from './lexer.js';

/** Not a blank, punctuation or a letter of any language, so that no markup parser interprets it. */
export const MASK = '\ue000';

/** A body with its placeholders and tags masked at equal length. */
export function masked(body: string, tokens: readonly TemplateToken[]): string {
  let text = '';
  let at = 0;
  for (const { span } of tokens) {
    text += body.slice(at, span.start) + MASK.repeat(span.end - span.start);
    at = span.end;
  }
  return text + body.slice(at);
}
