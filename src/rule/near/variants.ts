import { languageCode } from '../../language/index.js';
import type { Form } from '../../model/reply.js';
import { homeOf } from '../home.js';
import type { Difference } from './differences.js';
import { areTwoParties } from './party.js';
import { isNegation, isNumber, isTelling } from './words.js';

/** The facts about a reply that decide whether it is an intentional variant of another. */
export interface Compared {
  readonly title?: string | undefined;
  /** The path of its file. */
  readonly file: string;
  /** The place of the reply in its file. Empty if the whole file is the reply. */
  readonly pointer?: string;
  readonly form?: Form;
  readonly channel?: string | undefined;
  /** The length of the reply in words. */
  readonly length: number;
  /** The declared language of the reply, or the detected one. */
  readonly locale?: string | undefined;
  /** The name by which other replies include this one. */
  readonly part?: string | undefined;
  /** The placeholder for the party that it greets. Undefined if it can be for anyone. */
  readonly party?: string | undefined;
}

/** A reply of which only some facts may be known. */
type Named = Pick<Compared, 'title' | 'file'> & Partial<Compared>;

/** Matches what separates a title from its qualifier: “Refund (chat)”, “How long? - locked card”. */
const PARTS = /\s[-–—|>]+\s|[([{]|:\s/;
/** Minimum length of a word in a title that carries meaning. */
const SHORTEST = 3;
/** Number of equal letters at the start of related words, such as “refund” and “refunded”. */
const STEM = 4;

/**
 * Maximum number of words that a reply may add in one place and still say the same. For long replies, `LONGEST_SHARE`
 * of their words is used instead.
 */
const LONGEST = 8;
const LONGEST_SHARE = 0.08;
/** Maximum number of words in a difference whose negation counts. */
const LONGEST_NEGATED = 5;

/**
 * Returns true for replies that are separate on purpose, because they are for different languages or products, or
 * belong to a series.
 */
export function areVariants(one: Named, other: Named): boolean {
  if (areOfTwoLocales(one, other) || areOfTwoChannels(one, other)) return true;
  // A text that others include is not a copy of those that include it.
  if (one.part !== other.part) return one.part === undefined || other.part === undefined;
  if (areTwoParties(one.party, other.party)) return true;
  return areOfSeries(nameOf(one), nameOf(other)) || areSameFile(one, other) || areOfTwoProducts(one, other);
}

/** Returns true for two languages, or two regions of one. A reply without a region may be for any. */
function areOfTwoLocales({ locale: one = '' }: Named, { locale: other = '' }: Named): boolean {
  if (one === other) return false;
  const language = languageCode(one);
  return language !== languageCode(other) || (one !== language && other !== language);
}

/**
 * Returns true for replies for two channels, such as e-mail and chat. Two programs may hold the same text by accident,
 * so there, only the titles show that a reply was written for both channels.
 */
function areOfTwoChannels(one: Named, other: Named): boolean {
  if (one.form === other.form && one.channel === other.channel) return false;
  const [home, homeOfOther] = [one, other].map(({ file, pointer = '' }) => homeOf({ file, pointer }));
  return home === homeOfOther || partsOf(nameOf(one))[0] === partsOf(nameOf(other))[0];
}

/** Matches the folder in which a program keeps its texts by language. */
const FOLDER_OF_LOCALES = /^(.*?)(?:^|\/)(?:locales?|i18n|lang|languages|translations)\//i;

/**
 * Returns true for replies of two programs, or of two versions of one. Each has its own translations and shares texts
 * on purpose.
 */
function areOfTwoProducts(one: Named, other: Named): boolean {
  const [first, second] = [one, other].map(({ file }) => FOLDER_OF_LOCALES.exec(file)?.[1]);
  return first !== undefined && second !== undefined && first !== second;
}

/**
 * Returns true if the differences distinguish two cases: one reply adds more than a few words in one place or negates,
 * each mentions a name or number that the other does not, or the differences are what the titles are about.
 */
export function tellApart(differences: readonly Difference[], one: Compared, other: Compared): boolean {
  const before = unmatched(differences.map(({ before, after }) => [before, after]));
  const after = unmatched(differences.map(({ before, after }) => [after, before]));
  const changed = [...before, ...after];
  const longest = Math.max(LONGEST, LONGEST_SHARE * Math.min(one.length, other.length));
  if (differences.some(({ before, after }) => Math.max(before.length, after.length) > longest)) return true;
  if (differences.some(negates) || differences.some(counts)) return true;
  if (before.some(isTelling) && after.some(isTelling)) return true;
  const [titleOfOne, titleOfOther] = [wordsOf(nameOf(one)), wordsOf(nameOf(other))];
  const inTitles = [...without(titleOfOne, titleOfOther), ...without(titleOfOther, titleOfOne)];
  return changed.some((word) => inTitles.some((title) => areOfFamily(word.toLowerCase(), title)));
}

/**
 * Returns true if one side of a difference is negated. In a longer difference, the negation belongs to a separate
 * clause.
 */
function negates({ before, after }: Difference): boolean {
  if (Math.max(before.length, after.length) > LONGEST_NEGATED) return false;
  return before.some(isNegation) !== after.some(isNegation);
}

/** Returns true if a number replaces other words or is replaced by them. */
function counts({ before, after }: Difference): boolean {
  return before.length > 0 && after.length > 0 && [...before, ...after].some(isNumber);
}

/** Returns the words of each first list that are not in any of the second lists. */
function unmatched(pairs: readonly (readonly [readonly string[], readonly string[]])[]): readonly string[] {
  const others = new Set(pairs.flatMap(([, other]) => other.map((word) => word.toLowerCase())));
  return pairs.flatMap(([own]) => own).filter((word) => !others.has(word.toLowerCase()));
}

function nameOf({ title, file }: Named): string {
  return title === undefined ? file.replace(/\.[^./]+$/, '') : ownTitle(title);
}

/**
 * Returns true for titles of a series, such as “Refund (chat)” and “Refund (e-mail)”, but not for “Refund” and “Refund
 * (new)”.
 */
function areOfSeries(one: string, other: string): boolean {
  const [first, ...rest] = partsOf(one);
  const [firstOfOther, ...restOfOther] = partsOf(other);
  if (rest.length === 0 || restOfOther.length === 0 || first !== firstOfOther) return false;
  return rest.join(' ') !== restOfOther.join(' ');
}

function partsOf(title: string): readonly string[] {
  return title
    .toLowerCase()
    .split(PARTS)
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((part) => part !== '');
}

/** Returns true for files with the same name in two folders, which can be for two brands, languages or teams. */
function areSameFile(one: Named, other: Named): boolean {
  const base = ({ file }: Named) => file.split('/').at(-1);
  return one.file !== other.file && base(one) === base(other);
}

function wordsOf(title: string): readonly string[] {
  return (
    title
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter(({ length }) => length >= SHORTEST) ?? []
  );
}

/** Returns a title without the category path that help desks put before it, as in `Billing::Refund`. */
export function ownTitle(title: string): string {
  return title.split('::').at(-1)?.trim() ?? title;
}

/** Returns the words that are not in another title. Repetitions are counted. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.findIndex((other) => areOfFamily(word, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Returns true for words that are equal or begin alike, such as “refund” and “refunded”. */
export function areOfFamily(one: string, other: string): boolean {
  return one === other || (one.length >= STEM && other.length >= STEM && one.slice(0, STEM) === other.slice(0, STEM));
}
