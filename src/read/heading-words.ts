import { bitsOf, foldTelltale, nameTelltales } from '../language/telltale/index.js';

/**
 * What a heading or a label says about the text under it. `ambiguous` is an aside outside of a message, and part of
 * the message within one: `Note:`, `Before:`.
 */
export type Role = 'reply' | 'aside' | 'ambiguous' | 'metadata' | undefined;

// Only the whole heading counts: a reply may be titled “Question about your invoice”.
const ROLES = [
  ['reply', bitsOf('reply-heading')],
  ['aside', bitsOf('aside-heading')],
  ['ambiguous', bitsOf('ambiguous-heading')],
  ['metadata', bitsOf('metadata')],
] as const;

/** A longer heading is not a known one, and long enough to be a title. */
const LONGEST = 200;

/** `## **2. Refund approved:**` → `Refund approved`. */
export function wordsOf(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
    .replace(/^\d{1,3}[.)][ \t]+/, '')
    .replace(/[*_]{1,3}(?=:?$)/, '')
    .replace(/[:：][*_]{0,3}$/, '')
    .trim();
}

/** What a heading or a label says about the text under it; undefined for a title. */
export function roleOf(heading: string): Role {
  const said = wordsOf(heading)
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
    .trim();
  const folded = foldTelltale(said);
  return ROLES.find(([, list]) => nameTelltales().isWhole(folded, list))?.[0];
}

const LABEL = /^(?:\d{1,3}[.)][ \t]+)?(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)(?:[ \t]*:)?[ \t]*$/;
const LABEL_WITH_TEXT =
  /^(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)([^*_\n]{1,60})(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?::|[–—]|-(?=[ \t])))[ \t]*(\S.*)?$/;
const PLAIN_REMARK = /^([^:]{1,40}?)[ \t]*:[ \t]*(\S.*)?$/;
const REMARK = bitsOf('remark');

/** A line that names what follows, such as `**Answer**`; undefined for any other line. */
export function labelOf(line: string): string | undefined {
  const label = LABEL.exec(line.trim())?.[1];
  return label === undefined ? undefined : wordsOf(label);
}

/** “Use with care.”, “(only for members)”: a label that is about the message under it, and no title of it. */
export function isComment(label: string | undefined): boolean {
  return label !== undefined && (/[^.]\.$/.test(label) || /^\(.*\)$/.test(label));
}

/** A label and the text after it on its line, which may be empty. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** `**Use when:** the parcel is late`: the name and its value. */
export function remarkOf(line: string): Remark | undefined {
  const raw = line.trim();
  const match = LABEL_WITH_TEXT.exec(raw) ?? plainRemark(raw);
  return match ? { name: wordsOf(match[1] ?? ''), text: (match[2] ?? '').trim() } : undefined;
}

function plainRemark(line: string): RegExpExecArray | null {
  const match = PLAIN_REMARK.exec(line);
  return match && nameTelltales().isWhole(foldTelltale(match[1] ?? ''), REMARK) ? match : null;
}

const SUBJECT = bitsOf('subject-field');
const FIELD = bitsOf('mail-field');
const AFTER_FIELD = /^[ \t]{0,20}(?:[*_]{2}[ \t]{0,20}:|:[ \t]{0,20}[*_]{2}|:|：)(.*)$/u;

/** The text after the name of a field and its colon; undefined for a line without such a field. */
function fieldOf(line: string, names: number): string | undefined {
  const start = /^[*_]{2}/.test(line) ? 2 : 0;
  for (const end of nameTelltales().endsAt(foldTelltale(line.slice(0, LONGEST)), start, names)) {
    const match = AFTER_FIELD.exec(line.slice(end));
    if (match) return match[1]?.replace(/^[ \t]+/, '') ?? '';
  }
  return undefined;
}

/** The text of a `Subject:` line; undefined for any other line. */
export function subjectOf(line: string): string | undefined {
  return fieldOf(line.trim(), SUBJECT)?.trim();
}

/** True for an email header line: `To:`, `BCC:`, `Preheader:`. A long one may be a sentence. */
export function isMailField(line: string): boolean {
  return line.length <= LONGEST && fieldOf(line.trim(), FIELD) !== undefined;
}
