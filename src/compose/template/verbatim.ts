import type { Span } from '../../model/span.js';

/** Tags whose text, up to the tag that closes them, is no template. */
export const VERBATIM_NAMES: ReadonlySet<string> = new Set(['comment', 'raw']);

const TAG = /\{%-?\s*(end)?(comment|raw)\b[^{}%]{0,500}%\}/g;

/**
 * The tags that close a `comment` or a `raw`, by where that begins. Comments may stand in comments; in `raw` nothing
 * counts but its own end. One pass over the body, whatever is left open in it.
 */
export function closingsIn(body: string): ReadonlyMap<number, Span> {
  const closings = new Map<number, Span>();
  const open: { readonly name: string | undefined; readonly start: number }[] = [];
  const lastEndOfRaw = body.lastIndexOf('endraw');
  for (const { 0: text, 1: ends, 2: name, index: start } of body.matchAll(TAG)) {
    const top = open.at(-1);
    if (ends ? top?.name === name : top?.name !== 'raw' && (name !== 'raw' || start < lastEndOfRaw)) {
      if (ends && top) closings.set(top.start, { start, end: start + text.length });
      if (ends) open.pop();
      else open.push({ name, start });
    }
  }
  return closings;
}
