import { Parser } from 'htmlparser2';
import { escapedHtml } from '../model/html-text.js';
import { MappedText, type OffsetMap } from '../model/offset-map.js';
import type { Span } from '../model/span.js';

/** The text of an XML element, with entities decoded and CDATA unwrapped, and the map back to the file. */
export interface XmlText {
  readonly body: string;
  readonly map: OffsetMap;
}

/**
 * The text of a stretch of XML without its tags.
 * @param offset where the stretch begins in its file
 */
export function xmlText(source: string, offset = 0): XmlText {
  const out = new MappedText();
  const sections: Span[] = [];
  let inCdata = false;
  const parser = new Parser(
    {
      oncdatastart: () => {
        inCdata = true;
      },
      oncdataend: () => {
        inCdata = false;
      },
      ontext: (text) => {
        // A section comes as one piece, its marks in the stretch; so does an entity.
        const from = parser.startIndex + (inCdata ? '<![CDATA['.length : 0);
        const to = inCdata ? from + text.length : parser.endIndex + 1;
        out.add(text, from + offset, to + offset);
        if (inCdata) sections.push({ start: from + offset, end: to + offset });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  const isVerbatim = (at: Span) => sections.some(({ start, end }) => start <= at.start && at.end <= end);
  return { body: out.text, map: out.map((text, at) => (isVerbatim(at) ? verbatim(text) : escaped(text))) };
}

function verbatim(text: string): string | undefined {
  return text.includes(']]>') ? undefined : text;
}

function escaped(text: string): string {
  return escapedHtml(text);
}

/** What stands between the tags of the first element of a name; undefined where there is none. */
export function elementIn(source: string, name: string): { readonly start: number; readonly end: number } | undefined {
  let start: number | undefined;
  let found: { start: number; end: number } | undefined;
  const parser = new Parser(
    {
      onopentag: (tag) => {
        if (tag === name && start === undefined) start = parser.endIndex + 1;
      },
      onclosetag: (tag, implied) => {
        if (tag === name && start !== undefined && !found)
          found = { start, end: implied ? source.length : parser.startIndex };
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return found;
}

/** The attributes of a document's root. */
export function rootAttributes(source: string): Readonly<Record<string, string>> {
  let attributes: Record<string, string> | undefined;
  const parser = new Parser(
    {
      onopentag: (_, found) => {
        attributes ??= found;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return attributes ?? {};
}

/** The texts of the child elements of a document's root, by name; the first where one repeats. */
export function childTexts(source: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let depth = 0;
  let open = '';
  let text = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        depth += 1;
        if (depth === 2) {
          open = name;
          text = '';
        }
      },
      ontext: (piece) => {
        if (depth === 2) text += piece;
      },
      onclosetag: () => {
        if (depth === 2 && !texts.has(open)) texts.set(open, text);
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
  return texts;
}
