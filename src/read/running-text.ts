import { remarkOf } from './heading-words.js';

/** A Markdown text without anything that could separate or mark replies. */
export interface RunningText {
  /** The offset of the first line that is not blank. 0 if there is none. */
  readonly start: number;
  /** The heading on that line. Undefined if it is not a heading. */
  readonly title: string | undefined;
}

const [HASH, BLANK, TAB, RETURN] = [35, 32, 9, 13];
const [PERIOD, PARENTHESIS, COLON] = [46, 41, ':'];
/** Characters that have no meaning at the start of a line, in addition to letters and digits. */
const HARMLESS = new Set([...'{[($%"\'&!@“”„«•'].map((sign) => sign.charCodeAt(0)));
/** Characters that can begin a quoted list item. */
const QUOTES = new Set([...'"“„«'].map((sign) => sign.charCodeAt(0)));

/**
 * Recognizes a text of paragraphs and simple lists, with at most a title above them. Most replies are such texts, and
 * one look at the start of each line shows that there is at most one passage in them. Undefined for all other texts,
 * and for texts in which a line would have to be read more closely.
 * @param from the offset after the front matter
 */
export function runningTextIn(text: string, from: number): RunningText | undefined {
  let title: string | undefined;
  let first: number | undefined;
  let colon = text.indexOf(COLON, from);
  for (let start = from, end = from; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const at = afterBlanks(text, start);
    if (at >= end || (text.charCodeAt(at) === RETURN && at + 1 === end)) continue;
    if (text.charCodeAt(at) === HASH) {
      title = first === undefined && at === start ? titleIn(text.slice(start, end)) : undefined;
      if (title === undefined) return undefined;
    } else if (!isHarmless(text, at, end)) return undefined;
    first ??= start;
    if (colon >= 0 && colon < at) colon = text.indexOf(COLON, at);
    if (colon >= 0 && colon < end && remarkOf(text.slice(at, end)) !== undefined) return undefined;
  }
  return { start: first ?? 0, title };
}

/** Returns the text of a first-level heading without closing `#` characters. */
function titleIn(line: string): string | undefined {
  return /^#[ \t]+([^\s#][^#]*)$/.exec(line)?.[1]?.trim();
}

/** Returns true if a line is a part of a paragraph or of a list item. */
function isHarmless(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 42 || unit === 43 || unit === 45) return isBlank(text.charCodeAt(at + 1)) && isItem(text, at + 1, end);
  if (!isDigit(unit)) return isHarmlessStart(unit);
  let next = at + 1;
  while (isDigit(text.charCodeAt(next))) next += 1;
  const mark = text.charCodeAt(next);
  if (mark !== PERIOD && mark !== PARENTHESIS) return true;
  const after = text.charCodeAt(next + 1);
  return isBlank(after) ? isItem(text, next + 1, end) : isDigit(after) || isLetter(after);
}

/** Returns true if the text of a list item has no meaning either. */
function isItem(text: string, from: number, end: number): boolean {
  const at = afterBlanks(text, from);
  const unit = text.charCodeAt(at);
  return at >= end || (isHarmlessStart(unit) && !QUOTES.has(unit));
}

function isHarmlessStart(unit: number): boolean {
  return isLetter(unit) || isDigit(unit) || HARMLESS.has(unit);
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === BLANK || unit === TAB;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Returns true for letters and symbols of all scripts. The ranges contain no blanks and no quotation marks. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0xc0 && unit < 0x1680) ||
    (unit > 0x1680 && unit < 0x2000) ||
    (unit >= 0x2190 && unit < 0x3000) ||
    (unit > 0x3000 && unit < 0xfeff)
  );
}
