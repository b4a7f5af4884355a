import type { Catalogue } from '../../model/catalogue.js';
import type { Finding } from '../../model/finding.js';
import type { Reply } from '../../model/reply.js';
import { isKnown, writtenFor } from './catalogue.js';
import { bare, nearestTo } from './slip.js';

export type Problem = Pick<Finding, 'message' | 'suggestions'>;

const FILTERS =
  'abs append at_least at_most capitalize ceil compact concat date default divided_by downcase escape escape_once first floor join last lstrip map minus modulo newline_to_br plus prepend remove remove_first replace replace_first reverse round rstrip size slice sort split strip strip_html strip_newlines times truncate truncatewords uniq upcase url_decode url_encode fallback where'.split(
    ' ',
  );

/** Checks a placeholder against the catalog of its help desk. Undefined if the name is known or may be valid. */
export function problemInCatalogue(
  text: string,
  asked: string,
  { helpdesk, placeholders, catalogues }: Reply,
): Problem | undefined {
  // Commas are treated as dots, because they are a common typo.
  const path = /^[#%{]{1,2}(\w+(?:,\w+){1,5})[%}]{1,2}$/.exec(text)?.[1] ?? asked;
  const own = placeholders?.catalogue;
  if (own) return text.startsWith(own.opens) ? problemIn(own, catalogues, text, path) : undefined;
  // The braces alone can identify the help desk.
  const opens = text.slice(0, 2);
  if (helpdesk || opens === '{{' || opens === '{!') return undefined;
  const desks = catalogues.filter((desk) => desk.opens === opens);
  if (desks.length === 0 || desks.some((desk) => isKnown(desk, path))) return undefined;
  for (const desk of desks) {
    const meant = nearestTo(path, desk.paths);
    if (meant !== undefined) return unknown(desk, meant, `is unknown to ${desk.name}`);
  }
  return undefined;
}

function problemIn(desk: Catalogue, catalogues: readonly Catalogue[], text: string, path: string): Problem | undefined {
  if (desk.noFilters) {
    const inside = text.slice(2, -2).trim();
    if (isKnown(desk, inside)) return undefined;
    const meant = desk.paths.find((known) => known === path) ?? nearestTo(path, desk.paths);
    return unknown(desk, meant, `is left blank by ${desk.name}`);
  }
  if (!isKnown(desk, path) && /^[\w.,-]+$/.test(path)) {
    const meant = nearestTo(path, desk.paths);
    if (meant !== undefined) return unknown(desk, meant, `is unknown to ${desk.name}`);
    const other = path.includes('.') ? otherDeskOf(desk, catalogues, path) : undefined;
    if (other)
      return unknown(
        desk,
        desk.customer && isName(path) ? desk.customer : undefined,
        `belongs to ${other.name}, not ${desk.name}`,
      );
    if (desk.closed.test(path)) return unknown(desk, undefined, `is not a field of ${desk.name}`);
  }
  return desk.opens === '{{' ? misspeltFilter(text) : misspeltFallback(desk, text);
}

function isName(path: string): boolean {
  return /(?:first_?name|\.name)$/i.test(path) && !/agent|user|owner|staff|assignee/i.test(path);
}

function otherDeskOf(own: Catalogue, catalogues: readonly Catalogue[], path: string): Catalogue | undefined {
  return catalogues.find(
    (desk) => desk !== own && desk.opens === own.opens && desk.paths.some((known) => bare(known) === bare(path)),
  );
}

function unknown(desk: Catalogue, meant: string | undefined, message: string): Problem {
  return {
    message,
    ...(meant !== undefined && { suggestions: [`Write ${writtenFor(desk, meant)} if that is what you meant`] }),
  };
}

function misspeltFilter(text: string): Problem | undefined {
  const plain = text.replace(/"[^"]*"|'[^']*'/g, '""');
  for (const [, name = ''] of plain.matchAll(/(?<!\|)\|(?!\|)\s{0,9}([a-z_]{4,30})\b/gi)) {
    if (FILTERS.includes(name)) continue;
    const meant = nearestTo(name, FILTERS);
    if (meant !== undefined) return { message: `has an unknown filter, “${name}”`, suggestions: [`Write “${meant}”`] };
  }
  return undefined;
}

function misspeltFallback({ fallbacks, name }: Catalogue, text: string): Problem | undefined {
  const option = /,\s{0,9}([a-z]+)\s{0,9}[=:]/i.exec(text)?.[1];
  if (option === undefined || option === 'fallback' || !fallbacks?.some(({ write }) => write.includes('fallback')))
    return undefined;
  return { message: `has the option “${option}”, which ${name} does not support`, suggestions: ['Write “fallback”'] };
}
