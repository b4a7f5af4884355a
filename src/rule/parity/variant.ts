import type { Word } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';
import type { DigestReading, Place } from '../library-steps.js';

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
  /** The places of the placeholders and numbers. */
  readonly places: Readonly<Record<string, Place>>;
}

/** Maximum number of digits in an amount. */
const MOST_DIGITS = 5;
/** Maximum number of characters to search for a list of languages in front matter. */
const FRONT_MATTER = 2000;
const LISTED = /^---\r?\n(?:(?!---)[^\n]{0,300}\n){0,40}(?:locales|languages)[ \t]{0,9}:/;
/** Matches a part of an address that is a language code, with or without a region. */
const CODE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;

/** Returns the features of a reply. Undefined for a reply that cannot be a variant of another one. */
function languageVariant(readings: readonly DigestReading[]): LanguageVariant | undefined {
  const [first] = readings;
  if (!first || first.rendering.locale === 'und') return undefined;
  const { reply, locale } = first.rendering;
  const families = familiesOf(first);
  if (families.length === 0) return undefined;
  const { declared, part } = reply;
  const places: Record<string, Place> = {};
  return {
    families,
    language: part?.localeId ?? declared.locale ?? declared.localeInPath ?? locale,
    isDefault: part?.isDefault ?? (declared.locale === undefined && declared.localeInPath === undefined),
    isOutdated: part?.isOutdated === true,
    listsLanguages: reply.pointer === '' && LISTED.test(reply.file.text.slice(0, FRONT_MATTER)),
    // All readings are of one body.
    placeholders: all(readings, placeholdersIn, places, placeholdersInAddresses(first)),
    links: all(readings, linksIn, places),
    numbers: all(readings, numbersIn, places),
    places,
  };
}

/** Returns the features of a reply only if the help desk marks it as outdated, which is reported without other replies. */
function outdatedVariant(readings: readonly DigestReading[]): LanguageVariant | undefined {
  return readings[0]?.rendering.reply.part?.isOutdated ? languageVariant(readings) : undefined;
}

/** The digests of the rule that compares the variants of a reply. */
export const variantDigests = { digest: languageVariant, digestAlone: outdatedVariant };

/** A value of a variant, with its span in the body of the reply. */
interface Found {
  readonly value: string;
  readonly inBody?: Span;
}

function all(
  readings: readonly DigestReading[],
  find: (reading: DigestReading) => readonly Found[],
  places: Record<string, Place>,
  others: readonly string[] = [],
): readonly string[] {
  const values = new Set(others);
  for (const reading of readings)
    for (const { value, inBody } of find(reading)) {
      values.add(value);
      if (inBody) places[value] ??= reading.placeInBody(inBody);
    }
  return values.size > 0 ? [...values].sort() : [];
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

/** Removes a language code that is a part of a path: `de/refund.md`, `refund_pt-BR.md`. */
function withoutCode(path: string, code: string): string {
  for (const { index } of path.matchAll(/(?<=^|[._/-])/g)) {
    const end = index + code.length;
    if (/[./]/.test(path[end] ?? '') && folded(path.slice(index, end)) === folded(code))
      return `${path.slice(0, Math.max(0, index - 1))}/${path.slice(end)}`;
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

function placeholdersIn({ rendering: { placeholders } }: DigestReading): Found[] {
  const found: Found[] = [];
  // Placeholders for names differ between languages, so they are compared by role.
  for (const { kind, role, text, span } of placeholders)
    if (kind === 'machine') found.push({ value: role.endsWith('-name') ? role : bare(text), inBody: span });
  return found;
}

/** Returns the placeholders in the addresses of links. */
function placeholdersInAddresses({ rendering: { reply } }: DigestReading): string[] {
  const found: string[] = [];
  if (!MAY_HAVE_ADDRESS.test(reply.body)) return found;
  for (const [, inHtml, inMarkdown] of reply.body.matchAll(ADDRESS))
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

function linksIn({ rendering: { links, words } }: DigestReading): Found[] {
  const found: Found[] = [];
  for (const { url } of links) addLink(url, found);
  for (let at = 0; at < words.length; at += 1) {
    const { kind, folded } = words[at] as Word;
    if (kind === 'address') addLink(folded, found);
  }
  return found;
}

function addLink(url: string, found: Found[]): void {
  const [, host, path = ''] = /^(?:https?:\/\/)?([\w.-]+\.[a-z]{2,})(\/[^?#]*)?(?:[?#]|$)/i.exec(url) ?? [];
  if (host === undefined || url.includes('@')) return;
  const labels = host.toLowerCase().split('.').slice(0, -1);
  const parts = [...labels.filter((label) => label !== 'www' && !CODE.test(label)), ...path.split('/')];
  found.push({ value: parts.filter((part) => part !== '' && !CODE.test(part)).join('/') });
}

function numbersIn({ rendering: { words, text, toBody } }: DigestReading): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { kind, start, end, folded, code } = words[at] as Word;
    if (kind !== 'number' || code) continue;
    const isOfMany = words[at - 1]?.kind === 'number' || words[at + 1]?.kind === 'number';
    if (isOfMany || folded.includes(':')) continue;
    const around = `${text.slice(Math.max(0, start - 2), start)}|${text.slice(end, end + 2)}`;
    if (/[$€£¥:/#]/.test(around)) continue;
    const plain = folded.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
    if (plain.replace(/\D/g, '').length <= MOST_DIGITS && /^\d+(?:\.\d+)?$/.test(plain))
      found.push({ value: plain, inBody: toBody.spanOf({ start, end }) });
  }
  return found;
}
