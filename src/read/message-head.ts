import { isSalutation } from './cues.js';
import { isMailField, remarkOf, roleOf, subjectOf } from './heading-words.js';
import type { Line } from './markdown-blocks.js';

/** The lines of a message, without email headers, notes and rules before it. */
export interface Headless {
  readonly lines: readonly Line[];
  readonly subject: string | undefined;
  /** True if lines other than blank ones were removed. */
  readonly hadHead: boolean;
}

const RULE = /^(?:[-*_=~][ \t]*){3,}$/;

/**
 * Removes everything before a message, and the blank lines around it. A few lines above a salutation count as notes, no
 * matter what they say.
 */
export function withoutHead(text: string, lines: readonly Line[]): Headless {
  let from = 0;
  let subject: string | undefined;
  let first: number | undefined;
  for (; from < lines.length; from += 1) {
    const raw = rawOf(text, lines[from]);
    if (raw === '') continue;
    const said = subject === undefined ? subjectOf(raw) : undefined;
    if (said !== undefined) subject = said.replace(/^[`"“]|[`"”]$/g, '');
    else if (!isAbove(raw)) break;
    first ??= from;
  }
  const greeting = salutationAfter(text, lines, from);
  if (greeting !== undefined) {
    first ??= from;
    from = greeting;
  }
  let to = lines.length;
  while (to > from && rawOf(text, lines[to - 1]) === '') to -= 1;
  return { lines: lines.slice(from, to), subject, hadHead: first !== undefined };
}

function isAbove(raw: string): boolean {
  if (isMailField(raw) || RULE.test(raw)) return true;
  const remark = remarkOf(raw);
  const role = remark && roleOf(remark.name);
  return role !== undefined && (role !== 'ambiguous' || remark?.text !== '');
}

const MOST_ABOVE = 3;
const MOST_CHARACTERS = 400;

/**
 * Returns the index of a line with only a salutation, which may come after at most one short paragraph. Undefined if the
 * first line is a salutation. It is checked last, because hardly any text has another line that could be one.
 */
function salutationAfter(text: string, lines: readonly Line[], from: number): number | undefined {
  const start = lines[from]?.start ?? 0;
  let seen = 0;
  for (let at = from; at < lines.length && seen <= MOST_ABOVE; at += 1) {
    const line = lines[at];
    const raw = rawOf(text, line);
    if (raw === '') continue;
    const opens = at > from && rawOf(text, lines[at - 1]) === '';
    if (opens && (line?.start ?? 0) - start <= MOST_CHARACTERS && isSalutation(raw))
      return isSalutation(rawOf(text, lines[from])) ? undefined : at;
    if (/^(?:#{1,6}\s|```|~~~|>|\|)/.test(raw)) return undefined;
    seen += 1;
  }
  return undefined;
}

function rawOf(text: string, line: Line | undefined): string {
  return line ? text.slice(line.start, line.end).trim() : '';
}
