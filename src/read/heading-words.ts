import { AMBIGUOUS_HEADING, ASIDE_HEADING, MAIL_FIELD, METADATA, REPLY_HEADING, SUBJECT_FIELD } from './cue-words.js';

/**
 * What a heading or a label says about the text under it. `ambiguous` is an aside where it stands outside of a message,
 * and a part of the message within one: `Note:`, `Before:`.
 */
export type Role = 'reply' | 'aside' | 'ambiguous' | 'metadata' | undefined;

// Only the whole heading counts: a reply may well be titled “Question about your invoice”.
const REPLY = whole(REPLY_HEADING);
const ASIDE = whole(ASIDE_HEADING);
const AMBIGUOUS = whole(AMBIGUOUS_HEADING);
const NOTED = whole(METADATA);

function whole(alternatives: string): RegExp {
  return new RegExp(`^(?:${alternatives})$`, 'iu');
}

/** A heading that is longer is none that is known here, and as a title long enough. */
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

/** What a heading or a label says of the text under it; undefined where it is a title. */
export function roleOf(heading: string): Role {
  const said = wordsOf(heading)
    .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
    .trim();
  if (REPLY.test(said)) return 'reply';
  if (ASIDE.test(said)) return 'aside';
  if (AMBIGUOUS.test(said)) return 'ambiguous';
  return NOTED.test(said) ? 'metadata' : undefined;
}

const LABEL = /^(?:\d{1,3}[.)][ \t]+)?(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)(?:[ \t]*:)?[ \t]*$/;
const LABEL_WITH_TEXT =
  /^(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)([^*_\n]{1,60})(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?::|[–—]|-(?=[ \t])))[ \t]*(\S.*)?$/;
const PLAIN_REMARK =
  /^(use (?:this )?when|when to (?:use|send)|internal notes?|notes?|tags?|short ?code|shortcut|category)[ \t]*:[ \t]*(\S.*)?$/i;

/** A line that names what follows it, as `**Answer**` does; undefined for any other line. */
export function labelOf(line: string): string | undefined {
  const label = LABEL.exec(line.trim())?.[1];
  return label === undefined ? undefined : wordsOf(label);
}

/** A label and the text behind it on its line, empty where it stands alone. */
export interface Remark {
  readonly name: string;
  readonly text: string;
}

/** `**Use when:** the parcel is late`: the name and what is said of it. */
export function remarkOf(line: string): Remark | undefined {
  const raw = line.trim();
  const match = LABEL_WITH_TEXT.exec(raw) ?? PLAIN_REMARK.exec(raw);
  return match ? { name: wordsOf(match[1] ?? ''), text: (match[2] ?? '').trim() } : undefined;
}

const field = (names: string) =>
  new RegExp(`^(?:[*_]{2})?(?:${names})[ \\t]*(?:[*_]{2}[ \\t]*:|:[ \\t]*[*_]{2}|:|：)[ \\t]*(.*)$`, 'iu');
const SUBJECT = field(SUBJECT_FIELD);
const FIELD = field(MAIL_FIELD);

/** What a `Subject:` line says; undefined for any other line. */
export function subjectOf(line: string): string | undefined {
  return SUBJECT.exec(line.trim())?.[1]?.trim();
}

/** True for a line of a mail’s head: `To:`, `BCC:`, `Preheader:`. A long one may be a sentence. */
export function isMailField(line: string): boolean {
  return line.length <= LONGEST && FIELD.test(line.trim());
}
