import { addresseeIn, type Name } from '../../language/address.js';
import { languageOf } from '../../language/index.js';
import { signatureOf } from '../../language/signature.js';
import type { Rendering, Sentence, Word } from '../../model/rendering.js';
import type { PlaceholderRole } from '../../model/reply.js';

/** Maximum number of words in a greeting, which is an opening line without a final period. */
const LONGEST_GREETING = 5;

/** Roles of placeholders that are equal no matter how they are written. */
const SAME: ReadonlySet<PlaceholderRole> = new Set(['customer-name', 'agent-name', 'ticket', 'organisation']);

/** Matches a name, even of one letter: “Python”, “C#”, the plan “B”. The English “I” is none. */
const NAME = /^(?:\p{Lu}\p{L}+|(?!I$)\p{Lu})[+#]*$/u;
/** Matches symbols that belong to a name: “C++”, “F#”. */
const SYMBOLS = /^(?:\+{1,2}|#)(?![\p{L}\p{N}])/u;

/** Prefixes for a negation, and for a number written in letters. */
const NEGATION = '!';
const NUMBER = '#';

/**
 * Returns the words of a reply in a form for comparing it with others: without greeting and signature, with words like
 * `{customer-name}` for placeholders, in lowercase at the start of a sentence and unchanged elsewhere, and with
 * contractions split into two words. Negations start with `!`, and numbers in letters with `#`. Text shared by several
 * renderings is included once.
 */
export function comparableWords(renderings: readonly Rendering[]): string[] {
  const words: string[] = [];
  const said = new Set<string>();
  for (const rendering of renderings) {
    const signature = signatureOf(rendering)?.line;
    const addressee = addresseeIn(rendering);
    for (let index = 0; index < rendering.sentences.length; index += 1) {
      const sentence = rendering.sentences[index] as Sentence;
      if (sentence === signature || (index === 0 && isGreeting(sentence, rendering))) continue;
      const own = wordsIn(sentence, rendering, addressee);
      const line = own.join(' ');
      if (said.has(line)) continue;
      said.add(line);
      for (let at = 0; at < own.length; at += 1) words.push(own[at] as string);
    }
  }
  return words;
}

/** Returns a word without its prefix, for use in a message. */
export function shownWord(word: string): string {
  return (hasMark(word) ? word.slice(1) : word).replaceAll('_', ' ');
}

/** Returns true for a word that begins with a mark. */
export function hasMark(word: string): boolean {
  return word.length > 1 && (word.startsWith(NEGATION) || word.startsWith(NUMBER));
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
  return isNumber(word) || word.startsWith('{') || /@|:\/\/|^www\./.test(word) || NAME.test(word);
}

function isGreeting({ from, to, end, ends }: Sentence, { text }: Rendering): boolean {
  const isShort = to - from <= LONGEST_GREETING && ends !== '.' && ends !== '?';
  return isShort && /^[\s,:!–—-]*(?:\n|$)/.test(text.slice(end, end + 20));
}

function wordsIn({ from, to }: Sentence, rendering: Rendering, addressee: Name | undefined): string[] {
  const { words, locale } = rendering;
  const { negations, numbers } = languageOf(locale);
  const said: string[] = [];
  for (let at = from; at < to; at += 1) {
    const word = words[at] as Word;
    const { start, end, folded } = word;
    if (addressee && start >= addressee.start && end <= addressee.end) said.push('{customer-name}');
    else if (negations.has(folded)) said.push(NEGATION + folded);
    else if (numbers.has(folded)) said.push(NUMBER + folded);
    else if (words[at - 1]?.start === start || words[at + 1]?.start === start) said.push(folded);
    else said.push(wordOf(word, rendering, at === from));
  }
  return said;
}

function wordOf({ placeholder, start, end }: Word, { text }: Rendering, isFirst: boolean): string {
  if (placeholder) {
    if (SAME.has(placeholder.role)) return `{${placeholder.role}}`;
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
