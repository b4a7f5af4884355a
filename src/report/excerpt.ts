import type { LintMessage } from '../model/finding.js';
import { safe } from './safe.js';
import { type SourceLines, shortRegion } from './source-lines.js';

/**
 * The words of a finding, with the text before and after them in the line. All three parts are safe to print next to
 * each other.
 */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Maximum number of UTF-16 units to show on each side of the marked words. */
const AROUND = 40;
/** Maximum number of UTF-16 units to show of the marked words. */
const MARKED = 80;
/** Number of UTF-16 units to look at on each side of the marked words. */
const NEAR = 200;

/** In JSON, an escaped line break ends a line of a reply, and a quotation mark ends the reply. */
const JSON_BREAK = /\\[nr]|(?<!\\)"/g;

/** Returns the first line of a finding, shortened between words on both sides of the marked ones. */
export function excerptOf(message: LintMessage, lines: SourceLines, path: string): Excerpt {
  const { line, column, endColumn } = shortRegion(message, lines);
  const breaks = /\.json$/i.test(path) ? JSON_BREAK : undefined;
  const text = lines.line(line);
  const marked = text.slice(column - 1, endColumn - 1);
  const before = safe(
    lastWords(sinceBreak(text.slice(Math.max(0, column - 1 - NEAR), column - 1), breaks).trimStart()),
  );
  const shown = safe(firstWords(marked, MARKED));
  const behind = untilBreak(text.slice(endColumn - 1, endColumn - 1 + NEAR), breaks).trimEnd();
  const after = safe(marked.length > MARKED ? '' : firstWords(behind, AROUND));
  const joined = `${before}${shown}${after}`;
  // Two harmless parts can form a log command where they meet, so the joined text is checked, too.
  const apart = safe(joined) === joined ? (part: string) => part : (part: string) => part.replaceAll('#', '\\u{23}');
  return { before: apart(before), marked: apart(shown), after: apart(after) };
}

function sinceBreak(text: string, breaks: RegExp | undefined): string {
  const last = breaks && [...text.matchAll(breaks)].at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function untilBreak(text: string, breaks: RegExp | undefined): string {
  const [first] = breaks ? text.matchAll(breaks) : [];
  return first ? text.slice(0, first.index) : text;
}

function lastWords(text: string): string {
  if (text.length <= AROUND) return text;
  const kept = text.slice(-AROUND);
  return `…${withoutHalves(kept.slice(Math.max(0, kept.indexOf(' '))))}`;
}

function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(' ', length);
  return `${withoutHalves(text.slice(0, blank > 0 ? blank : length))}…`;
}

/** Removes lone surrogates at both ends, which are left over where the text was cut. */
function withoutHalves(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
