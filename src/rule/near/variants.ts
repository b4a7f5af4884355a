import type { Difference } from './differences.js';
import { isNegation, isNumber, isTelling } from './words.js';

/** What is known about a reply, to decide whether it is an intentional variant of another. */
export interface Compared {
  readonly title?: string | undefined;
  /** The path of its file. */
  readonly file: string;
  /** The number of its words. */
  readonly length: number;
  readonly form: string;
  /** As it was declared. */
  readonly locale?: string | undefined;
  readonly channel?: string | undefined;
  /** The name by which others include it. */
  readonly part?: string | undefined;
  /** True if it shows pictures, such as emoji. */
  readonly pictures?: boolean | undefined;
}

/** What separates a title from its qualifier: “Refund (chat)”, “How long? - locked card”. */
const PARTS = /\s+[-–—|>]+\s+|\s*[([{]\s*|:\s+/;
/** Shorter words in a title carry no meaning. */
const SHORTEST = 3;
/** Words with this many equal first letters are related: “refund”, “refunded”. */
const STEM = 4;

/** A reply that adds more than this many words in one place, and more than this share of all, says something else. */
const LONGEST = 8;
const LONGEST_SHARE = 0.08;
const LONGEST_NEGATED = 5;

/** True for replies that are separate on purpose: for another language, channel or form, or in a series. */
export function areVariants(one: Compared, other: Compared): boolean {
  if (one.locale !== other.locale || one.channel !== other.channel || one.form !== other.form) return true;
  if ((one.pictures ?? false) !== (other.pictures ?? false)) return true;
  // A text that others include is not a copy of them.
  if (one.part !== other.part) return one.part === undefined || other.part === undefined;
  return areOfSeries(nameOf(one), nameOf(other)) || areSameFile(one, other) || areOfTwoProducts(one, other);
}

/** Where programs keep their texts by language. */
const FOLDER_OF_LOCALES = /^(.*?)(?:^|\/)(?:locales?|i18n|lang|languages|translations)\//i;

/** Two programs, or two versions of one, each with translations of its own, share texts on purpose. */
function areOfTwoProducts(one: Compared, other: Compared): boolean {
  const [first, second] = [one, other].map(({ file }) => FOLDER_OF_LOCALES.exec(file)?.[1]);
  return first !== undefined && second !== undefined && first !== second;
}

/**
 * True if the differences distinguish two cases: one adds more than a few words in one place, one negates, each names
 * or counts something that the other does not, or they are what the titles are about.
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

/** True for words of which one side negates. In a longer stretch, the negation belongs to a separate clause. */
function negates({ before, after }: Difference): boolean {
  if (Math.max(before.length, after.length) > LONGEST_NEGATED) return false;
  return before.some(isNegation) !== after.some(isNegation);
}

/** True for a number instead of other words. */
function counts({ before, after }: Difference): boolean {
  return before.length > 0 && after.length > 0 && [...before, ...after].some(isNumber);
}

/** The words of the first lists that are not in the second ones. */
function unmatched(pairs: readonly (readonly [readonly string[], readonly string[]])[]): readonly string[] {
  const others = new Set(pairs.flatMap(([, other]) => other.map((word) => word.toLowerCase())));
  return pairs.flatMap(([own]) => own).filter((word) => !others.has(word.toLowerCase()));
}

function nameOf({ title, file }: Compared): string {
  // Help desks write the category path before a title: `Billing::Refund`.
  return title?.split('::').at(-1)?.trim() ?? file.replace(/\.[^./]+$/, '');
}

/** “Refund (chat)” and “Refund (e-mail)”; not “Refund” and “Refund (new)”. */
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

/** The same name in two folders: for two brands, two languages, two teams. */
function areSameFile(one: Compared, other: Compared): boolean {
  const base = ({ file }: Compared) => file.split('/').at(-1);
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

/** The words without those of another title, counting repetitions. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.findIndex((other) => areOfFamily(word, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function areOfFamily(one: string, other: string): boolean {
  return one === other || (one.length >= STEM && other.length >= STEM && one.slice(0, STEM) === other.slice(0, STEM));
}
