import { bitsOf, foldTelltale, telltales } from '../language/telltale/index.js';

const SIGN_OFF = bitsOf('sign-off', 'sign-off-alone');
/** Matches the rest of a sign-off with a name on the same line, such as `Best, Ana`. */
const SIGNED = /^[,!]\s+\S+(?:\s+\S+){0,3}\s*$/u;
/** Matches the start of a list item, heading or quotation, which cannot be a line of a signature. */
const MARK = /^(?:[-*+>#|]|\d{1,9}[.)])(?:\s|$)/;
const MOST_WORDS = 6;
const MOST_LINES = 5;

/**
 * Finds the signature that closes a letter by its shape: a paragraph that begins with a short line such as `Kind
 * regards,` or `Ride well,` above a name.
 * @param from the index of the first line to examine
 * @returns the index of the signature's last line; undefined if there is no signature
 */
export function signatureIn(lines: readonly string[], from = 0): number | undefined {
  for (let at = from; at < lines.length; at += 1) {
    if (at > 0 && (lines[at - 1] ?? '').trim() !== '' && !isOver(lines[at - 1] ?? '')) continue;
    const end = signatureAt(lines, at);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Returns true if a text ends with a signature. */
export function isSigned(text: string): boolean {
  const lines = lastLinesOf(text.trimEnd(), 12);
  const end = signatureIn(lines, 1);
  return end !== undefined && end === lines.length - 1;
}

function lastLinesOf(text: string, count: number): string[] {
  let start = text.length;
  for (let left = count; left > 0 && start >= 0; left -= 1)
    start = start === 0 ? -1 : text.lastIndexOf('\n', start - 1);
  return text.slice(start + 1).split('\n');
}

/** Returns true if a line ends a sentence. Such a line can come directly before a signature. */
function isOver(line: string): boolean {
  return /[.!?]$/.test(line.trimEnd());
}

function signatureAt(lines: readonly string[], at: number): number | undefined {
  const first = plain(lines[at]);
  if (first === '') return undefined;
  const behind = telltales()
    .endsAt(foldTelltale(first), 0, SIGN_OFF)
    .map((end) => first.slice(end));
  if (behind.some((text) => SIGNED.test(text))) return last(lines, at);
  const isKnown = behind.some((text) => /^[^\p{L}\p{N}]{0,3}$/u.test(text));
  if (!isKnown && !/^\p{L}[^.:;?]*[,!]$/u.test(first)) return undefined;
  if (MARK.test(first) || words(first) > MOST_WORDS) return undefined;
  const next = (lines[at + 1] ?? '').trim() === '' && isKnown ? at + 2 : at + 1;
  if (!isName(lines[next])) return isKnown ? at : undefined;
  return last(lines, next);
}

/** Returns the last line of a signature, because a company, an address or a phone number may follow the name. */
function last(lines: readonly string[], name: number): number {
  let end = name;
  while (end - name < MOST_LINES && (lines[end + 1] ?? '').trim() !== '' && !isLabel(lines[end + 1])) end += 1;
  return end;
}

function isLabel(line: string | undefined): boolean {
  return /^\s*(?:\*\*|__|#|```|---|>)/.test(line ?? '');
}

function isName(line: string | undefined): boolean {
  const name = plain(line);
  return name !== '' && !MARK.test(name) && words(name) <= MOST_WORDS && !/[.!?:;,]$/.test(name);
}

/** Returns a line without the marks for bold and italic text. */
function plain(line: string | undefined): string {
  const trimmed = (line ?? '').trim();
  return isMark(trimmed[0]) || isMark(trimmed.at(-1)) ? trimmed.replace(/^[*_]{1,3}|[*_]{1,3}$/g, '') : trimmed;
}

function isMark(letter: string | undefined): boolean {
  return letter === '*' || letter === '_';
}

function words(line: string): number {
  return line.split(/\s+/, MOST_WORDS + 2).length;
}
