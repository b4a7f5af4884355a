/** A finding of one rule in one text, for the author of the rule. */
export interface RuleFinding {
  /** The marked words. */
  readonly marks: string;
  readonly message: string;
  readonly when: string | undefined;
  readonly suggestions: readonly string[];
  /** The index of the reply that the finding is about. Present only for library rules. */
  readonly reply?: number;
  /** The text after the fix has been applied. Undefined if there is no fix. */
  readonly fixed: string | undefined;
}
