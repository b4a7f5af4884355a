/** A finding of one rule in one text, for the author of the rule. */
export interface RuleFinding {
  /** The marked words. */
  readonly marks: string;
  readonly message: string;
  readonly when: string | undefined;
  readonly suggestions: readonly string[];
  /** The index of its reply. Only for library rules. */
  readonly reply?: number;
  /** The text with the fix applied. Undefined if there is no fix. */
  readonly fixed: string | undefined;
}
