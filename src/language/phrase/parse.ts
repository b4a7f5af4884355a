import type { PlaceholderRole } from '../../model/reply.js';
import type { Language } from '../index.js';
import { tokens } from './tokens.js';

/** One word's worth of a phrase. */
export type Atom =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'role'; readonly role: PlaceholderRole | 'any' }
  | { readonly kind: 'number' }
  | { readonly kind: 'link' };

/** A part of a phrase. */
export type Item = Atom | { readonly kind: 'gap' } | Choice | { readonly kind: 'not'; readonly atoms: readonly Atom[] };

export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly (readonly Item[])[];
  readonly optional: boolean;
  /** All options as one, where each is a single word's worth: long lists of words are read at once. */
  readonly set: AtomSet | undefined;
}

/** One of several words. */
export interface AtomSet {
  readonly kind: 'set';
  readonly words: ReadonlySet<string>;
  readonly others: readonly Atom[];
}

/** A phrase, read. */
export interface Phrase {
  readonly source: string;
  readonly items: readonly Item[];
  /** Begins or ends with the sentence. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** What the word before must not be. */
  readonly notAfter: readonly Atom[];
}

/** A phrase that cannot be read; `at` is the offset in it. */
export class PhraseError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const ROLES = new Set(['customer-name', 'agent-name', 'ticket', 'organisation', 'include', 'other', 'any']);

/** How many words a gap (`...`) may stand for. */
export const GAP = 4;

/**
 * Reads a phrase of the phrase language.
 * @throws PhraseError with the place and what was expected
 */
export function parsePhrase(source: string, language: Language): Phrase {
  return new Parser(source, language).phrase();
}

/** Phrases share their word lists: a list is read once, whatever the number of phrases it stands in. */
const CHOICES = new WeakMap<Language, Map<string, Choice>>();

const BLANK = 32;
const LETTERS = /[a-z]+(?![^\s()|$])/y;

class Parser {
  readonly #source: string;
  readonly #language: Language;
  #at = 0;

  constructor(source: string, language: Language) {
    this.#source = source;
    this.#language = language;
  }

  phrase(): Phrase {
    this.#blanks();
    const atStart = this.#take('^');
    this.#blanks();
    const notAfter = this.#peek() === '!' ? this.#not() : [];
    const items = this.#items();
    const atEnd = this.#take('$');
    this.#blanks();
    if (this.#at < this.#source.length) this.#fail(`“${this.#peek()}” was not expected here`);
    if (atStart && notAfter.length > 0) this.#fail('after ^ there is no word before that !( ) could look at', 0);
    if (!items.some((item) => saysSomething(item))) this.#fail('a phrase needs at least one word', 0);
    if (items[0]?.kind === 'gap' || items.at(-1)?.kind === 'gap') this.#fail('“...” stands between words', 0);
    return { source: this.#source, items, atStart, atEnd, notAfter };
  }

  #items(): Item[] {
    const items: Item[] = [];
    for (;;) {
      this.#blanks();
      const next = this.#peek();
      if (next === '' || next === '$' || next === '|' || next === ')') return items;
      items.push(...this.#item(next));
    }
  }

  #item(next: string): Item[] {
    if (next === '(') return [this.#choice()];
    if (next === '{') return [this.#role()];
    if (next === '!') return [{ kind: 'not', atoms: this.#not() }];
    if (next === '…' || this.#source.startsWith('...', this.#at)) {
      this.#at += next === '…' ? 1 : 3;
      return [{ kind: 'gap' }];
    }
    return this.#words();
  }

  #choice(): Item {
    const opened = this.#at;
    const close = closingOf(this.#source, opened);
    const written = this.#source.slice(opened, close + 2);
    const optional = written.endsWith('?');
    const key = optional ? written : written.slice(0, -1);
    const known = CHOICES.get(this.#language)?.get(key);
    if (known && close >= 0) {
      this.#at = opened + key.length;
      return known;
    }
    this.#at += 1;
    const options: Item[][] = [];
    do options.push(this.#items());
    while (this.#take('|'));
    if (!this.#take(')')) this.#fail('“(” is not closed', opened);
    if (options.some((option) => option.length === 0)) this.#fail('an empty choice in “( | )”', opened);
    const choice: Choice = { kind: 'choice', options, optional: this.#take('?'), set: setOf(options) };
    const choices = CHOICES.get(this.#language) ?? new Map<string, Choice>();
    CHOICES.set(this.#language, choices.set(this.#source.slice(opened, this.#at), choice));
    return choice;
  }

  #role(): Atom {
    const opened = this.#at;
    const close = this.#source.indexOf('}', opened);
    if (close < 0) this.#fail('“{” is not closed', opened);
    const name = this.#source.slice(opened + 1, close).trim();
    this.#at = close + 1;
    if (name === 'number' || name === 'link') return { kind: name };
    if (!ROLES.has(name))
      this.#fail(`“{${name}}” is not a role; expected {${[...ROLES].join('}, {')}}, {number} or {link}`, opened);
    return { kind: 'role', role: name as PlaceholderRole | 'any' };
  }

  #not(): Atom[] {
    const opened = this.#at;
    this.#at += 1;
    if (!this.#take('(')) this.#fail('expected “(” after “!”');
    const atoms: Atom[] = [];
    do {
      const option = this.#items();
      const [only, ...more] = option;
      if (!only || more.length > 0 || only.kind === 'gap' || only.kind === 'choice' || only.kind === 'not')
        this.#fail('“!( | )” takes single words', opened);
      else atoms.push(only);
    } while (this.#take('|'));
    if (!this.#take(')')) this.#fail('“(” is not closed', opened);
    return atoms;
  }

  #words(): Atom[] {
    const start = this.#at;
    LETTERS.lastIndex = start;
    const plain = LETTERS.exec(this.#source)?.[0];
    if (plain !== undefined && !this.#language.contractions.has(plain)) {
      this.#at += plain.length;
      return [{ kind: 'word', word: plain }];
    }
    while (this.#at < this.#source.length && !/[\s(){}|$^!*?…]/.test(this.#peek())) {
      if (this.#source.startsWith('...', this.#at)) break;
      this.#at += 1;
    }
    const written = this.#source.slice(start, this.#at);
    const words = wordsOf(written, this.#language);
    if (written === '' || words.length === 0) {
      if (written === '') this.#at += 1;
      this.#fail(`“${written || this.#source[start]}” is not a word`, start);
    }
    const atoms = words.map((word): Atom => ({ kind: 'word', word }));
    const last = words.at(-1);
    if (last !== undefined && this.#take('*')) atoms[atoms.length - 1] = { kind: 'prefix', prefix: last };
    if (this.#peek() === '?') this.#fail('“?” follows “( )”: write (word)?');
    return atoms;
  }

  #take(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #peek(): string {
    return this.#source[this.#at] ?? '';
  }

  #blanks(): void {
    for (;;) {
      const unit = this.#source.charCodeAt(this.#at);
      // Blanks are almost always plain, and what follows them plain, too.
      if (unit === BLANK) this.#at += 1;
      else if (unit > BLANK && unit < 128) return;
      else if (!/\s/.test(this.#peek())) return;
      else this.#at += 1;
    }
  }

  #fail(message: string, at = this.#at): never {
    throw new PhraseError(message, at);
  }
}

/** The words of a run without blanks. Most phrases are made of plain small letters; they need no closer look. */
function wordsOf(written: string, language: Language): readonly string[] {
  if (/^[a-z]+$/.test(written)) return language.contractions.get(written) ?? [written];
  return [...tokens(written, language)].map(({ folded }) => folded);
}

/** Where the parenthesis is closed that is opened there; -2 where it is not, so that nothing is found behind it. */
function closingOf(source: string, opened: number): number {
  let depth = 0;
  for (let at = opened; at < source.length; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === 40) depth += 1;
    else if (unit === 41) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -2;
}

/** Options of a single word each, as one set. */
function setOf(options: readonly (readonly Item[])[]): AtomSet | undefined {
  const words = new Set<string>();
  const others: Atom[] = [];
  for (const [only, ...more] of options) {
    if (!only || more.length > 0 || only.kind === 'gap' || only.kind === 'choice' || only.kind === 'not')
      return undefined;
    if (only.kind === 'word') words.add(only.word);
    else others.push(only);
  }
  return { kind: 'set', words, others };
}

function saysSomething(item: Item): boolean {
  if (item.kind === 'choice') return !item.optional && item.options.every((option) => option.some(saysSomething));
  return item.kind !== 'gap' && item.kind !== 'not';
}
