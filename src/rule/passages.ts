import type { Rendering, Word } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import { emphasisIn } from './emphasis.js';

/**
 * How a passage is set apart. `loud`: between rows of symbols, or in parentheses on its own line; `slot`: in square
 * brackets, braces or angle brackets; `aside`: in parentheses; `line`: as a short line, a label, or in bold or italics.
 */
export type Setting = 'loud' | 'slot' | 'aside' | 'line';

/** A span of a rendering that is set apart from the surrounding sentences. */
export interface Passage extends Span {
  /** The text inside the delimiters, as written. */
  readonly inside: string;
  readonly setting: Setting;
}

/**
 * Patterns for what sets a passage apart, starting with the most visible. No character class contains the closing
 * delimiter, and every quantifier is bounded.
 */
const LOUD = [
  '>>{1,3}([^<>\\n]{2,160})<{2,4}',
  '\\{{1,2}#([^{}\\n]{2,160})#\\}{1,2}',
  '\\/\\*{1,3}([^*\\n]{2,160})\\*{1,3}\\/',
  '\\*{2,9}([^*\\n]{2,160})\\*{2,9}',
  '={2,9}([^=\\n]{2,160})={2,9}',
  '#{2,9}([^#\\n]{2,160})#{2,9}',
  '~{2,9}([^~\\n]{2,160})~{2,9}',
  '!{3,9}([^!\\n]{2,160})!{3,9}',
  '-{3,9}([^\\n-]{2,160})-{3,9}',
  '_{2,9}([^_\\n]{2,160})_{2,9}',
  '\\+{2,9}([^+\\n]{2,160})\\+{2,9}',
];
const SLOTS = [
  '<<{1,3}([^<>\\n]{2,160})>{2,4}',
  '\\[{1,2}([^[\\]\\n]{2,160})\\]{1,2}',
  '\\{{1,2}([^{}\\n]{2,160})\\}{1,2}',
  '<([^<>\\n]{2,160})>',
];
/** The pattern for parentheses comes last. */
const PATTERNS = [...LOUD, ...SLOTS, '\\(([^()\\n]{2,160})\\)'];
const MARKED = new RegExp(PATTERNS.join('|'), 'g');
/** Matches marks of which every such passage contains at least one. */
const MARKS = /[<>{*=#~_+[(]|\/\*|!!!|---/;
/** Maximum length of a line that can be a note. A longer line may still begin with a label. */
const LONGEST_LINE = 90;
/** Minimum and maximum length of a label without its colon. */
const SHORTEST_LABEL = 2;
const LONGEST_LABEL = 40;

/**
 * Returns the passages of a rendering that are set apart, in order. Passages in bold can be nested.
 * @param isWanted returns false for the offsets of a `line` that the caller does not need, which then costs less. False
 * for the first word of a `line` must mean false for the whole.
 */
export function passagesOf(
  rendering: Rendering,
  isWanted: (start: number, end: number) => boolean = () => true,
): Passage[] {
  const { text, words } = rendering;
  const marked = MARKS.test(text) ? markedIn(text) : [];
  const lines = linesApart(text, marked, isWanted);
  const emphasized = emphasisIn(rendering, (at) => {
    const { start, end } = words[at] as Word;
    return isWanted(start, end);
  });
  if (emphasized.length === 0 && marked.length === 0) return lines;
  const passages = marked;
  for (const { start, end } of emphasized)
    if (isWanted(start, end)) passages.push({ start, end, inside: text.slice(start, end), setting: 'line' });
  for (const line of lines) passages.push(line);
  return passages.length > 1 ? passages.sort((one, other) => one.start - other.start) : passages;
}

/** Returns the passages between marks. */
function markedIn(text: string): Passage[] {
  const marked: Passage[] = [];
  MARKED.lastIndex = 0;
  for (let match = MARKED.exec(text); match; match = MARKED.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    let pattern = 0;
    while (match[pattern + 1] === undefined) pattern += 1;
    marked.push({ start, end, inside: match[pattern + 1] ?? '', setting: settingOf(pattern, text, { start, end }) });
  }
  return marked;
}

/** @param pattern the index of the pattern that matched */
function settingOf(pattern: number, text: string, { start, end }: Span): Setting {
  if (pattern < LOUD.length) return 'loud';
  if (pattern < PATTERNS.length - 1) return 'slot';
  const isAlone = (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
  return isAlone ? 'loud' : 'aside';
}

/** Returns the lines that contain no marked passage and are short or begin with a label. */
function linesApart(
  text: string,
  marked: readonly Span[],
  isWanted: (start: number, end: number) => boolean,
): Passage[] {
  const lines: Passage[] = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    while (next < marked.length && (marked[next] as Span).end <= start) next += 1;
    const isMarked = next < marked.length && (marked[next] as Span).start < end;
    if (end > start && !isMarked) {
      const stop = end - start > LONGEST_LINE ? endOfLabel(text, start, end) : end;
      if (stop > start && isWanted(start, stop))
        lines.push({ start, end: stop, inside: text.slice(start, stop), setting: 'line' });
    }
    start = end + 1;
  }
  return lines;
}

/** Returns the offset after the label at the start of a line. The start if the line has no label. */
function endOfLabel(text: string, start: number, end: number): number {
  const last = Math.min(end - 1, start + LONGEST_LABEL);
  for (let at = start; at <= last; at += 1) if (text[at] === ':') return at >= start + SHORTEST_LABEL ? at + 1 : start;
  return start;
}
