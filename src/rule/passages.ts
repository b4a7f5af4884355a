import type { Rendering } from '../model/rendering.js';
import type { Span } from '../model/span.js';

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
  '>>{1,3}(?<b>[^<>\\n]{2,160})<{2,4}',
  '\\{{1,2}#(?<c>[^{}\\n]{2,160})#\\}{1,2}',
  '\\/\\*{1,3}(?<d>[^*\\n]{2,160})\\*{1,3}\\/',
  '\\*{2,9}(?<e>[^*\\n]{2,160})\\*{2,9}',
  '={2,9}(?<f>[^=\\n]{2,160})={2,9}',
  '#{2,9}(?<g>[^#\\n]{2,160})#{2,9}',
  '~{2,9}(?<h>[^~\\n]{2,160})~{2,9}',
  '!{3,9}(?<i>[^!\\n]{2,160})!{3,9}',
  '-{3,9}(?<j>[^\\n-]{2,160})-{3,9}',
  '_{2,9}(?<k>[^_\\n]{2,160})_{2,9}',
  '\\+{2,9}(?<a>[^+\\n]{2,160})\\+{2,9}',
];
const SLOTS = [
  '<<{1,3}(?<l>[^<>\\n]{2,160})>{2,4}',
  '\\[{1,2}(?<m>[^[\\]\\n]{2,160})\\]{1,2}',
  '\\{{1,2}(?<n>[^{}\\n]{2,160})\\}{1,2}',
  '<(?<o>[^<>\\n]{2,160})>',
];
const MARKED = new RegExp([...LOUD, ...SLOTS, '\\((?<p>[^()\\n]{2,160})\\)'].join('|'), 'g');
/** Matches marks of which every such passage contains at least one. */
const MARKS = /[<>{*=#~_+[(]|\/\*|!!!|---/;
/** Maximum length of a line that can be a note. A longer line may still begin with a label. */
const LONGEST_LINE = 90;
const LABEL = /^[^\n:]{2,40}:/;

/** Returns the passages of a rendering that are set apart, in order. Passages in bold can be nested. */
export function passagesOf(rendering: Rendering): Passage[] {
  const { text } = rendering;
  const marked = (MARKS.test(text) ? [...text.matchAll(MARKED)] : []).map(
    ({ 0: whole, index: start, groups = {} }): Passage => {
      const end = start + whole.length;
      const [name = '', inside = ''] = Object.entries(groups).find(([, inside]) => inside !== undefined) ?? [];
      const isAlone = (start === 0 || text[start - 1] === '\n') && (end === text.length || text[end] === '\n');
      const setting = name === 'p' ? (isAlone ? 'loud' : 'aside') : 'lmno'.includes(name) ? 'slot' : 'loud';
      return { start, end, inside, setting };
    },
  );
  let next = 0;
  const lines: Passage[] = [];
  for (const { start, end } of linesIn(text)) {
    const inside = text.slice(start, end);
    while ((marked[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((marked[next]?.start ?? end) < end) continue;
    const label = inside.length > LONGEST_LINE ? LABEL.exec(inside)?.[0] : inside;
    if (label) lines.push({ start, end: start + label.length, inside: label, setting: 'line' });
  }
  return [...marked, ...emphasisIn(rendering), ...lines].sort((one, other) => one.start - other.start);
}

/** Returns the lines that are not empty. */
function linesIn(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

const OPENS = /(?:\*{1,3}|_{1,3}|<(?:b|i|u|em|strong|mark|font|span)(?: [^<>]{0,60})?>) ?$/i;
const CLOSES = /^[^\p{L}\p{N}<*_\n]{0,3}(?:\*{1,3}|_{1,3}|<\/(?:b|i|u|em|strong|mark|font|span)>)/iu;
const LONGEST_EMPHASIS = 24;

function isMark(unit: string | undefined): boolean {
  return unit === '*' || unit === '_' || unit === '>';
}

/** Yields text in bold, italics or color. It is found in the body because the text of a rendering has no markup. */
function* emphasisIn({ text, words, toBody, reply: { body, markup } }: Rendering): Generator<Passage> {
  if (markup === 'text' || !/[*_>]/.test(body)) return;
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    const before = first && toBody.spanOf(first).start;
    if (
      !before ||
      !(isMark(body[before - 1]) || (body[before - 1] === ' ' && isMark(body[before - 2]))) ||
      !OPENS.test(body.slice(Math.max(0, before - 80), before))
    )
      continue;
    for (let last = at; last < Math.min(words.length, at + LONGEST_EMPHASIS); last += 1) {
      const word = words[last];
      const after = word && toBody.spanOf(word).end;
      if (!after || !CLOSES.test(body.slice(after, after + 12))) continue;
      yield { start: first.start, end: word.end, inside: text.slice(first.start, word.end), setting: 'line' };
      at = last;
      break;
    }
  }
}
