import type { Span } from '../../model/span.js';

/** Tags whose contents, up to the closing tag, are not shown to customers. */
export const HIDDEN_NAMES: ReadonlySet<string> = new Set(['comment', 'schema', 'javascript', 'stylesheet', 'doc']);
/** Tags whose contents are not interpreted as a template. */
export const VERBATIM_NAMES: ReadonlySet<string> = new Set([...HIDDEN_NAMES, 'raw', 'verbatim']);

const TAG = /\{%[-+~]?\s{0,50}(end)?(comment|schema|javascript|stylesheet|doc|raw|verbatim)\b[^{}%]{0,500}%\}/g;

/**
 * Finds the closing tags of all verbatim blocks, by the start of their contents. Comments may be nested; in other
 * blocks, only their own closing tag counts. The body is read once, no matter how many blocks are left open.
 */
export function closingsIn(body: string): ReadonlyMap<number, Span> {
  const closings = new Map<number, Span>();
  const open: { readonly name: string | undefined; readonly start: number }[] = [];
  const lastEnds = new Map<string | undefined, number>();
  const tags = [...body.matchAll(TAG)];
  for (const { 1: ends, 2: name, index } of tags) if (ends) lastEnds.set(name, index);
  for (const { 0: text, 1: ends, 2: name, index: start } of tags) {
    const top = open.at(-1);
    if (ends && top && top.name === name) {
      closings.set(top.start, { start, end: start + text.length });
      open.pop();
    } else if (!ends && (!top || top.name === 'comment') && (name === 'comment' || start < (lastEnds.get(name) ?? -1)))
      open.push({ name, start });
  }
  return closings;
}
