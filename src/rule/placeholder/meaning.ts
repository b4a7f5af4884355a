import type { Catalogue } from '../../model/catalogue.js';
import { partitionPoint } from '../../model/partition-point.js';
import type { Rendering, Word } from '../../model/rendering.js';
import type { Placeholder, PlaceholderRole } from '../../model/reply.js';

/** A placeholder as written in the replies of a library, in a form for comparing it with others. Plain data. */
export interface WrittenPlaceholder {
  /** The placeholder without filters, fallbacks and padding. If agents fill it in, it is in lowercase. */
  readonly way: string;
  readonly role: PlaceholderRole;
  readonly kind: Placeholder['kind'];
  /** The words of the placeholder in lowercase: `ticket requester first name`. */
  readonly words: string;
  /** The words after the last dot: `first name`. */
  readonly leaf: string;
  /** True if the reply uses the placeholder in its greeting: `Hi [Name]`. */
  readonly greets: boolean;
  /** The words before the placeholder on its line, if it is in a greeting: `hi`. */
  readonly salutation: string;
  /** The word before the placeholder: `order` in “your order {{ticket.ticket_field_360}}”. */
  readonly after: string;
  /** The help desks that fill in the placeholder, among those with a catalog. */
  readonly desks: readonly string[];
}

const MOST_WORDS = 5;
/** Minimum length of a word before a placeholder that names its value. */
const SHORTEST_NOUN = 4;
/** Number of lines to search for the salutation, because a title may come before it. */
const FIRST_LINES = 3;
/** Maximum length of a salutation in words, including the name. */
const LONGEST_SALUTATION = 5;
/** Matches what follows the name in a placeholder, such as a filter or a fallback. */
const AFTER_NAME = /(?<!\s)\s*(?:\||,\s*(?:fallback|default)\b|\bor\b\s*["']).*$/is;

/**
 * Returns a placeholder in a form for comparison. Undefined if it is not a name but a note to the agent, a choice, a
 * run of letters or an include.
 */
export function writtenPlaceholder(word: Word, rendering: Rendering): WrittenPlaceholder | undefined {
  const name = word.placeholder && nameOf(word.placeholder, rendering.reply.catalogues);
  if (!name) return undefined;
  const before = wordsBefore(word, rendering);
  const { way, role, kind, words, leaf, desks } = name;
  return {
    ...{ way, role, kind, words, leaf },
    greets: isGreeted(word, rendering),
    salutation: before.join(' '),
    after: before.at(-1) ?? '',
    desks,
  };
}

/** What a placeholder says about itself, no matter where it is. */
type PlaceholderName = Omit<WrittenPlaceholder, 'greets' | 'salutation' | 'after'>;

/** The names are cached because a library has few placeholders and uses them often. */
const NAMES = new WeakMap<readonly Catalogue[], Map<string, PlaceholderName | undefined>>();
const MOST_NAMES = 1000;

function nameOf(placeholder: Placeholder, catalogues: readonly Catalogue[]): PlaceholderName | undefined {
  let known = NAMES.get(catalogues);
  if (!known || known.size > MOST_NAMES) {
    known = new Map();
    NAMES.set(catalogues, known);
  }
  const { text, role, kind } = placeholder;
  const key = `${kind} ${role} ${text}`;
  if (!known.has(key)) known.set(key, newNameOf(placeholder, catalogues));
  return known.get(key);
}

function newNameOf({ text, role, kind }: Placeholder, catalogues: readonly Catalogue[]): PlaceholderName | undefined {
  const open = /^[<[{(%#$!@*]+/.exec(text)?.[0] ?? '';
  const close = /(?<![>\]})%#$*])[>\]})%#$*]+$/.exec(text)?.[0] ?? '';
  const inside = text.slice(open.length, text.length - close.length);
  const name = inside.replace(AFTER_NAME, '');
  if (role === 'include' || open === '' || /signature/i.test(name) || !/^[\p{L}\p{N}_.\s-]+$/u.test(name))
    return undefined;
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MOST_WORDS || !/\p{L}{2}/u.test(name) || /^x+$/i.test(words.join('')))
    return undefined;
  const leaf = wordsOf(name.split('.').at(-1) ?? '');
  const way = `${open}${kind === 'manual' ? words.join(' ') : name.trim()}${close}`;
  const desks = kind === 'manual' ? [] : catalogues.filter(({ paths }) => paths.includes(name.trim()));
  return {
    way,
    role,
    kind,
    words: words.join(' '),
    leaf: leaf.join(' '),
    desks: desks.map((desk) => desk.name),
  };
}

function wordsBefore({ sentence, start }: Word, { sentences, words }: Rendering): readonly string[] {
  const from = sentences[sentence]?.from ?? 0;
  const at = partitionPoint(words.length, (index) => (words[index]?.start ?? start) < start);
  return words.slice(Math.max(from, at - LONGEST_SALUTATION), Math.max(from, at)).map(({ folded }) => folded);
}

/** Returns true for a placeholder in a greeting such as “Hi [Name],” in one of the first lines. */
function isGreeted({ sentence, start, end }: Word, { text, sentences, words }: Rendering): boolean {
  const { from = 0 } = sentences[sentence] ?? {};
  const before = words.slice(from, from + LONGEST_SALUTATION).findIndex((word) => word.start === start);
  return sentence < FIRST_LINES && before >= 0 && /^\s*(?:[,!:–—]|\n|$)/.test(text.slice(end, end + 9));
}

function wordsOf(name: string): readonly string[] {
  return (
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Returns only the brackets and signs of a written placeholder: `{{ }}` for `{{ticket.id}}`. */
export function bracketsOf(way: string): string {
  return way.replace(/[^<>[\]{}()%#$!@*]+/g, ' ');
}

/** Returns true for a numbered field, such as `ticket_field_360`. The next number stands for another value. */
export function isNumbered(name: string): boolean {
  return /\d{3}/.test(name);
}

/** Returns true if two placeholders of one library stand for the same value but are written differently. */
export function meanSame(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (one.way !== other.way && (isFieldFor(one, other) || isFieldFor(other, one))) return true;
  if (one.way === other.way || one.role !== other.role) return false;
  // If a help desk has both placeholders, they stand for two values.
  if (one.desks.some((desk) => other.desks.includes(desk)) && one.words !== other.words) return false;
  // `{!User_Name}` may be the name of an account rather than a person.
  if (squeezed(one.words) === squeezed(other.words)) return squeezed(one.words) !== 'username';
  if (spelledOut(one.words) === spelledOut(other.words)) return true;
  if (one.role !== 'customer-name' && one.role !== 'agent-name') return false;
  if (one.kind === 'machine' && other.kind === 'machine') return squeezed(one.leaf) === squeezed(other.leaf);
  const [part, partOfOther] = [partOf(one), partOf(other)];
  if (part === undefined || partOfOther === undefined) return false;
  if (part === partOfOther) return true;
  // “Hi [Name]” and “Hi {{first_name}}” mean the same. A library that asks agents for both the first name and the name
  // means two values.
  const parts = new Set([part, partOfOther]);
  return one.kind !== other.kind && !parts.has('last') && wholeIsManual(one, other);
}

/**
 * Returns true for a numbered field and a placeholder for agents that stand for the same value, such as “order
 * {{ticket.ticket_field_360}}” and “order [ORDER NO]”. The word before them is compared, because the number of a field
 * says nothing about its value.
 */
function isFieldFor(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (one.kind !== 'machine' || other.kind !== 'manual' || !isNumbered(one.leaf)) return false;
  return one.after.length >= SHORTEST_NOUN && one.after === other.after && other.words.split(' ')[0] === one.after;
}

/** Returns true if both placeholders are used in greetings, one for the first name and one for the whole name. */
export function greetAlike(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (!one.greets || !other.greets || one.role !== 'customer-name' || other.role !== one.role) return false;
  const parts = [partOf(one), partOf(other)];
  return parts.includes('first') && parts.includes('whole');
}

function wholeIsManual(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  return partOf(one.kind === 'manual' ? one : other) === 'whole';
}

/** Returns the part of a person's name that a placeholder stands for, judging by the usual names of fields. */
function partOf({ words, leaf, role, kind, greets }: WrittenPlaceholder): 'first' | 'last' | 'whole' | undefined {
  // In “I will transfer you to [Name]”, the name is another person's.
  if (kind === 'manual' && role === 'customer-name' && !greets) return undefined;
  if (/user|login|handle|nick|display/.test(leaf)) return undefined;
  if (/^(?:.* )?(?:first|given|f) ?(?:name)?$/.test(leaf)) return 'first';
  if (/^(?:.* )?(?:last|sur|family|l) ?(?:name)?$/.test(leaf)) return 'last';
  return /(?:^| )(?:full ?)?name$/.test(leaf) || !words.includes(' ') ? 'whole' : undefined;
}

/** Returns `order no` and `order nr` as `order number`. */
function spelledOut(words: string): string {
  return squeezed(words.replace(/(?<= )(?:no|nr|num|nbr)$/, 'number'));
}

function squeezed(words: string): string {
  return words.replaceAll(' ', '');
}
