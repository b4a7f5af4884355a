import type { Language } from '../index.js';
import type { Atom, AtomSet } from './parse.js';

/** What the automaton sees of a text: enough of a word to match it. */
export interface MatchedWord {
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'address' | 'placeholder';
  readonly placeholder?: { readonly role: string };
}

/** Words that no phrase tells apart are one class. */
export interface WordClass {
  readonly id: number;
  readonly word: string;
  readonly prefixes: ReadonlySet<string>;
  readonly number: boolean;
  readonly link: boolean;
  readonly role: string | undefined;
}

const MOST_WORDS = 50_000;

/** Sorts words into classes, by what the phrases that were read so far tell apart. */
export class WordClasses {
  readonly #language: Language;
  readonly #vocabulary = new Set<string>();
  readonly #prefixes = new Set<string>();
  readonly #prefixLengths = new Set<number>();
  readonly #listed = new Set<AtomSet>();
  readonly #classOfWord = new Map<string, WordClass>();
  readonly #classes = new Map<string, WordClass>();
  /** A word, or a beginning with `*` → the keys of the classes that it tells apart. */
  readonly #named = new Map<string, string[]>();
  #made = 0;
  /** What follows the last word of a sentence. */
  readonly end: WordClass = this.#make({ word: '', prefixes: new Set(), number: false, link: false, role: undefined });

  constructor(language: Language) {
    this.#language = language;
  }

  of(word: MatchedWord): WordClass {
    // Almost all words are plain words: their class is found without making a key.
    const key =
      word.kind === 'word'
        ? word.folded
        : word.kind === 'placeholder'
          ? `\u0000${word.placeholder?.role}`
          : `\u0001${word.kind}${word.folded}`;
    const known = this.#classOfWord.get(key);
    if (known) return known;
    const found = this.#find(word);
    // A long run meets more words than are worth keeping; the classes stay.
    if (this.#classOfWord.size >= MOST_WORDS) this.#classOfWord.clear();
    this.#classOfWord.set(key, found);
    return found;
  }

  #find(word: MatchedWord): WordClass {
    const prefixes =
      word.kind === 'placeholder' ? [] : [...this.#prefixLengths].map((length) => word.folded.slice(0, length));
    const parts = {
      word: word.kind !== 'placeholder' && this.#vocabulary.has(word.folded) ? word.folded : '',
      prefixes: new Set(prefixes.filter((prefix) => this.#prefixes.has(prefix))),
      number: word.kind === 'number' || (word.kind === 'word' && this.#language.numbers.has(word.folded)),
      link: word.kind === 'address',
      role: word.kind === 'placeholder' ? word.placeholder?.role : undefined,
    };
    const sameAs = `${parts.word}|${[...parts.prefixes].join(',')}|${parts.number}|${parts.link}|${parts.role}`;
    const known = this.#classes.get(sameAs);
    if (known) return known;
    const made = this.#make(parts);
    this.#classes.set(sameAs, made);
    for (const name of [parts.word, ...[...parts.prefixes].map((prefix) => `${prefix}*`)]) this.#name(name, sameAs);
    return made;
  }

  #name(name: string, sameAs: string): void {
    const known = this.#named.get(name);
    if (known) known.push(sameAs);
    else this.#named.set(name, [sameAs]);
  }

  #make(parts: Omit<WordClass, 'id'>): WordClass {
    this.#made += 1;
    return { id: this.#made - 1, ...parts };
  }

  /** Tells the words apart that these name. */
  know(atoms: readonly (Atom | AtomSet)[]): void {
    for (const atom of atoms) {
      if (atom.kind === 'word') this.#vocabulary.add(atom.word);
      else if (atom.kind === 'prefix') {
        this.#prefixes.add(atom.prefix);
        this.#prefixLengths.add(atom.prefix.length);
      } else if (atom.kind === 'set' && !this.#listed.has(atom)) {
        this.#listed.add(atom);
        for (const word of atom.words) this.#vocabulary.add(word);
        this.know(atom.others);
      }
    }
  }

  /** Gives the words that these name classes of new ids: what was noted by their old ids holds no longer. */
  renew(atoms: readonly (Atom | AtomSet | 'any-word')[]): void {
    for (const atom of atoms) {
      if (atom !== 'any-word' && atom.kind === 'word') this.#forget(atom.word);
      else if (atom !== 'any-word' && atom.kind === 'prefix') this.#forget(`${atom.prefix}*`);
      else if (atom !== 'any-word' && atom.kind === 'set') {
        for (const word of atom.words) this.#forget(word);
        this.renew(atom.others);
      } else
        for (const [sameAs, each] of this.#classes)
          if (atom === 'any-word' || matches(atom, each)) this.#classes.delete(sameAs);
    }
    this.#classOfWord.clear();
  }

  #forget(name: string): void {
    for (const sameAs of this.#named.get(name) ?? []) this.#classes.delete(sameAs);
    this.#named.delete(name);
  }
}

/** True where a word of the class is what the phrase asks for. */
export function matches(atom: Atom | AtomSet, word: WordClass): boolean {
  switch (atom.kind) {
    case 'set':
      return (word.word !== '' && atom.words.has(word.word)) || atom.others.some((other) => matches(other, word));
    case 'word':
      return word.word === atom.word;
    case 'prefix':
      return word.prefixes.has(atom.prefix);
    case 'number':
      return word.number;
    case 'link':
      return word.link;
    case 'role':
      return word.role !== undefined && (atom.role === 'any' || atom.role === word.role);
  }
}
