import type { PlaceholderRole } from '../../model/reply.js';
import type { Language } from '../language.js';
import { tokens } from './tokens.js';
import { strangeSignIn, wholeWordsFor } from './touching.js';

/** A single word of a phrase. */
export type Atom =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'role'; readonly role: PlaceholderRole | 'any' }
  | { readonly kind: 'number' }
  | { readonly kind: 'link' }
  /** An open class of the language, such as the class of all past participles. */
  | { readonly kind: 'open'; readonly name: string };

/** A part of a phrase. */
export type Item =
  | Atom
  | { readonly kind: 'gap' }
  | Choice
  | { readonly kind: 'not'; readonly set: AtomSet }
  /** Quoted words, which allow no fillers between them. */
  | { readonly kind: 'quoted'; readonly items: readonly Item[] }
  /** The end of the sentence. It is allowed only at the end of an option. */
  | { readonly kind: 'end' };

export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly (readonly Item[])[];
  readonly optional: boolean;
  /** All options combined, if each is a single word. Long word lists can be tested at once that way. */
  readonly set: AtomSet | undefined;
}

/** A set of alternative words. */
export interface AtomSet {
  readonly kind: 'set';
  readonly words: ReadonlySet<string>;
  readonly others: readonly Atom[];
}

/** A parsed phrase. */
export interface Phrase {
  readonly source: string;
  readonly items: readonly Item[];
  /** True if the phrase must be at the start of a sentence. `atEnd` is the same for its end. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** The words that must not come before the phrase. */
  readonly notAfter: AtomSet | undefined;
}

/** Thrown for an invalid phrase. `at` is the offset of the fault. */
export class PhraseError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const ROLES: readonly string[] = [
  'customer-name',
  'agent-name',
  'ticket',
  'organisation',
  'include',
  'other',
  'any',
] satisfies (PlaceholderRole | 'any')[];

/** Maximum number of words in a gap (`...`). */
export const GAP = 4;

/**
 * Parses a phrase.
 * @param language provides the contractions, word classes, forms and open classes
 * @throws PhraseError with the position of the fault and what was expected
 */
export function parsePhrase(source: string, language: Language): Phrase {
  return new Parser(source, language).phrase();
}

/**
 * Returns a word class as a choice between its members. Undefined if the language has no such class.
 * @throws PhraseError if a member is invalid
 */
export function classNamed(name: string, language: Language): Choice | undefined {
  const known = CLASSES.get(language)?.get(name);
  if (known) return known;
  const members = language.classOf?.(name);
  if (!members) return undefined;
  const options = members.flatMap((member) => optionsOf(new Parser(member, language).option()));
  const made: Choice = { kind: 'choice', options, optional: false, set: setOf(options) };
  const classes = CLASSES.get(language) ?? new Map<string, Choice>();
  CLASSES.set(language, classes.set(name, made));
  return made;
}

/** A nested class is replaced by its members. */
function optionsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const [only, ...more] = items;
  return only?.kind === 'choice' && !only.optional && more.length === 0 ? only.options : [items];
}

const CLASSES = new WeakMap<Language, Map<string, Choice>>();

/** Caches word lists, because many phrases use the same ones. */
const CHOICES = new WeakMap<Language, Map<string, Choice>>();

const BLANK = 32;
const LETTERS = /[a-z]+(?![^\s()|$])/y;
const NAME = /[a-z][a-z0-9-]*/y;

class Parser {
  readonly #source: string;
  readonly #language: Language;
  #at = 0;
  /** The character that closes the open quotation. Empty if no quotation is open. */
  #closing = '';

  constructor(source: string, language: Language) {
    this.#source = source;
    this.#language = language;
  }

  phrase(): Phrase {
    this.#blanks();
    const atStart = this.#take('^');
    this.#blanks();
    const notAfter = this.#peek() === '!' ? this.#not() : undefined;
    const items = this.#items();
    const atEnd = items.at(-1)?.kind === 'end';
    if (this.#at < this.#source.length) this.#fail(`“${this.#peek()}” was not expected here`);
    if (atStart && notAfter) this.#fail('after ^ there is no word before that !( ) could look at', 0);
    if (!items.some((item) => saysSomething(item))) this.#fail('a phrase needs at least one word', 0);
    const said = atEnd ? items.slice(0, -1) : items;
    if (said[0]?.kind === 'gap' || said.at(-1)?.kind === 'gap') this.#fail('“...” stands between words', 0);
    return { source: this.#source, items: said, atStart, atEnd, notAfter };
  }

  /** Parses a member of a word class. */
  option(): Item[] {
    const items = this.#items();
    if (this.#at < this.#source.length) this.#fail(`“${this.#peek()}” was not expected here`);
    return items;
  }

  #items(): Item[] {
    const items: Item[] = [];
    for (;;) {
      this.#blanks();
      const next = this.#peek();
      if (next === '$') {
        this.#at += 1;
        this.#blanks();
        if (!this.#isOver()) this.#fail(`“${this.#peek()}” was not expected here`);
        items.push({ kind: 'end' });
      }
      if (this.#isOver()) return items;
      if (items.length > 0) this.#separate();
      items.push(...this.#item(next));
    }
  }

  /** Rejects a phrase whose parts are not separated by blanks, as in “colou?r”. */
  #separate(): void {
    const instead = wholeWordsFor(this.#source, this.#at);
    if (instead !== undefined) this.#fail(`“${this.#peek()}” touches what precedes it; ${instead}`);
  }

  /** Returns true at the end of a sequence of items. */
  #isOver(): boolean {
    const next = this.#peek();
    return next === '' || next === '|' || next === ')' || (next === this.#closing && next !== '');
  }

  #item(next: string): readonly Item[] {
    if (next === '(') return [this.#choice()];
    if (next === '{') return [this.#optional(this.#braces())];
    if (next === '@') return [this.#optional(this.#class())];
    if (next === '~') return [this.#optional(this.#lemma())];
    if (next === '!') return [{ kind: 'not', set: this.#not() }];
    if (this.#closing === '' && (next === '"' || next === '“')) return [this.#quoted(next === '"' ? '"' : '”')];
    if (next === '…' || this.#source.startsWith('...', this.#at)) {
      this.#at += next === '…' ? 1 : 3;
      return [{ kind: 'gap' }];
    }
    const words = this.#words();
    const [only, ...more] = words;
    return only && more.length === 0 ? [this.#optional(only)] : words;
  }

  /** Parses an optional part, such as `us?`. */
  #optional(item: Atom | Choice): Item {
    if (!this.#take('?')) return item;
    const options = item.kind === 'choice' ? item.options : [[item]];
    return { kind: 'choice', options, optional: true, set: setOf(options) };
  }

  #choice(): Choice {
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
    const options: (readonly Item[])[] = [];
    do options.push(...optionsOf(this.#items()));
    while (this.#take('|'));
    if (!this.#take(')')) this.#fail('“(” is not closed', opened);
    if (options.some((option) => option.length === 0)) this.#fail('an empty choice in “( | )”', opened);
    const choice: Choice = { kind: 'choice', options, optional: this.#take('?'), set: setOf(options) };
    const choices = CHOICES.get(this.#language) ?? new Map<string, Choice>();
    CHOICES.set(this.#language, choices.set(this.#source.slice(opened, this.#at), choice));
    return choice;
  }

  #braces(): Atom | Choice {
    const opened = this.#at;
    const close = this.#source.indexOf('}', opened);
    if (close < 0) this.#fail('“{” is not closed', opened);
    const name = this.#source.slice(opened + 1, close).trim();
    this.#at = close + 1;
    if (name === 'number' || name === 'link') return { kind: name };
    if (ROLES.includes(name)) return { kind: 'role', role: name as PlaceholderRole | 'any' };
    if (this.#language.openClasses?.includes(name)) return { kind: 'open', name };
    const shape = this.#language.shapeOf?.(name);
    if (shape !== undefined) {
      const options = [new Parser(shape, this.#language).option()];
      return { kind: 'choice', options, optional: false, set: setOf(options) };
    }
    const open = [...(this.#language.openClasses ?? []), ...(this.#language.shapes ?? [])];
    this.#fail(
      `“{${name}}” is not a role${open.length > 0 ? ' and no open class' : ''}; expected {${[...ROLES, ...open].join('}, {')}}, {number} or {link}`,
      opened,
    );
  }

  #class(): Choice {
    const opened = this.#at;
    this.#at += 1;
    const name = this.#name();
    const found = name === '' ? undefined : classNamed(name, this.#language);
    if (found) return found;
    const hint = name === '' ? '' : (this.#language.nearestClass?.(name) ?? '');
    this.#fail(`“@${name}” is not a word class${hint === '' ? '' : `. Did you mean “@${hint}”?`}`, opened);
  }

  #lemma(): Choice | Atom {
    const opened = this.#at;
    this.#at += 1;
    const [only, ...more] = this.#words();
    if (only?.kind !== 'word' || more.length > 0) this.#fail('“~” stands before a single word', opened);
    const forms = this.#language.formsOf?.(only.word) ?? [only.word];
    return choiceOfWords(forms);
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#source)?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  #quoted(closing: string): Item {
    const opened = this.#at;
    this.#at += 1;
    this.#closing = closing;
    const items = this.#items();
    this.#closing = '';
    if (!this.#take(closing)) this.#fail(`“${this.#source[opened]}” is not closed`, opened);
    return { kind: 'quoted', items };
  }

  #not(): AtomSet {
    const opened = this.#at;
    this.#at += 1;
    if (!this.#take('(')) this.#fail('expected “(” after “!”');
    const options: (readonly Item[])[] = [];
    do options.push(...optionsOf(this.#items()));
    while (this.#take('|'));
    if (!this.#take(')')) this.#fail('“(” is not closed', opened);
    const set = options.some((option) => option.length === 0) ? undefined : setOf(options);
    if (!set) this.#fail('“!( | )” takes single words', opened);
    return set;
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
      if (this.#source.startsWith('...', this.#at) || this.#peek() === this.#closing) break;
      this.#at += 1;
    }
    const written = this.#source.slice(start, this.#at);
    const strange = strangeSignIn(written);
    if (strange >= 0)
      this.#fail(
        `“${written[strange]}” has no meaning in a phrase; write alternatives as “(one|other)”`,
        start + strange,
      );
    const words = wordsOf(written, this.#language);
    if (written === '' || words.length === 0) {
      if (written === '') this.#at += 1;
      this.#fail(`“${written || this.#source[start]}” is not a word`, start);
    }
    const atoms = words.map((word): Atom => ({ kind: 'word', word }));
    const last = words.at(-1);
    if (last !== undefined && this.#take('*')) atoms[atoms.length - 1] = { kind: 'prefix', prefix: last };
    if (this.#peek() === '?' && atoms.length > 1) this.#fail('“?” follows a single word or “( )”: write (words)?');
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
      // Blanks are handled first because most of them, and the text after them, are plain.
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

/** Returns the words in text without blanks. Most consist of plain lowercase letters, which need no processing. */
function wordsOf(written: string, language: Language): readonly string[] {
  if (/^[a-z]+$/.test(written)) return language.contractions.get(written) ?? [written];
  return [...tokens(written, language)].map(({ folded }) => folded);
}

/** Returns the position at which a parenthesis is closed, or -2 if it is not, so that nothing is found after it. */
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

function choiceOfWords(words: readonly string[]): Choice | Atom {
  const options = words.map((word): Item[] => [{ kind: 'word', word }]);
  return { kind: 'choice', options, optional: false, set: setOf(options) };
}

/** Combines options into one set, if each is a single word. */
function setOf(options: readonly (readonly Item[])[]): AtomSet | undefined {
  const words = new Set<string>();
  const others: Atom[] = [];
  for (const [only, ...more] of options) {
    if (!only || more.length > 0) return undefined;
    if (only.kind === 'choice') {
      if (only.optional || !only.set) return undefined;
      for (const word of only.set.words) words.add(word);
      others.push(...only.set.others);
    } else if (only.kind === 'gap' || only.kind === 'not' || only.kind === 'quoted' || only.kind === 'end')
      return undefined;
    else if (only.kind === 'word') words.add(only.word);
    else others.push(only);
  }
  return { kind: 'set', words, others };
}

function saysSomething(item: Item): boolean {
  if (item.kind === 'choice') return !item.optional && item.options.every((option) => option.some(saysSomething));
  if (item.kind === 'quoted') return item.items.some(saysSomething);
  return item.kind !== 'gap' && item.kind !== 'not' && item.kind !== 'end';
}
