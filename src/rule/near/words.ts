import { addresseeIn, type Name } from '../../language/address.js';
import { type Language, languageCode, languageOf } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import { beginsWithFarewell, signatureOf } from '../../language/signature.js';
import type { Rendering, Sentence, Word } from '../../model/rendering.js';
import type { PlaceholderRole } from '../../model/reply.js';
import { isNumbered } from '../placeholder/meaning.js';

/** Maximum number of words in a greeting, which is an opening line without a final period. */
const LONGEST_GREETING = 5;
/** Maximum number of words between a salutation and the comma after the name. */
const LONGEST_NAME = 4;
/** Maximum number of words in a sentence that only thanks the customer, and the number of first sentences to search. */
const LONGEST_THANKS = 6;
const FIRST_SENTENCES = 2;
/** Maximum number of words in a farewell, and the number of sentences before the signature to search. */
const LONGEST_FAREWELL = 5;
const LAST_SENTENCES = 2;

/** Roles of placeholders that are equal no matter how they are written. */
const SAME: ReadonlySet<PlaceholderRole> = new Set(['customer-name', 'agent-name', 'ticket', 'organisation']);

/** Matches a name, even of one letter: “Python”, “C#”, the plan “B”. The English pronoun “I” is not a name. */
const NAME = /^(?:\p{Lu}\p{L}+|(?!I$)\p{Lu})[+#]*$/u;
/** Matches symbols that belong to a name: “C++”, “F#”. */
const SYMBOLS = /^(?:\+{1,2}|#)(?![\p{L}\p{N}])/u;
/** The words for placeholders that do not tell one case from another. */
const NAMES: ReadonlySet<string> = new Set(['{customer-name}', '{agent-name}', '{organisation}']);

/** Prefixes for a negation, and for a number written in letters. */
const NEGATION = '!';
const NUMBER = '#';

/** The words of a reply, separated by blanks. */
export interface ComparableWords {
  readonly words: string;
  /** The number of words. */
  readonly count: number;
  /** The words that are not compared with those of others: greeting and thanks. */
  readonly opening: string;
  /** More words that are not compared with those of others: farewell and signature. */
  readonly closing: string;
}

/**
 * Returns the words of a reply in a form for comparing it with others. Greeting, thanks, farewell and signature are
 * left out. Placeholders become words like `{customer-name}`; words are in lowercase at the start of a sentence and
 * unchanged elsewhere; contractions are split into two words. Negations start with `!`, and numbers in letters with
 * `#`. Text shared by several renderings is included once.
 */
export function comparableWords(renderings: readonly Rendering[]): ComparableWords {
  const [opening, closing]: [string[], string[]] = [[], []];
  const lines = new Set<string>();
  let count = 0;
  for (const rendering of renderings) {
    const signature = signatureOf(rendering)?.line;
    const signed = signature ? rendering.sentences.indexOf(signature) : rendering.sentences.length;
    const addressee = addresseeIn(rendering);
    for (let index = 0; index < rendering.sentences.length; index += 1) {
      const sentence = rendering.sentences[index] as Sentence;
      if (sentence === signature || isSigned(signed, index, rendering) || isFarewell(signed, index, rendering)) {
        if (sentence.to > sentence.from) closing.push(lineOf(sentence, rendering, addressee));
        continue;
      }
      const greeted = index === 0 ? afterGreeting(sentence, rendering) : sentence.from;
      const from = isThanks(index, rendering) ? sentence.to : greeted;
      if (from > sentence.from) opening.push(lineOf({ from: sentence.from, to: from }, rendering, addressee));
      if (from === sentence.to) continue;
      const before = lines.size;
      lines.add(lineOf({ from, to: sentence.to }, rendering, addressee));
      if (lines.size > before) count += sentence.to - from;
    }
  }
  return { words: [...lines].join(' '), count, opening: opening.join(' '), closing: closing.join(' ') };
}

/** Returns a word without its prefix, for use in a message. */
export function shownWord(word: string): string {
  return (hasMark(word) ? word.slice(1) : word).replaceAll('_', ' ');
}

/** Returns true for a word that begins with a mark. */
export function hasMark(word: string): boolean {
  return isMarkedAt(word, 0, word.length);
}

/** Returns true for a word within a text that begins with a mark. */
export function isMarkedAt(text: string, from: number, to: number): boolean {
  return to - from > 1 && (text[from] === NEGATION || text[from] === NUMBER);
}

/** Returns true for a word that negates. */
export function isNegation(word: string): boolean {
  return word.startsWith(NEGATION) && word.length > 1;
}

/** Returns true for a number, in digits or letters. */
export function isNumber(word: string): boolean {
  return /^#.|\d/.test(word);
}

/** Returns true for a word that distinguishes one case from another: a number, a name, a link or a placeholder. */
export function isTelling(word: string): boolean {
  if (NAMES.has(word)) return false;
  return isNumber(word) || word.startsWith('{') || /@|:\/\/|^www\./.test(word) || NAME.test(word);
}

/** Returns the index of the first word after the greeting of a reply. */
function afterGreeting({ from, to, end, ends }: Sentence, { text, words, locale }: Rendering): number {
  const isShort = to - from <= LONGEST_GREETING && ends !== '.' && ends !== '?';
  if (isShort && /^[\s,:!–—-]*(?:\n|$)/.test(text.slice(end, end + 20))) return to;
  const hits = packOf(languageCode(locale)).find('salutation', words, from, Math.min(to, from + LONGEST_GREETING));
  const salutation = hits.find((hit) => hit.from === from);
  if (!salutation) return from;
  for (let at = salutation.to; at < to && at <= salutation.to + LONGEST_NAME; at += 1)
    if (/[,!–—:]/.test(text.slice(words[at - 1]?.end, words[at]?.start))) return at;
  return isShort ? to : from;
}

/** Returns true for a line around the signature, such as the agent’s name above it or the name of an office below. */
function isSigned(signed: number, index: number, { sentences, words }: Rendering): boolean {
  const { from, to, ends } = sentences[index] as Sentence;
  if (to - from === 1 && words[from]?.placeholder?.role === 'agent-name') return true;
  return index > signed && to - from <= LONGEST_FAREWELL && ends === '';
}

/** Returns true for a sentence such as “Thank you for writing to us.” at the start of a reply. */
function isThanks(index: number, { sentences, words, locale }: Rendering): boolean {
  const { from, to } = sentences[index] as Sentence;
  if (index >= FIRST_SENTENCES || index + 1 === sentences.length || to - from > LONGEST_THANKS) return false;
  return packOf(languageCode(locale))
    .find('cue marks thanks', words, from, to)
    .some((hit) => hit.from === from);
}

/** Returns true for one of the last sentences before the signature that is only a farewell. */
function isFarewell(signed: number, index: number, rendering: Rendering): boolean {
  const { sentences } = rendering;
  const { from, to } = sentences[index] as Sentence;
  if (index === 0 || index < signed - LAST_SENTENCES || to - from > LONGEST_FAREWELL) return false;
  return beginsWithFarewell(rendering, sentences[index] as Sentence);
}

/** A part of a sentence: the index of its first word, and the index after its last word. */
type Part = Pick<Sentence, 'from' | 'to'>;

/** Returns the words of a part of a sentence. What is said as written is copied from the text in one piece. */
function lineOf({ from, to }: Part, rendering: Rendering, addressee: Name | undefined): string {
  const { words, text, locale } = rendering;
  const around = { rendering, marks: marksOf(languageOf(locale)), addressee };
  let line = '';
  let [start, end] = [-1, -1];
  for (let at = from; at < to; at += 1) {
    const word = words[at] as Word;
    const said = formOf(word, at, around, at === from);
    const isNext = said === undefined && end === word.start - 1 && text.charCodeAt(end) === BLANK;
    if (!isNext) {
      if (end >= 0) line += text.slice(start, end);
      if (at > from) line += ' ';
      start = word.start;
    }
    end = said === undefined ? word.end : -1;
    if (said !== undefined) line += said;
  }
  return end < 0 ? line : line + text.slice(start, end);
}

const MARKS = new WeakMap<Language, ReadonlyMap<string, string>>();

/** Returns the negations and numbers of a language with their marks. */
function marksOf(language: Language): ReadonlyMap<string, string> {
  let marks = MARKS.get(language);
  if (!marks) {
    const { negations, numbers } = language;
    const marked = (mark: string) => (word: string) => [word, mark + word] as const;
    marks = new Map([...[...numbers].map(marked(NUMBER)), ...[...negations].map(marked(NEGATION))]);
    MARKS.set(language, marks);
  }
  return marks;
}

/** What the words of a rendering have in common. */
interface Surroundings {
  readonly rendering: Rendering;
  readonly marks: ReadonlyMap<string, string>;
  readonly addressee: Name | undefined;
}

/** Returns the form of a word for comparing it. Undefined if it is said as written. */
function formOf(word: Word, at: number, around: Surroundings, isFirst: boolean): string | undefined {
  const { start, end, folded } = word;
  const { rendering, marks, addressee } = around;
  const { words, text } = rendering;
  if (addressee && start >= addressee.start && end <= addressee.end) return '{customer-name}';
  const marked = marks.get(folded);
  if (marked !== undefined) return marked;
  if (words[at - 1]?.start === start || words[at + 1]?.start === start) return folded;
  return word.placeholder || isFirst || !isPlain(text, start, end) ? wordOf(word, rendering, isFirst) : undefined;
}

const BLANK = 32;
const HASH = 35;
const PLUS = 43;
const NO_BREAK_SPACE = 0xa0;
const SOFT_HYPHEN = 0xad;
const LETTER_APOSTROPHE = 0x2bc;
/** The first blank after the no-break space. Later units are rare in words, except for apostrophes and other scripts. */
const LATER = 0x1680;

/** Returns true for a word without blanks, apostrophes, soft hyphens and symbols after it, so that nothing changes. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= BLANK || unit >= LATER || unit === LETTER_APOSTROPHE) return false;
    if (unit === SOFT_HYPHEN || unit === NO_BREAK_SPACE) return false;
  }
  const after = text.charCodeAt(end);
  return after !== PLUS && after !== HASH;
}

function wordOf({ placeholder, start, end }: Word, { text }: Rendering, isFirst: boolean): string {
  if (placeholder) {
    if (SAME.has(placeholder.role) && !isNumbered(placeholder.text)) return `{${placeholder.role}}`;
    return `{${placeholder.text
      .replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')
      .replace(/\s+/g, '_')
      .toLowerCase()}}`;
  }
  const own = text.slice(start, end) + (SYMBOLS.exec(text.slice(end, end + 3))?.[0] ?? '');
  const written = /[’ʼ\u00ad\s]/.test(own)
    ? own
        .replace(/[’ʼ]/g, "'")
        .replace(/\u00ad/g, '')
        .replace(/\s+/g, '_')
    : own;
  return isFirst && !/\p{Lu}.*\p{Lu}/u.test(written) ? written.toLowerCase() : written;
}
