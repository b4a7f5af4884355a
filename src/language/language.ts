/** What the engine needs to know about a language besides the phrases of rules. */
export interface Language {
  /** BCP 47 language subtag. */
  readonly code: string;
  /** Whole words that stand for two or more: `cannot` → `can not`. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Endings after an apostrophe that are words on their own: `'re` → `are`. */
  readonly clitics: ReadonlyMap<string, string>;
  /** Words after which `'s` is a verb, not a possessive. */
  readonly beforeVerbalS: ReadonlySet<string>;
  /** Numbers written as words. */
  readonly numbers: ReadonlySet<string>;
  /** Abbreviations that end with a period without ending a sentence, without the period. */
  readonly abbreviations: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Words that show that a team or an office signs, not a person. */
  readonly signers: ReadonlySet<string>;
  /** Small words inside names: “Mia from Billing”. */
  readonly inNames: ReadonlySet<string>;
  /** Words that join two clauses under one opener, after a comma. */
  readonly joiners: ReadonlySet<string>;
  /** Words around names. */
  readonly names: NameWords;
  /** The members of a word class, as phrases; undefined if there is no such class. */
  classOf?(name: string): readonly string[] | undefined;
  /** The class with the most similar name; undefined if none is similar. */
  nearestClass?(name: string): string | undefined;
  /** All forms of a lemma, including itself. */
  formsOf?(lemma: string): readonly string[];
  /** Classes that a word belongs to by its form, such as `participle`. */
  readonly openClasses?: readonly string[];
  /** Names of phrases for parts of a sentence, such as `noun-phrase`. */
  readonly shapes?: readonly string[];
  shapeOf?(name: string): string | undefined;
  /** The kinds of a word, as bits: see `phrase/kinds.ts`. */
  kindsOf?(word: string): number;
}

/** Words that help decide whether a capitalized word is the name of the person addressed. */
export interface NameWords {
  /** Before a name: “Mr”, “Professor”. */
  readonly titles: ReadonlySet<string>;
  /** Words for anyone: “Customer”, “there”, “Team”. */
  readonly general: ReadonlySet<string>;
  /** Sentence openers before a comma: “Unfortunately”, “Great”. */
  readonly openers: ReadonlySet<string>;
  /** Words that follow the name of the person addressed: “Pat, we …”. */
  readonly clauses: ReadonlySet<string>;
  /** Before a noun: “our”, “the”. */
  readonly determiners: ReadonlySet<string>;
  /** Openers of a remark between commas: “for its part”, “on the other hand”. */
  readonly asides: ReadonlySet<string>;
  /** Nouns next to which a third person is named: “our vet, Dr Lam”. */
  readonly roles: ReadonlySet<string>;
  /** Words that address the reader: “you”, “thanks”. */
  readonly toReader: ReadonlySet<string>;
}
