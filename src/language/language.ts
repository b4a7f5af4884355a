/** What the engine must know of a language beside the rules' phrases. */
export interface Language {
  /** BCP 47 language subtag. */
  readonly code: string;
  /** Whole words that stand for two or more: `cannot` → `can not`. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Endings after an apostrophe that are words of their own: `'re` → `are`. */
  readonly clitics: ReadonlyMap<string, string>;
  /** Words after which `'s` is a verb and not a possessive. */
  readonly beforeVerbalS: ReadonlySet<string>;
  /** Numbers written as words. */
  readonly numbers: ReadonlySet<string>;
  /** Words that end with a full stop without ending a sentence, without the stop. */
  readonly abbreviations: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Words that tell that a team or an office signs, and no person. */
  readonly signers: ReadonlySet<string>;
  /** Small words inside names: “Mia from Billing”. */
  readonly inNames: ReadonlySet<string>;
  /** Words that join two clauses under one opener, after a comma. */
  readonly joiners: ReadonlySet<string>;
  /** Words around names. */
  readonly names: NameWords;
  /** The members of a word class, as phrases; undefined where there is no such class. */
  classOf?(name: string): readonly string[] | undefined;
  /** The class whose name is most like another; undefined where none is. */
  nearestClass?(name: string): string | undefined;
  /** All forms of a lemma, itself among them. */
  formsOf?(lemma: string): readonly string[];
  /** Classes that a word is in by its form, such as `participle`. */
  readonly openClasses?: readonly string[];
  /** Names of phrases that stand for a part of a sentence, such as `noun-phrase`. */
  readonly shapes?: readonly string[];
  shapeOf?(name: string): string | undefined;
  /** What a word is, as bits: see `phrase/kinds.ts`. */
  kindsOf?(word: string): number;
}

/** Words that tell whether a word with a capital is the name of who is spoken to. */
export interface NameWords {
  /** Before a name: “Mr”, “Professor”. */
  readonly titles: ReadonlySet<string>;
  /** For anybody: “Customer”, “there”, “Team”. */
  readonly general: ReadonlySet<string>;
  /** What begins a sentence before a comma: “Unfortunately”, “Great”. */
  readonly openers: ReadonlySet<string>;
  /** With what begins what is said to somebody who was named: “Pat, we …”. */
  readonly clauses: ReadonlySet<string>;
  /** Before a noun: “our”, “the”. */
  readonly determiners: ReadonlySet<string>;
  /** What begins a remark between commas: “for its part”, “on the other hand”. */
  readonly asides: ReadonlySet<string>;
  /** Nouns beside which a third person is named: “our vet, Dr Lam”. */
  readonly roles: ReadonlySet<string>;
  /** In what is said to the reader: “you”, “thanks”. */
  readonly toReader: ReadonlySet<string>;
}
