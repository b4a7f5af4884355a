import { escapedHtml } from '../../model/html-text.js';
import { MappedText } from '../../model/offset-map.js';
import type { Span } from '../../model/span.js';
import type { DecodedText } from '../container/value.js';

/** Matches everything that is not text: CDATA sections, comments, instructions, tags and references. */
const MARKUP =
  /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<\/?[\p{L}_:](?:[^<>"']|"[^"<]*"|'[^'<]*')*>|&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));/gu;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Matches attributes in which translation files say what a tag stands for. */
const STANDS_FOR = /\s(?:equiv-text|equiv|disp|ctype)\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/**
 * Returns the text of a span of XML, with CDATA sections unwrapped, entities decoded and tags removed.
 * @param source the text of the file
 */
export function xmlText(source: string, { start, end }: Span): DecodedText {
  const out = new MappedText();
  const sections: Span[] = [];
  const stretch = source.slice(start, end);
  let at = start;
  for (const match of stretch.matchAll(MARKUP)) {
    const from = start + match.index;
    out.add(source.slice(at, from), at, from);
    at = from + match[0].length;
    const [whole, section, decimal, hex, name] = match;
    if (section !== undefined) {
      const inside = from + '<![CDATA['.length;
      out.add(section, inside, inside + section.length);
      sections.push({ start: inside, end: inside + section.length });
    } else if (whole.startsWith('&')) out.add(referenceOf(whole, { decimal, hex, name }), from, at);
    else if (whole.startsWith('<')) out.add(standIn(whole), from, at);
  }
  out.add(source.slice(at, end), at, end);
  const isVerbatim = (place: Span) => sections.some((each) => each.start <= place.start && place.end <= each.end);
  return {
    body: out.text,
    map: out.map((text, place) => (isVerbatim(place) ? (text.includes(']]>') ? undefined : text) : escapedHtml(text))),
  };
}

function referenceOf(
  whole: string,
  { decimal, hex, name }: Readonly<Record<'decimal' | 'hex' | 'name', string | undefined>>,
): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}

/** Returns the text that a tag such as `<x id="1" equiv-text="{{name}}"/>` stands for. */
function standIn(tag: string): string {
  const [, double, single] = STANDS_FOR.exec(tag) ?? [];
  return (double ?? single ?? '').replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
}
