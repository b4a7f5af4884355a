import type { Rendering, Word } from '../../model/rendering.js';
import type { Placeholder, PlaceholderRole } from '../../model/reply.js';

/** A placeholder as replies of a library write it, to compare it with others. Plain data. */
export interface WrittenPlaceholder {
  /** Without filters, fallbacks and padding; of one that agents fill in, in lower case. */
  readonly way: string;
  readonly role: PlaceholderRole;
  readonly kind: Placeholder['kind'];
  /** Its words, in lower case: `ticket requester first name`. */
  readonly words: string;
  /** Those after the last dot: `first name`. */
  readonly leaf: string;
  /** True if the reply greets with it: `Hi [Name]`. */
  readonly greets: boolean;
  /** The words before it on the line where it greets: `hi`. */
  readonly salutation: string;
  /** The word before it: `order` of “your order {{ticket.ticket_field_360}}”. */
  readonly after: string;
  /** The help desks that fill it in, of those whose placeholders are known. */
  readonly desks: readonly string[];
}

const MOST_WORDS = 5;
/** A shorter word before a placeholder does not name it. */
const SHORTEST_NOUN = 4;
/** A title may stand before the salutation. */
const FIRST_LINES = 3;
/** In words, with the name. */
const LONGEST_SALUTATION = 5;
/** What comes after the name: filters, fallbacks. */
const AFTER_NAME = /\s*(?:\||,\s*(?:fallback|default)\b|\bor\b\s*["']).*$/is;

/** Undefined for one that is no name: a note to the agent, a choice, a run of letters, an include. */
export function writtenPlaceholder(word: Word, rendering: Rendering): WrittenPlaceholder | undefined {
  if (!word.placeholder) return undefined;
  const { text, role, kind } = word.placeholder;
  const { catalogues } = rendering.reply;
  const open = /^[<[{(%#$!@*]+/.exec(text)?.[0] ?? '';
  const close = /[>\]})%#$*]+$/.exec(text)?.[0] ?? '';
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
    greets: isGreeted(word, rendering),
    salutation: wordsBefore(word, rendering).join(' '),
    after: wordsBefore(word, rendering).at(-1) ?? '',
    desks: desks.map((desk) => desk.name),
  };
}

function wordsBefore({ sentence, start }: Word, { sentences, words }: Rendering): readonly string[] {
  const before: string[] = [];
  for (let at = sentences[sentence]?.from ?? 0; (words[at]?.start ?? start) < start; at += 1)
    before.push(words[at]?.folded ?? '');
  return before.slice(-LONGEST_SALUTATION);
}

/** “Hi [Name],”, on one of the first lines. */
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

/** True if two placeholders of one library stand for the same value, in two ways of writing. */
export function meanSame(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (one.way !== other.way && (isFieldFor(one, other) || isFieldFor(other, one))) return true;
  if (one.way === other.way || one.role !== other.role) return false;
  // Where a help desk has both, they are two values.
  if (one.desks.some((desk) => other.desks.includes(desk)) && one.words !== other.words) return false;
  // `{!User_Name}` may be that of an account.
  if (squeezed(one.words) === squeezed(other.words)) return squeezed(one.words) !== 'username';
  if (spelledOut(one.words) === spelledOut(other.words)) return true;
  if (one.role !== 'customer-name' && one.role !== 'agent-name') return false;
  if (one.kind === 'machine' && other.kind === 'machine') return squeezed(one.leaf) === squeezed(other.leaf);
  const [part, partOfOther] = [partOf(one), partOf(other)];
  if (part === undefined || partOfOther === undefined) return false;
  if (part === partOfOther) return true;
  // “Hi [Name]” and “Hi {{first_name}}”; who asks agents for the first name and for the name means two things.
  const parts = new Set([part, partOfOther]);
  return one.kind !== other.kind && !parts.has('last') && wholeIsManual(one, other);
}

/** “order {{ticket.ticket_field_360}}” and “order [ORDER NO]”: the name of a field is a number, and tells nothing itself. */
function isFieldFor(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (one.kind !== 'machine' || other.kind !== 'manual' || !/\d{3}/.test(one.leaf)) return false;
  return one.after.length >= SHORTEST_NOUN && one.after === other.after && other.words.split(' ')[0] === one.after;
}

/** True if two placeholders greet in the same words, one with the first name and one with the whole name. */
export function greetAlike(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  if (!one.greets || !other.greets || one.role !== 'customer-name' || other.role !== one.role) return false;
  const parts = [partOf(one), partOf(other)];
  return parts.includes('first') && parts.includes('whole');
}

function wholeIsManual(one: WrittenPlaceholder, other: WrittenPlaceholder): boolean {
  return partOf(one.kind === 'manual' ? one : other) === 'whole';
}

/** The part of a person's name, in the names that fields have. */
function partOf({ words, leaf, role, kind, greets }: WrittenPlaceholder): 'first' | 'last' | 'whole' | undefined {
  // “I will transfer you to [Name]”: that of somebody else.
  if (kind === 'manual' && role === 'customer-name' && !greets) return undefined;
  if (/user|login|handle|nick|display/.test(leaf)) return undefined;
  if (/^(?:.* )?(?:first|given|f) ?(?:name)?$/.test(leaf)) return 'first';
  if (/^(?:.* )?(?:last|sur|family|l) ?(?:name)?$/.test(leaf)) return 'last';
  return /(?:^| )(?:full ?)?name$/.test(leaf) || !words.includes(' ') ? 'whole' : undefined;
}

/** `order no` and `order nr` as `order number`. */
function spelledOut(words: string): string {
  return squeezed(words.replace(/(?<= )(?:no|nr|num|nbr)$/, 'number'));
}

function squeezed(words: string): string {
  return words.replaceAll(' ', '');
}
