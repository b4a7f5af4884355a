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
  /** Phrases that open a conditional clause. */
  readonly conditionals: readonly string[];
  readonly negations: ReadonlySet<string>;
  /** Phrases that a reply begins with when it greets. */
  readonly salutations: readonly string[];
  /** Phrases that a reply ends with before the name. */
  readonly farewells: readonly string[];
  /** Words that tell that a team or an office signs, and no person. */
  readonly signers: ReadonlySet<string>;
  /** Small words inside names: “Mia from Billing”. */
  readonly inNames: ReadonlySet<string>;
  /** Words that join two clauses under one opener, after a comma. */
  readonly joiners: ReadonlySet<string>;
}
