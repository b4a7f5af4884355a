import { localeOfText, paragraphInBody, paragraphInText } from '../../compose/index.js';
import { languageCode } from '../../language/index.js';
import type { Finding, NewParagraph } from '../../model/finding.js';
import { partitionPoint } from '../../model/partition-point.js';
import type { Rendering } from '../../model/rendering.js';
import type { Reply } from '../../model/reply.js';
import type { Replacement, Span } from '../../model/span.js';

/** A replacement, given for the file, for the body of the reply, and for the texts that customers read. */
export interface Edit {
  readonly replyId: string;
  readonly inFile: Replacement;
  readonly inBody: Replacement;
  /** The replacements in the texts, by the index of the rendering. */
  readonly inTexts: ReadonlyMap<number, Replacement>;
  /** The same change in the plain-text copy of the reply. */
  readonly twin?: Edit;
  /** Creates a single replacement for all edits of a reply. Present only if the file requires that. */
  readonly rewritten?: Reply['rewritten'] & object;
}

/** Says in words why a fix cannot be written. */
export interface Refused {
  readonly refused: string;
}

/**
 * Returns the edit for the fix of a finding, mapped through all layers. Undefined if it would remove markup, might not
 * be written correctly, or would change a rendering without the finding, because several renderings can share the same
 * words.
 * @param found each rendering with the finding, and the finding in it
 * @param renderings all renderings of the reply
 */
export function editOf(
  found: ReadonlyMap<Rendering, Finding>,
  renderings: readonly Rendering[],
): Edit | Refused | undefined {
  let edit: Edit | undefined;
  const inTexts = new Map<number, Replacement>();
  for (const [rendering, { fix }] of found) {
    const written = fix && ('paragraph' in fix ? insertedEdit(fix, rendering) : replacedEdit(fix, rendering));
    if (!written || 'refused' in written) return written;
    const { inText, ...places } = written;
    edit ??= { replyId: rendering.reply.id, ...places, inTexts };
    if (!isSame(edit.inBody, places.inBody)) return undefined;
    inTexts.set(renderings.indexOf(rendering), inText);
  }
  if (!edit) return undefined;
  const { span } = edit.inBody;
  const isInserted = [...found.values()].some(({ fix }) => fix && 'paragraph' in fix);
  const others = renderings.filter((rendering) => !found.has(rendering));
  // Inserted text appears in all renderings.
  return others.some((other) => isInserted || span.start === span.end || shows(other, span)) ? undefined : edit;
}

type Written = Omit<Edit, 'replyId' | 'inTexts'> & { readonly inText: Replacement };

/**
 * Returns the edit that inserts a paragraph. Undefined if the paragraph is in a different language than the text, or if
 * the text already contains it, so that it does not help.
 */
function insertedEdit(paragraph: NewParagraph, rendering: Rendering): Written | Refused | undefined {
  const { reply, text, locale } = rendering;
  const language = localeOfText(paragraph.paragraph);
  if (language !== undefined && languageCode(language) !== languageCode(locale)) return undefined;
  if (unwrap(text).includes(unwrap(paragraph.paragraph))) return undefined;
  const inBody = paragraphInBody(rendering, paragraph);
  if (!inBody) return undefined;
  const inText = paragraphInText(rendering, paragraph);
  if (reply.rewritten) return asWhole(inBody, inText, reply.rewritten);
  const inFile = reply.map.written(inBody.text, inBody.span);
  return inFile === undefined
    ? undefined
    : { inFile: { span: reply.map.spanOf(inBody.span), text: inFile }, inBody, inText };
}

function unwrap(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function replacedEdit(inText: Replacement, { map, toBody, reply }: Rendering): Written | Refused | undefined {
  const { span, text } = inText;
  const written = toBody.written(text, span);
  if (written === undefined || !toBody.isUnbroken(span)) return undefined;
  const inBody = { span: toBody.spanOf(span), text: written };
  if (reply.rewritten) return asWhole(inBody, inText, reply.rewritten);
  const inFile = map.written(text, span);
  if (inFile === undefined || !map.isUnbroken(span)) return undefined;
  return { inFile: { span: map.spanOf(span), text: inFile }, inBody, inText };
}

/** Returns an edit for a body that is encoded as a whole. */
function asWhole(inBody: Replacement, inText: Replacement, rewritten: Reply['rewritten'] & object): Written | Refused {
  const inFile = rewritten([inBody]);
  return 'refused' in inFile ? inFile : { inFile, inBody, inText, rewritten };
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/**
 * Returns true if the rendering shows words of a span of the body. Whitespace between blocks stands for text that was
 * cut out.
 */
function shows({ text, toBody }: Rendering, { start, end }: Span): boolean {
  const startOf = (unit: number) => toBody.spanOf({ start: unit, end: unit + 1 }).start;
  const first = partitionPoint(text.length, (unit) => startOf(unit) < start);
  for (let unit = first; unit < text.length && startOf(unit) < end; unit += 1)
    if (/\S/.test(text[unit] ?? '')) return true;
  return false;
}
