import type { TemplateToken } from './lexer.js';

/** The mask is not a blank, punctuation or a letter of any language, so no markup parser interprets it. */
export const MASK = '\ue000';

/** Masks the placeholders and tags of a body without changing its length. */
export function masked(body: string, tokens: readonly TemplateToken[]): string {
  let text = '';
  let at = 0;
  for (const { span } of tokens) {
    text += body.slice(at, span.start) + MASK.repeat(span.end - span.start);
    at = span.end;
  }
  return text + body.slice(at);
}
