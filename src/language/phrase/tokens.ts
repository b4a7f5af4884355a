import { detached } from '../../model/detached.js';
import type { Span } from '../../model/span.js';
import type { Language } from '../language.js';

/**
 * A word, number or address in a text, with properties that are filled in later. A contraction is split into several
 * words with the same span.
 */
export interface Token extends Span {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address';
  quoted: boolean;
  code: boolean;
  sentence: number;
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

/**
 * Returns the words of `text` between two offsets, as words of no sentence. Contractions are split by the rules of the
 * language.
 */
export function tokens(text: string, language: Language, from = 0, to = text.length): Token[] {
  const found: Token[] = [];
  addTokens(found, text, language, { start: from, end: to });
  return found;
}

/** Adds the words of a part of a text to a list. */
export function addTokens(found: Token[], text: string, language: Language, { start: from, end: to }: Span): void {
  const until = to === text.length ? text : text.slice(0, to);
  const parts = partsIn(language);
  let at = until.indexOf('@', from);
  let mail = at < 0 ? to : at;
  for (at = from; at < to; ) {
    if (mail < at) {
      mail = until.indexOf('@', at);
      if (mail < 0) mail = to;
    }
    const unit = until.charCodeAt(at);
    const kind = unit < LIMIT ? (KIND[unit] as number) : OTHER;
    // Only a word with an `@` near its start can be the start of an email address.
    if (kind === OTHER || (mail < to && mail - at <= LONGEST_MAILBOX)) at = addNext(found, until, parts, at);
    else if (kind !== LETTER && kind !== DIGIT) at += 1;
    else {
      const end = kind === DIGIT ? numberEnd(until, at) : wordEnd(until, at);
      if (end === 0) at = addNext(found, until, parts, at);
      else {
        if (kind === DIGIT) found.push(tokenOf(until.slice(at, end), 'number', at, end));
        else addWord(found, partsOf(until.slice(at, end), parts), at, end);
        at = end;
      }
    }
  }
}

function tokenOf(folded: string, kind: Token['kind'], start: number, end: number): Token {
  return { start, end, folded, kind, quoted: false, code: false, sentence: -1 };
}

function addWord(found: Token[], parts: readonly string[], start: number, end: number): void {
  for (let nth = 0; nth < parts.length; nth += 1) found.push(tokenOf(parts[nth] as string, 'word', start, end));
}

/** Maximum number of characters before the `@` of an email address. */
const LONGEST_MAILBOX = 64;

const NOTHING = 0;
const LETTER = 1;
const DIGIT = 2;
/** A character that can join the parts of a word, but does not begin a word. */
const JOINER = 3;
/** A character that is read with the full pattern. */
const OTHER = 4;
/** The character after the last one in `KIND`: the end of the currency signs. */
const LIMIT = 0x20d0;
/** What each character means in a text, apart from email addresses. */
const KIND = new Uint8Array(LIMIT).fill(OTHER);
KIND.fill(NOTHING, 0, 0xaa).fill(LETTER, 0x41, 0x5b).fill(LETTER, 0x61, 0x7b).fill(DIGIT, 0x30, 0x3a);
for (const mark of '«¬®¯°±¶·¸»¿×÷') KIND[mark.charCodeAt(0)] = NOTHING;
// The letters of Latin alphabets, without the two mathematical signs among them.
KIND.fill(LETTER, 0xc0, 0xd7).fill(LETTER, 0xd8, 0xf7).fill(LETTER, 0xf8, 0x250);
KIND.fill(NOTHING, 0x2012, 0x2028).fill(NOTHING, 0x2030, 0x205f).fill(NOTHING, 0x20a0, 0x20c1);
for (const mark of '’‘`´′‛‐‑') KIND[mark.charCodeAt(0)] = JOINER;

const APOSTROPHE = 39;
const TYPOGRAPHIC_APOSTROPHE = 0x2019;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;
const COMMA = 44;

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < LIMIT ? (KIND[unit] as number) : unit >= LIMIT ? OTHER : NOTHING;
}

/** Returns the end of a word of plain letters, hyphens and apostrophes. 0 if the word needs the full pattern. */
function wordEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    let kind = kindAt(text, at);
    while (kind === LETTER) {
      at += 1;
      kind = kindAt(text, at);
    }
    if (kind === OTHER) return 0;
    const unit = text.charCodeAt(at);
    if (unit === APOSTROPHE || unit === HYPHEN || unit === TYPOGRAPHIC_APOSTROPHE) {
      const next = kindAt(text, at + 1);
      if (next === OTHER) return 0;
      if (next !== LETTER) return at;
      at += 2;
    } else if (kind === JOINER) return 0;
    else if (unit === DOT) return mayJoin(text, start, at) ? 0 : at;
    else return unit === COLON && /^https?$/i.test(text.slice(start, at)) ? 0 : at;
  }
}

/** Returns true if a period may belong to the word before it, as in “e.g.”, “example.com” and “www.”. */
function mayJoin(text: string, start: number, at: number): boolean {
  const next = kindAt(text, at + 1);
  return next === LETTER || next === OTHER || (at - start === 3 && /^www$/i.test(text.slice(start, at)));
}

/** Returns the end of a number of plain digits. 0 if the number needs the full pattern. */
function numberEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    let kind = kindAt(text, at);
    while (kind === DIGIT) {
      at += 1;
      kind = kindAt(text, at);
    }
    if (kind === OTHER) return 0;
    const unit = text.charCodeAt(at);
    if (unit !== DOT && unit !== COMMA && unit !== COLON) return at;
    const next = kindAt(text, at + 1);
    if (next === OTHER) return 0;
    if (next !== DIGIT) return at;
    at += 1;
  }
}

/**
 * Adds the next word, number or address of any kind.
 * @returns its end, or the end of the text if there is none
 */
function addNext(found: Token[], text: string, parts: KnownParts, from: number): number {
  TOKEN.lastIndex = from;
  const match = TOKEN.exec(text);
  if (!match) return text.length;
  const start = match.index;
  const end = start + match[0].length;
  if (match[0].includes('@') || /^(?:https?:\/\/|www\.)/i.test(match[0])) {
    const written = match[0].replace(/(?<![.,;:!?)\]'’])[.,;:!?)\]'’]+$/, '');
    const last = start + Math.max(1, written.length);
    found.push(tokenOf(written.toLowerCase(), 'address', start, last));
    return last;
  }
  if (isDigit(match[0].charCodeAt(0))) found.push(tokenOf(match[0], 'number', start, end));
  else addWord(found, partsOf(match[0], parts), start, end);
  return end;
}

/** The parts of the words of one language that were read so far. */
interface KnownParts {
  readonly language: Language;
  readonly byWord: Map<string, readonly string[]>;
}

const PARTS = new WeakMap<Language, KnownParts>();
const MOST_KEPT = 20_000;
export const LONGEST_KEPT = 40;

function partsIn(language: Language): KnownParts {
  const known = PARTS.get(language);
  if (known) return known;
  const made = { language, byWord: new Map<string, readonly string[]>() };
  PARTS.set(language, made);
  return made;
}

/** Normalizes a word and splits contractions. */
function partsOf(written: string, { language, byWord: known }: KnownParts): readonly string[] {
  const before = known.get(written);
  if (before) return before;
  // The word is copied because a slice would keep the whole text in memory.
  const own = written.length <= LONGEST_KEPT ? detached(written) : written;
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
