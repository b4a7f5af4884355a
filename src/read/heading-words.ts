import { bitsOf, foldTelltale, nameTelltales } from '../language/telltale/index.js';

/**
 * What a heading or label says about the text under it. `ambiguous` means an aside outside of a message, but part of
 * the message inside one: `Note:`, `Before:`.
 */
export type Role = 'reply' | 'aside' | 'ambiguous' | 'metadata' | undefined;

// The whole heading must match, because a reply may be titled “Question about your invoice”.
const ROLES = [
  ['reply', bitsOf('reply-heading')],
  ['aside', bitsOf('aside-heading')],
  ['ambiguous', bitsOf('ambiguous-heading')],
  ['metadata', bitsOf('metadata')],
] as const;
const ALL_ROLES = ROLES.reduce((bits, [, list]) => bits | list, 0);

/** Number of characters of a line to examine. No known heading is longer. */
const LONGEST = 200;

/** Returns the words of a heading without numbering and marks: `## **2. Refund approved:**` → `Refund approved`. */
export function wordsOf(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .replace(/^\d{1,3}[.)][ \t]+/, '')
    .replace(/[*_]{1,3}(?=:?$)/, '')
    .replace(/[:：][*_]{0,3}$/, '')
    .trim();
}

/** Returns what a heading or label says about the text under it. Undefined if it is a title. */
export function roleOf(heading: string): Role {
  const said = wordsOf(heading)
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
    .trim();
  const lists = nameTelltales().listsOfWhole(foldTelltale(said), ALL_ROLES);
  return lists === 0 ? undefined : ROLES.find(([, list]) => (lists & list) !== 0)?.[0];
}

const LABEL = /^(?:\d{1,3}[.)][ \t]+)?(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)(?:[ \t]*:)?[ \t]*$/;
const LABEL_WITH_TEXT =
  /^(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)([^*_\n]{1,60})(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?::|[–—]|-(?=[ \t])))[ \t]*(\S.*)?$/;
const PLAIN_REMARK = /^([^:]{1,40}?)[ \t]*:[ \t]*(\S.*)?$/;
const REMARK = bitsOf('remark');

/**
 * Returns the name in a line such as `**Answer**`, which names the text after it. Undefined if the line is not a label.
 */
export function labelOf(line: string): string | undefined {
  if (!line.includes('**') && !line.includes('__')) return undefined;
  const label = LABEL.exec(line.trim())?.[1];
  return label === undefined ? undefined : wordsOf(label);
}

/**
 * Returns true for a label that comments on the message under it and is not its title, such as “Use with care.” or
 * “(only for members)”.
 */
export function isComment(label: string | undefined): boolean {
  return label !== undefined && (/[^.]\.$/.test(label) || /^\(.*\)$/.test(label));
}

/** A label with the text after it on the same line, which may be empty. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** Reads a line such as `**Use when:** the parcel is late` as a name and its value. */
export function remarkOf(line: string): Remark | undefined {
  const isBold = line.includes('**') || line.includes('__');
  if (!isBold && !line.includes(':')) return undefined;
  const raw = line.trim();
  const match = (isBold ? LABEL_WITH_TEXT.exec(raw) : null) ?? plainRemark(raw);
  return match ? { name: wordsOf(match[1] ?? ''), text: (match[2] ?? '').trim() } : undefined;
}

function plainRemark(line: string): RegExpExecArray | null {
  const match = PLAIN_REMARK.exec(line);
  return match && nameTelltales().isWhole(foldTelltale(match[1] ?? ''), REMARK) ? match : null;
}

const SUBJECT = bitsOf('subject-field');
const FIELD = bitsOf('mail-field');
const AFTER_FIELD = /^[ \t]{0,20}(?:[*_]{2}[ \t]{0,20}:|:[ \t]{0,20}[*_]{2}|:|：)(.*)$/u;

/** Returns the text after the name of a field and its colon. Undefined if the line does not start with such a field. */
function fieldOf(line: string, names: number): string | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const start = /^[*_]{2}/.test(line) ? 2 : 0;
  for (const end of nameTelltales().endsAt(foldTelltale(line.slice(0, LONGEST)), start, names)) {
    const match = AFTER_FIELD.exec(line.slice(end));
    if (match) return match[1]?.replace(/^[ \t]+/, '') ?? '';
  }
  return undefined;
}

/** Returns the text of a `Subject:` line. Undefined if the line has no subject. */
export function subjectOf(line: string): string | undefined {
  return fieldOf(line.trim(), SUBJECT)?.trim();
}

/**
 * Returns true for an email header, such as `To:`, `BCC:` or `Preheader:`. A long line is not one because it may be a
 * sentence.
 */
export function isMailField(line: string): boolean {
  return line.length <= LONGEST && fieldOf(line.trim(), FIELD) !== undefined;
}
