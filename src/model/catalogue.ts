/** The placeholders that a help desk documents. */
export interface Catalogue {
  /** The name of the help desk, as shown to users. */
  readonly name: string;
  readonly opens: string;
  /** The documented placeholder paths. */
  readonly paths: readonly string[];
  /**
   * Matches objects whose fields are all documented. An undocumented field of any other object may be a custom field.
   */
  readonly closed: RegExp;
  /** Matches custom fields, and paths that are valid without being listed individually. */
  readonly open: RegExp;
  /** The placeholder for the customer’s first name. */
  readonly customer?: string;
  /** The ways to write a fallback. Undefined if the help desk does not support fallbacks. */
  readonly fallbacks?: readonly FallbackWay[];
  /** True if the help desk looks up everything between the braces as a single name. */
  readonly noFilters?: boolean;
  /** True if the help desk does not fill in placeholders in bare URLs. */
  readonly notInLinks?: boolean;
  /** The URL of the documentation. */
  readonly source: string;
}

/** A way to write a fallback for a missing value. */
export interface FallbackWay {
  /** A pattern for a placeholder without a fallback. Its first group captures the path. */
  readonly looks: RegExp;
  /** A template for a placeholder with a fallback, where `@` stands for the path and `~` for the fallback. */
  readonly write: string;
  /**
   * True if other systems write placeholders in the same way. The syntax is then recognized only in this help desk’s
   * own texts.
   */
  readonly onlyHere?: boolean;
}
