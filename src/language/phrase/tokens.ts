import type { Span } from '../../model/span.js';
import type { Language } from '../language.js';

/** A word, number or address in a text. A contraction is split into several words with the same span. */
export interface Token extends Span {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address';
}

/** Characters that keyboards and editors insert in place of an apostrophe. */
const APOSTROPHES = /[’ʼ‘`´′‛＇ꞌʹʻ]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060]/g;
const HYPHENS = /[\u2010\u2011]/g;

/**
 * Backtracking is limited because every quantifier is bounded, or repeats characters that the next part cannot start
 * with.
 */
const TOKEN =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\u00ad\u200b]+(?:(?:['’ʼ‘`´′‛＇ꞌʹʻ\u2010\u2011-]|(?<=(?<![\p{L}.])\p{L})\.(?=\p{L}(?:\.|[^\p{L}]|$))|\.(?=\p{Ll}{2,4}(?![\p{L}\p{N}]))|(?<=\p{Lu}\p{Ll}{1,40})\.(?=\p{Lu}\p{Ll}{2,40}(?:[^\p{L}\s]|\s\P{Ll})))[\p{L}\p{M}\u00ad\u200b]+)*/gu;

/** Normalizes a word for matching: case, apostrophes, hyphens, soft hyphens, and compatibility characters. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  // Apostrophes are replaced first because some of them would decompose into a blank and an accent.
  return lower.replace(APOSTROPHES, "'").normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-');
}

/** Returns the words of `text` between two offsets. Contractions are split by the rules of the language. */
export function tokens(text: string, language: Language, from = 0, to = text.length): Token[] {
  const found: Token[] = [];
  const until = from === 0 && to === text.length ? text : text.slice(0, to);
  // Without an `@`, no word can be the start of an email address.
  const mayHoldMail = until.indexOf('@', from) >= 0;
  for (let at = from; at < to; ) {
    const unit = until.charCodeAt(at);
    const kind = mayHoldMail || unit >= ASCII ? OTHER : (KIND[unit] as number);
    if (kind === NOTHING) at += 1;
    else if (kind === OTHER) at = addNext(found, until, language, at);
    else {
      const end = kind === DIGIT ? numberEnd(until, at) : wordEnd(until, at);
      if (end === 0) at = addNext(found, until, language, at);
      else {
        if (kind === DIGIT) found.push({ folded: until.slice(at, end), kind: 'number', start: at, end });
        else addWord(found, partsOf(until.slice(at, end), language), at, end);
        at = end;
      }
    }
  }
  return found;
}

function addWord(found: Token[], parts: readonly string[], start: number, end: number): void {
  for (let nth = 0; nth < parts.length; nth += 1)
    found.push({ folded: parts[nth] as string, kind: 'word', start, end });
}

const ASCII = 128;
/** For each ASCII character, what it can begin in a text without email addresses. */
const KIND = new Uint8Array(ASCII);
const NOTHING = 0;
const LETTER = 1;
const DIGIT = 2;
const OTHER = 3;
KIND.fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b).fill(DIGIT, 0x30, 0x3a);

const APOSTROPHE = 39;
const GRAVE = 96;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;
const COMMA = 44;

function isKind(text: string, at: number, kind: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < ASCII && KIND[unit] === kind;
}

/** Returns the end of a word of plain letters, hyphens and apostrophes. 0 if the word needs the full pattern. */
function wordEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isKind(text, at, LETTER)) at += 1;
    const unit = text.charCodeAt(at);
    if (unit >= ASCII || unit === GRAVE) return 0;
    const next = text.charCodeAt(at + 1);
    if (unit === DOT || unit === COLON) {
      const isAddress = unit === COLON ? /^https?$/i.test(text.slice(start, at)) : /^www$/i.test(text.slice(start, at));
      return isAddress || (unit === DOT && (next >= ASCII || isKind(text, at + 1, LETTER))) ? 0 : at;
    }
    if (unit !== APOSTROPHE && unit !== HYPHEN) return at;
    if (next >= ASCII) return 0;
    if (!isKind(text, at + 1, LETTER)) return at;
    at += 1;
  }
}

/** Returns the end of a number of plain digits. 0 if the number needs the full pattern. */
function numberEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isKind(text, at, DIGIT)) at += 1;
    const unit = text.charCodeAt(at);
    if (unit >= ASCII) return 0;
    if (unit !== DOT && unit !== COMMA && unit !== COLON) return at;
    if (text.charCodeAt(at + 1) >= ASCII) return 0;
    if (!isKind(text, at + 1, DIGIT)) return at;
    at += 1;
  }
}

/** Adds the next word, number or address of any kind. @returns its end, or the end of the text if there is none */
function addNext(found: Token[], text: string, language: Language, from: number): number {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  if (!match) return text.length;
  const start = match.index;
  const end = start + match[0].length;
  if (match[0].includes('@') || /^(?:https?:\/\/|www\.)/i.test(match[0])) {
    const written = match[0].replace(/(?<![.,;:!?)\]'’])[.,;:!?)\]'’]+$/, '');
    const last = start + Math.max(1, written.length);
    found.push({ folded: written.toLowerCase(), kind: 'address', start, end: last });
    return last;
  }
  if (isDigit(match[0].charCodeAt(0))) found.push({ folded: match[0], kind: 'number', start, end });
  else addWord(found, partsOf(match[0], language), start, end);
  return end;
}

const PARTS = new WeakMap<Language, Map<string, readonly string[]>>();
const MOST_KEPT = 20_000;
const LONGEST_KEPT = 40;

/** Normalizes a word and splits contractions. */
function partsOf(written: string, language: Language): readonly string[] {
  let known = PARTS.get(language);
  if (!known) {
    known = new Map();
    PARTS.set(language, known);
  }
  const before = known.get(written);
  if (before) return before;
  // The word is copied because a slice would keep the whole text in memory.
  const own = written.length <= LONGEST_KEPT ? Buffer.from(written, 'utf16le').toString('utf16le') : written;
  const folded = fold(own);
  const parts = folded === '' ? [] : apart(folded, language);
  if (known.size >= MOST_KEPT) known.clear();
  if (own.length <= LONGEST_KEPT) known.set(own, parts);
  return parts;
}

function isDigit(unit: number): boolean {
  return unit < 128 ? unit >= 48 && unit <= 57 : /\p{N}/u.test(String.fromCharCode(unit));
}

/** Splits a contraction: `didn't` → `did`, `not`. Other words are returned unchanged. */
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
