import type { NewParagraph } from '../../model/finding.js';
import type { Rendering } from '../../model/rendering.js';
import type { Replacement } from '../../model/span.js';
import { lex } from '../template/lexer.js';
import { masked } from '../template/mask.js';
import { placeInHtml } from './html.js';
import { placeInLines } from './lines.js';
import type { Neighbours } from './place.js';
import { writtenLine } from './written.js';

/**
 * Returns the change to a reply's body that inserts a new paragraph where a rule wants it, with the markup of its
 * neighbors. Undefined if the right place is uncertain: next to list items, in a quotation, where a template tag trims
 * whitespace, or at the very start.
 */
export function paragraphInBody(rendering: Rendering, wanted: NewParagraph): Replacement | undefined {
  const { reply } = rendering;
  const neighbours = neighboursOf(rendering, wanted.before);
  if (!neighbours) return undefined;
  const source = { reply, masked: masked(reply.body, lex(reply.body, reply)) };
  const place = reply.markup === 'html' ? placeInHtml(source, neighbours) : placeInLines(source, neighbours);
  if (!place || isTrimmed(reply.body, place.at)) return undefined;
  return {
    span: { start: place.at, end: place.to ?? place.at },
    text: `${place.before}${writtenLine(wanted.paragraph, reply)}${place.after}`,
  };
}

/** Returns the same paragraph as it will appear in the text of the rendering. */
export function paragraphInText({ text }: Rendering, { paragraph, before }: NewParagraph): Replacement {
  return {
    span: { start: before, end: before },
    text: `${before > 0 ? '\n\n' : ''}${paragraph}${before < text.length ? '\n\n' : ''}`,
  };
}

function neighboursOf({ text, toBody, blocks }: Rendering, before: number): Neighbours | undefined {
  if (before < text.length && text[before - 1] !== '\n') return undefined;
  const last = text.slice(0, before).trimEnd().length - 1;
  const first = before + (/\S/.exec(text.slice(before))?.index ?? text.length);
  const isLast = first >= text.length;
  const beside = blocks.find(({ start, end }) => start <= (isLast ? last : first) && (isLast ? last : first) < end);
  if (last < 0 || beside?.kind !== 'paragraph') return undefined;
  return {
    end: toBody.spanOf({ start: last, end: last + 1 }).end,
    next: isLast ? undefined : toBody.spanOf({ start: first, end: first + 1 }).start,
  };
}

/** Returns true if a tag next to the position trims whitespace, such as `{%- if vip -%}` or `{{~#if vip~}}`. */
function isTrimmed(body: string, at: number): boolean {
  return /(?:-%\}|[-~]\}\})$/.test(body.slice(0, at).trimEnd()) || /^\{[%{][-~]/.test(body.slice(at).trimStart());
}
