import type { Word } from '../../model/rendering.js';
import type { DigestReading, Place } from '../library-steps.js';
import { type PackedPlace, packedPlace, unpackedPlace } from '../packed-place.js';

/** The features that variants of one reply have in common in all languages. Plain data. */
export interface LanguageVariant {
  /** Identifiers of the replies that this may be a variant of. Variants of the same reply share an identifier. */
  readonly families: readonly string[];
  /** The language code: the declared one, or the detected one. */
  readonly language: string;
  readonly isDefault: boolean;
  readonly isOutdated: boolean;
  /** True if the front matter lists the languages that the reply is meant for, so that no other variant is missing. */
  readonly listsLanguages: boolean;
  /** The placeholders that the help desk fills in. Names of people are represented by their role, others as written. */
  readonly placeholders: readonly string[];
  /** The addresses of links, without parts that only identify the language. */
  readonly links: readonly string[];
  /** Numbers written as digits, except prices, times and phone numbers. */
  readonly numbers: readonly string[];
  /** The places of the placeholders and numbers. `placeIn` unpacks them. */
  readonly places: Readonly<Record<string, PackedPlace>>;
}

/** Returns the place of a placeholder or a number in a variant. Undefined for any other value. */
export function placeIn({ places }: Pick<LanguageVariant, 'places'>, value: string): Place | undefined {
  const place = places[value];
  return place && unpackedPlace(place, value);
}

/** Maximum number of digits in an amount. */
const MOST_DIGITS = 5;
/** Maximum number of characters to search for a list of languages in front matter. */
const FRONT_MATTER = 2000;
const LISTED = /^---\r?\n(?:(?!---)[^\n]{0,300}\n){0,40}(?:locales|languages)[ \t]{0,9}:/;
/** Matches a part of an address that is a language code, with or without a region. */
const CODE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/** Returns the features of a reply. Undefined for a reply that cannot be a variant of another one. */
export function languageVariant(readings: readonly DigestReading[]): LanguageVariant | undefined {
  const [first] = readings;
  if (!first || first.rendering.locale === 'und') return undefined;
  const { reply, locale } = first.rendering;
  const families = familiesOf(first);
  if (families.length === 0) return undefined;
  const { declared, part } = reply;
  const found = valuesIn(readings);
  return {
    families,
    language: part?.localeId ?? declared.locale ?? declared.localeInPath ?? locale,
    isDefault: part?.isDefault ?? (declared.locale === undefined && declared.localeInPath === undefined),
    isOutdated: part?.isOutdated === true,
    listsLanguages: reply.pointer === '' && LISTED.test(reply.file.text.slice(0, FRONT_MATTER)),
    placeholders: distinct(found.placeholders),
    links: distinct(found.links),
    numbers: distinct(found.numbers),
    places: found.places,
  };
}

/** The values in the texts of a reply, in the order in which they were found. */
interface Values {
  readonly placeholders: string[];
  readonly links: string[];
  readonly numbers: string[];
  readonly places: Record<string, PackedPlace>;
}

function valuesIn(readings: readonly DigestReading[]): Values {
  const body = readings[0]?.rendering.reply.body ?? '';
  // All readings are of one body.
  const values: Values = { placeholders: placeholdersInAddresses(body), links: [], numbers: [], places: {} };
  for (const reading of readings) addPlaceholders(reading, values);
  for (const reading of readings) {
    for (const { url } of reading.rendering.links) addLink(url, values.links);
    addFromWords(reading, values);
  }
  return values;
}

function addValue(value: string, values: string[], { places }: Values, place: () => Place): void {
  values.push(value);
  places[value] ??= packedPlace(place(), value);
}

/** Most replies have only a few values. */
function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].sort();
}

function familiesOf({ rendering: { reply } }: DigestReading): string[] {
  const { declared, part, file, pointer, title } = reply;
  if (part) return [`part ${part.name}`];
  const families: string[] = [];
  if (pointer === '' || declared.localeInPath !== undefined) {
    const code = declared.localeInPath ?? declared.locale;
    const path = code === undefined ? file.path : withoutCode(file.path, code);
    families.push(
      `path ${path
        .replace(/\/{2,}/g, '/')
        .replace(/^\.?\//, '')
        .replace('/.', '.')} ${pointer}`,
    );
  }
  if (declared.locale !== undefined && title !== undefined) {
    const [base = ''] = declared.locale.split('-');
    families.push(`title ${file.path} ${withoutBaseAtEnd(title, base)}`);
  }
  return families;
}

const folded = (code: string) => code.toLowerCase().replace('_', '-');

/** Characters that may come before a language code in a path. */
const BETWEEN_PARTS = './_-';

/** Removes a language code that is a part of a path: `de/refund.md`, `refund_pt-BR.md`. */
function withoutCode(path: string, code: string): string {
  const wanted = folded(code);
  for (let from = 0; from + code.length < path.length; from += 1) {
    const end = from + code.length;
    if ((path[end] !== '.' && path[end] !== '/') || (from > 0 && !BETWEEN_PARTS.includes(path[from - 1] as string)))
      continue;
    if (folded(path.slice(from, end)) === wanted) return `${path.slice(0, Math.max(0, from - 1))}/${path.slice(end)}`;
  }
  return path;
}

/** Removes a language code at the end of a title: “Refund (de)”, “Refund – DE”. */
function withoutBaseAtEnd(title: string, base: string): string {
  const said = title.replace(/[\])]$/, '').trimEnd();
  const before = said.slice(0, Math.max(0, said.length - base.length));
  if (base === '' || folded(said.slice(before.length)) !== folded(base) || /\w$/.test(before)) return title;
  return before
    .trimEnd()
    .replace(/[[(|]$/, '')
    .replace(/(?<![\s_-])[\s_-]+$/, '');
}

/** Matches a placeholder in the address of a link. */
const IN_ADDRESS = /\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}|[%#$]?\{[^{}]{1,200}\}/g;

/** Matches addresses in markup, which may consist of a placeholder alone. Every quantifier is bounded. */
const ADDRESS = /\b(?:href|src)\s{0,9}=\s{0,9}["']([^"']{1,500})["']|\]\(([^\s()]{1,500})\)/gi;

function addPlaceholders(reading: DigestReading, values: Values): void {
  // Placeholders for names differ between languages, so they are compared by role.
  for (const { kind, role, text, span } of reading.rendering.placeholders)
    if (kind === 'machine') {
      const value = role.endsWith('-name') ? role : bare(text);
      addValue(value, values.placeholders, values, () => reading.placeInBody(span));
    }
}

/** Returns the placeholders in the addresses of links. */
function placeholdersInAddresses(body: string): string[] {
  const found: string[] = [];
  if (!MAY_HAVE_ADDRESS.test(body)) return found;
  for (const [, inHtml, inMarkdown] of body.matchAll(ADDRESS))
    for (const [text] of (inHtml ?? inMarkdown ?? '').matchAll(IN_ADDRESS)) found.push(bare(text));
  return found;
}

/** Matches what begins an address in markup. Most texts have none. */
const MAY_HAVE_ADDRESS = /\]\(|=\s{0,9}["']/;

/** Filters and fallbacks only affect the wording, so they are ignored when comparing placeholders. */
function bare(placeholder: string): string {
  const text = placeholder.replace(/\s+/g, '');
  const inside = text.slice(0, text.search(/(?<![}\]%>])[}\]%>]*$/));
  const from = /(?<![^}\]%>])[^}\]%>]*$/.exec(inside)?.index ?? 0;
  const extra = inside.slice(from).search(/[|,]/);
  return extra < 0 ? text : text.slice(0, from + extra) + text.slice(inside.length);
}

function addFromWords(reading: DigestReading, values: Values): void {
  const { words } = reading.rendering;
  for (let at = 0; at < words.length; at += 1) {
    const { kind, folded } = words[at] as Word;
    if (kind === 'address') addLink(folded, values.links);
    else if (kind === 'number') addNumber(at, reading, values);
  }
}

function addLink(url: string, found: string[]): void {
  const [, host, path = ''] = /^(?:https?:\/\/)?([\w.-]+\.[a-z]{2,})(\/[^?#]*)?(?:[?#]|$)/i.exec(url) ?? [];
  if (host === undefined || url.includes('@')) return;
  const labels = host.toLowerCase().split('.').slice(0, -1);
  const parts = [...labels.filter((label) => label !== 'www' && !CODE.test(label)), ...path.split('/')];
  found.push(parts.filter((part) => part !== '' && !CODE.test(part)).join('/'));
}

function addNumber(at: number, reading: DigestReading, values: Values): void {
  const { words, text, toBody } = reading.rendering;
  const { start, end, folded, code } = words[at] as Word;
  const isOfMany = words[at - 1]?.kind === 'number' || words[at + 1]?.kind === 'number';
  if (code || isOfMany || folded.includes(':')) return;
  const around = `${text.slice(Math.max(0, start - 2), start)}|${text.slice(end, end + 2)}`;
  if (/[$€£¥:/#]/.test(around)) return;
  const plain = folded.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  if (plain.replace(/\D/g, '').length <= MOST_DIGITS && /^\d+(?:\.\d+)?$/.test(plain))
    addValue(plain, values.numbers, values, () => reading.placeInBody(toBody.spanOf({ start, end })));
}
