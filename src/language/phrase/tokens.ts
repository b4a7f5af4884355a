import type { Span } from '../../model/span.js';
import type { Language } from '../language.js';

/** A word, number or address as it stands in a text. A contraction gives several with one and the same span. */
export interface Token extends Span {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address';
}

/** Marks that keyboards and editors put in an apostrophe’s place. */
const APOSTROPHES = /[’ʼ‘`´′‛＇ꞌʹʻ]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;
const HYPHENS = /[\u2010\u2011]/g;

/** Every quantifier is bounded or runs over units that the next part cannot begin with, so it never backtracks far. */
const TOKEN =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\u00ad\u200b]+(?:(?:['’ʼ‘`´′‛＇ꞌʹʻ\u2010\u2011-]|(?<=(?<![\p{L}.])\p{L})\.(?=\p{L}(?:\.|[^\p{L}]|$))|\.(?=\p{Ll}{2,4}(?![\p{L}\p{N}]))|(?<=\p{Lu}\p{Ll}{1,40})\.(?=\p{Lu}\p{Ll}{2,40}(?:[^\p{L}\s]|\s\P{Ll})))[\p{L}\p{M}\u00ad\u200b]+)*/gu;

/** Folds one word for matching: case, apostrophes, hyphens, soft hyphens, compatibility forms. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  // Some of these marks would fall apart into a blank and an accent.
  return lower.replace(APOSTROPHES, "'").normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-');
}

/** The words of `text` between two offsets, with contractions taken apart as the language does it. */
export function* tokens(text: string, language: Language, from = 0, to = text.length): Generator<Token> {
  TOKEN.lastIndex = from;
  const found = from === 0 && to === text.length ? text : text.slice(0, to);
  let at = from;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(found);
    if (!match) return;
    const start = match.index;
    at = start + match[0].length;
    const first = match[0].charCodeAt(0);
    if (match[0].includes('@') || /^(?:https?:\/\/|www\.)/i.test(match[0])) {
      const written = match[0].replace(/(?<![.,;:!?)\]'’])[.,;:!?)\]'’]+$/, '');
      at = start + Math.max(1, written.length);
      yield { folded: written.toLowerCase(), kind: 'address', start, end: at };
    } else if (isDigit(first)) yield { folded: match[0], kind: 'number', start, end: at };
    else {
      const folded = fold(match[0]);
      if (folded === '') continue;
      for (const part of apart(folded, language)) yield { folded: part, kind: 'word', start, end: at };
    }
  }
}

function isDigit(unit: number): boolean {
  return unit < 128 ? unit >= 48 && unit <= 57 : /\p{N}/u.test(String.fromCharCode(unit));
}

/** `didn't` → `did`, `not`; a word that is no contraction stays alone. */
function apart(folded: string, language: Language): readonly string[] {
  const whole = language.contractions.get(folded);
  if (whole) return whole;
  const apostrophe = folded.indexOf("'");
  if (apostrophe <= 0) return [folded];
  if (folded.endsWith("n't") && language.clitics.has("n't")) return [folded.slice(0, -3), 'not'];
  const stem = folded.slice(0, apostrophe);
  const clitic = language.clitics.get(folded.slice(apostrophe));
  if (clitic) return [stem, clitic];
  if (folded.slice(apostrophe) === "'s" && language.beforeVerbalS.has(stem)) return [stem, 'is'];
  return [folded];
}
