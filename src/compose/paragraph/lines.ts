import type { Reply } from '../../model/reply.js';
import { MASK } from '../template/mask.js';
import type { Neighbours, Place, Source } from './place.js';

/** Matches what can come before the first visible word of a line: template tags, blanks and emphasis marks. */
const LINE_START = new RegExp(`^(${MASK}*)([ \\t]*)([*_~]{0,3})$`);
/** Matches a thematic break. */
const RULE = /^\s{0,200}(?:[-*_=~][ \t]*){2,200}\s{0,200}$/;
/**
 * Maximum indentation of a paragraph. Markdown treats text with more indentation as code, or as part of the list above.
 */
const DEEPEST_INDENT = 3;

/**
 * Finds the place for a paragraph in Markdown or plain text. The paragraph gets its own lines, with a blank line before
 * and after.
 */
export function placeInLines(source: Source, neighbours: Neighbours): Place | undefined {
  return neighbours.next === undefined
    ? afterLine(source, neighbours.end)
    : beforeLine(source, neighbours.end, neighbours.next);
}

function beforeLine({ reply, masked }: Source, end: number, next: number): Place | undefined {
  const lineStart = masked.lastIndexOf('\n', next - 1) + 1;
  const [whole, tags = '', indent = '', marks = ''] = LINE_START.exec(masked.slice(lineStart, next)) ?? [];
  if (whole === undefined || lineStart <= end || indent.length > DEEPEST_INDENT) return undefined;
  if (reply.markup === 'text' && marks !== '') return undefined;
  // Closing text is inserted above the line that separates the signature.
  const feed = masked.indexOf('\n', end);
  if (feed < lineStart && RULE.test(masked.slice(feed, lineStart))) return afterLine({ reply, masked }, end);
  const lineEnd = lineEndOf(reply);
  const isParted = isBlank(masked.slice(masked.lastIndexOf('\n', lineStart - 2) + 1, lineStart));
  if (isParted) return { at: next - marks.length, before: '', after: `${lineEnd.repeat(2)}${indent}` };
  // A tag at the end of this line belongs to the text above, so the paragraph is inserted after the tag.
  if (tags !== '') return { at: next - marks.length, before: lineEnd.repeat(2), after: lineEnd.repeat(2) };
  const above = masked.slice(0, lineStart).trimEnd().length;
  return { at: above, to: lineStart, before: `${lineEnd.repeat(2)}${indent}`, after: lineEnd.repeat(2) };
}

function afterLine({ reply, masked }: Source, end: number): Place | undefined {
  const feed = masked.indexOf('\n', end);
  const stop = feed < 0 ? masked.length : feed;
  const at = masked[stop - 1] === '\r' && stop > end ? stop - 1 : stop;
  const lineStart = masked.lastIndexOf('\n', end - 1) + 1;
  const indent = reply.markup === 'text' ? (/^[ \t]*/.exec(masked.slice(lineStart, end))?.[0] ?? '') : '';
  const following = feed < 0 ? '' : masked.slice(feed + 1).split('\n', 1)[0];
  const lineEnd = lineEndOf(reply);
  return { at, before: `${lineEnd.repeat(2)}${indent}`, after: isBlank(following ?? '') ? '' : lineEnd };
}

/**
 * Returns the line ending of the body. For a body of a single line, this is the line ending of the file, unless the
 * body is a value inside the file.
 */
function lineEndOf({ body, pointer, file }: Reply): string {
  const found = /\r?\n/.exec(body) ?? (pointer.startsWith('/') ? null : /\r?\n/.exec(file.text));
  return found?.[0] ?? '\n';
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
