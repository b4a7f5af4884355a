import { localeOfText, paragraphInBody, paragraphInText } from '../../compose/index.js';
import { languageCode } from '../../language/index.js';
import type { Finding, NewParagraph } from '../../model/finding.js';
import { partitionPoint } from '../../model/partition-point.js';
import type { Rendering } from '../../model/rendering.js';
import type { Reply } from '../../model/reply.js';
import type { Replacement, Span } from '../../model/span.js';

/** A replacement, as the file has to have it, as the reply's body will have it then, and as customers will read it. */
export interface Edit {
  readonly replyId: string;
  readonly inFile: Replacement;
  readonly inBody: Replacement;
  /** By the rendering’s index among the reply’s. */
  readonly inTexts: ReadonlyMap<number, Replacement>;
  /** Where the file cannot have it by itself: how it has several of one reply. */
  readonly rewritten?: Reply['rewritten'] & object;
}

/** Why a fix cannot be written, in words. */
export interface Refused {
  readonly refused: string;
}

/**
 * What a finding's fix does, through all layers. Undefined where it would take markup with it, cannot be written for
 * certain, or would change a text that the finding is not about: the words stand in several renderings at once.
 * @param found each rendering that the finding holds in, and the finding there
 * @param renderings all of the reply
 */
export function editOf(
  found: ReadonlyMap<Rendering, Finding>,
  renderings: readonly Rendering[],
): Edit | Refused | undefined {
  let edit: Edit | undefined;
  const inTexts = new Map<number, Replacement>();
  for (const [rendering, { fix }] of found) {
    const written = fix && ('paragraph' in fix ? inserted(fix, rendering) : replaced(fix, rendering));
    if (!written || 'refused' in written) return written;
    const { inText, ...places } = written;
    edit ??= { replyId: rendering.reply.id, ...places, inTexts };
    if (!isSame(edit.inBody, places.inBody)) return undefined;
    inTexts.set(renderings.indexOf(rendering), inText);
  }
  if (!edit) return undefined;
  const { span } = edit.inBody;
  const isNew = [...found.values()].some(({ fix }) => fix && 'paragraph' in fix);
  const others = renderings.filter((rendering) => !found.has(rendering));
  // What is put in stands in all of them.
  return others.some((other) => isNew || span.start === span.end || shows(other, span)) ? undefined : edit;
}

type Written = Omit<Edit, 'replyId' | 'inTexts'> & { readonly inText: Replacement };

/** A paragraph in another language than the text's is not put in, nor one that is there already: it did not help. */
function inserted(wanted: NewParagraph, rendering: Rendering): Written | Refused | undefined {
  const { reply, text, locale } = rendering;
  const language = localeOfText(wanted.paragraph);
  if (language !== undefined && languageCode(language) !== languageCode(locale)) return undefined;
  if (onOneLine(text).includes(onOneLine(wanted.paragraph))) return undefined;
  const inBody = paragraphInBody(rendering, wanted);
  if (!inBody) return undefined;
  const inText = paragraphInText(rendering, wanted);
  if (reply.rewritten) return asWhole(inBody, inText, reply.rewritten);
  const inFile = reply.map.written(inBody.text, inBody.span);
  return inFile === undefined
    ? undefined
    : { inFile: { span: reply.map.spanOf(inBody.span), text: inFile }, inBody, inText };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function replaced(inText: Replacement, { map, toBody, reply }: Rendering): Written | Refused | undefined {
  const { span, text } = inText;
  const written = toBody.written(text, span);
  if (written === undefined || !toBody.isUnbroken(span)) return undefined;
  const inBody = { span: toBody.spanOf(span), text: written };
  if (reply.rewritten) return asWhole(inBody, inText, reply.rewritten);
  const inFile = map.written(text, span);
  if (inFile === undefined || !map.isUnbroken(span)) return undefined;
  return { inFile: { span: map.spanOf(span), text: inFile }, inBody, inText };
}

/** Of a body that is encoded as a whole. */
function asWhole(inBody: Replacement, inText: Replacement, rewritten: Reply['rewritten'] & object): Written | Refused {
  const inFile = rewritten([inBody]);
  return 'refused' in inFile ? inFile : { inFile, inBody, inText, rewritten };
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** True where words of the stretch of the body stand in the rendering; what parts two blocks is made of what was cut out. */
function shows({ text, toBody }: Rendering, { start, end }: Span): boolean {
  const startOf = (unit: number) => toBody.spanOf({ start: unit, end: unit + 1 }).start;
  const first = partitionPoint(text.length, (unit) => startOf(unit) < start);
  for (let unit = first; unit < text.length && startOf(unit) < end; unit += 1)
    if (/\S/.test(text[unit] ?? '')) return true;
  return false;
}
