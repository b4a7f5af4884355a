import { localeOfText, paragraphInBody, paragraphInText } from '../compose/index.js';
import type { Finding, NewParagraph, Replacement } from '../model/finding.js';
import type { Rendering } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import { languageCode } from '../rule/language/index.js';

/** A replacement, as the file has to have it, as the reply's body will have it then, and as customers will read it. */
export interface Edit {
  readonly replyId: string;
  readonly inFile: Replacement;
  readonly inBody: Replacement;
  readonly inTexts: ReadonlyMap<Rendering, Replacement>;
}

/**
 * What a finding's fix does, through all layers. Undefined where it would take markup with it, cannot be written for
 * certain, or would change a text that the finding is not about: the words stand in several renderings at once.
 * @param found each rendering that the finding holds in, and the finding there
 * @param renderings all of the reply
 */
export function editOf(found: ReadonlyMap<Rendering, Finding>, renderings: readonly Rendering[]): Edit | undefined {
  let edit: Edit | undefined;
  const inTexts = new Map<Rendering, Replacement>();
  for (const [rendering, { fix }] of found) {
    const written = fix && ('paragraph' in fix ? inserted(fix, rendering) : replaced(fix, rendering));
    if (!written) return undefined;
    const { inText, ...places } = written;
    edit ??= { replyId: rendering.reply.id, ...places, inTexts };
    if (!isSame(edit.inBody, places.inBody)) return undefined;
    inTexts.set(rendering, inText);
  }
  if (!edit) return undefined;
  const { span } = edit.inBody;
  const isNew = [...found.values()].some(({ fix }) => fix && 'paragraph' in fix);
  const others = renderings.filter((rendering) => !found.has(rendering));
  // What is put in stands in all of them.
  return others.some((other) => isNew || span.start === span.end || shows(other, span)) ? undefined : edit;
}

type Written = Pick<Edit, 'inFile' | 'inBody'> & { readonly inText: Replacement };

/** A paragraph in another language than the text's is not put in, nor one that is there already: it did not help. */
function inserted(wanted: NewParagraph, rendering: Rendering): Written | undefined {
  const { reply, text, locale } = rendering;
  const language = localeOfText(wanted.paragraph);
  if (language !== undefined && languageCode(language) !== languageCode(locale)) return undefined;
  if (onOneLine(text).includes(onOneLine(wanted.paragraph))) return undefined;
  const inBody = paragraphInBody(rendering, wanted);
  const inFile = inBody && reply.map.written(inBody.text, inBody.span);
  if (!inBody || inFile === undefined) return undefined;
  return {
    inFile: { span: reply.map.spanOf(inBody.span), text: inFile },
    inBody,
    inText: paragraphInText(rendering, wanted),
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function replaced({ span, text }: Replacement, { map, toBody }: Rendering): Written | undefined {
  const inFile = map.written(text, span);
  const inBody = toBody.written(text, span);
  if (inFile === undefined || inBody === undefined || !map.isUnbroken(span)) return undefined;
  return {
    inFile: { span: map.spanOf(span), text: inFile },
    inBody: { span: toBody.spanOf(span), text: inBody },
    inText: { span, text },
  };
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** True where words of the stretch of the body stand in the rendering; what parts two blocks is made of what was cut out. */
function shows({ text, toBody }: Rendering, { start, end }: Span): boolean {
  const startOf = (unit: number) => toBody.spanOf({ start: unit, end: unit + 1 }).start;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < start) low = middle + 1;
    else high = middle;
  }
  for (let unit = low; unit < text.length && startOf(unit) < end; unit += 1)
    if (/\S/.test(text[unit] ?? '')) return true;
  return false;
}
