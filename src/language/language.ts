/** What the engine needs to know about a language, in addition to the phrases of rules. */
export interface Language {
  /** The BCP 47 subtag of the language. */
  readonly code: string;
  /** Words that stand for two or more words: `cannot` → `can not`. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Endings after an apostrophe that are separate words: `'re` → `are`. */
  readonly clitics: ReadonlyMap<string, string>;
  /** Words after which `'s` is a verb rather than a possessive. */
  readonly beforeVerbalS: ReadonlySet<string>;
  /** Words for numbers. */
  readonly numbers: ReadonlySet<string>;
  /** Abbreviations whose period does not end a sentence, listed without the period. */
  readonly abbreviations: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Words that show that a team or an office signs, not a person. */
  readonly signers: ReadonlySet<string>;
  /** Small words that occur inside names, such as “from” in “Mia from Billing”. */
  readonly inNames: ReadonlySet<string>;
  /** Words such as “or” that join two clauses, so that a comma before them does not end a clause. */
  readonly joiners: ReadonlySet<string>;
  /** Words that occur around names. */
  readonly names: NameWords;
  /** Returns the members of a word class, as phrases. Undefined if there is no such class. */
  classOf?(name: string): readonly string[] | undefined;
  /** Returns the name of the most similar class. Undefined if none is similar. */
  nearestClass?(name: string): string | undefined;
  /** Returns all forms of a lemma, including the lemma itself. */
  formsOf?(lemma: string): readonly string[];
  /** Names of classes to which a word belongs because of its form, such as `participle`. */
  readonly openClasses?: readonly string[];
  /** Names of phrases that stand for parts of a sentence, such as `noun-phrase`. */
  readonly shapes?: readonly string[];
  shapeOf?(name: string): string | undefined;
  /** Returns the kinds of a word as bits; see `phrase/kinds.ts`. */
  kindsOf?(word: string): number;
}

/** Words that help decide whether a capitalized word is the name of the person addressed. */
export interface NameWords {
  /** Titles that come before a name, such as “Mr” and “Professor”. */
  readonly titles: ReadonlySet<string>;
  /** Words that can refer to anyone, such as “Customer”, “there” and “Team”. */
  readonly general: ReadonlySet<string>;
  /** Words that begin a sentence and are followed by a comma, such as “Unfortunately” and “Great”. */
  readonly openers: ReadonlySet<string>;
  /** Words that follow the name of the person addressed, such as “we” in “Pat, we …”. */
  readonly clauses: ReadonlySet<string>;
  /** Words that come before a noun, such as “our” and “the”. */
  readonly determiners: ReadonlySet<string>;
  /** Words that begin a remark between commas, such as “for its part” and “on the other hand”. */
  readonly asides: ReadonlySet<string>;
  /** Nouns next to which a third person is named, such as “vet” in “our vet, Dr Lam”. */
  readonly roles: ReadonlySet<string>;
  /** Words that address the reader, such as “you” and “thanks”. */
  readonly toReader: ReadonlySet<string>;
}
