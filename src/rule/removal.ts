import type { Rendering } from '../model/rendering.js';
import type { Replacement, Span } from '../model/span.js';

/**
 * Matches characters that belong to the preceding one: variation selectors, joiners, skin tones, key caps, and the tags
 * of a flag.
 */
const JOINED = /^(?:\ufe0e|\ufe0f|\u200d|\u20e3|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}])/u;
const OPENING = /[([{“„«‘"¿¡]$/u;
/** Matches a blank within a line. */
const BLANK = /[^\S\n]/;

/**
 * Returns the fix that removes a span of text, together with whitespace that would be doubled (`Sorry 😕.` → `Sorry.`),
 * or with its line if nothing else is on it.
 * @returns undefined if something must replace the text, because its block or its brackets would be empty, or because
 * two words or sentences would run together
 */
export function removalOf({ text, blocks }: Pick<Rendering, 'text' | 'blocks'>, span: Span): Replacement | undefined {
  const block = blocks.find(({ start, end }) => start <= span.start && span.end <= end);
  if (!block || span.end <= span.start || JOINED.test(text.slice(span.end))) return undefined;
  let { start, end } = span;
  while (start > block.start && BLANK.test(text[start - 1] ?? '')) start -= 1;
  while (end < block.end && BLANK.test(text[end] ?? '')) end += 1;
  const [before, after] = [text.slice(block.start, start), text.slice(end, block.end)];
  const isFirst = before === '' || before.endsWith('\n');
  const isLast = after === '' || after.startsWith('\n');
  if (isFirst && isLast) {
    if (before.trim() === '' && after.trim() === '') return undefined;
    return before === '' ? cut({ start, end: end + 1 }) : cut({ start: start - 1, end });
  }
  if (isLast) return cut({ start, end });
  if (isFirst) return cut({ start: span.start, end });
  const [isParted, isFollowed] = [start < span.start, end > span.end];
  if (isInWay(before, after, isParted || isFollowed)) return undefined;
  if (isFollowed && OPENING.test(before.slice(-1))) return cut({ start: span.start, end });
  return cut({ start: isFollowed || !isWord(after) ? start : span.start, end: span.end });
}

function isInWay(before: string, after: string, isParted: boolean): boolean {
  if (OPENING.test(before.slice(-1)) && /^[)\]}”»’"]/u.test(after)) return true;
  if (!isWord(after)) return false;
  if (!isParted) return !OPENING.test(before.slice(-1));
  // A picture is often used in place of a period.
  return !/[.!?…:;,)\]–—-]["”»’)]?$/u.test(before.slice(-2)) && !/^\p{Ll}/u.test(after);
}

/** Returns true if a text starts with a word, or with a mark or placeholder that can come before a word. */
function isWord(text: string): boolean {
  return /^[\p{L}\p{N}{[<%$#@*_~`]/u.test(text);
}

function cut(span: Span): Replacement {
  return { span, text: '' };
}
