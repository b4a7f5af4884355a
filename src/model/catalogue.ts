/** The documented placeholders of a help desk. */
export interface Catalogue {
  /** The display name of the help desk. */
  readonly name: string;
  readonly opens: string;
  /** The known paths. */
  readonly paths: readonly string[];
  /** Objects whose fields are all listed. An unlisted field of other objects may be a custom field. */
  readonly closed: RegExp;
  /** Custom fields, and paths that are not listed individually. */
  readonly open: RegExp;
  /** The customer’s first name. */
  readonly customer?: string;
  /** The fallback syntax. Omitted if there is none. */
  readonly fallbacks?: readonly FallbackWay[];
  /** True if everything between the braces is looked up as one name. */
  readonly noFilters?: boolean;
  /** True if placeholders in bare links are not filled in. */
  readonly notInLinks?: boolean;
  /** The address of the documentation. */
  readonly source: string;
}

/** One syntax for the fallback of a missing value. */
export interface FallbackWay {
  /** A pattern for a placeholder without a fallback. The first group is the path. */
  readonly looks: RegExp;
  /** A template for a placeholder with a fallback: `@` is the path, `~` the fallback. */
  readonly write: string;
  /** True if other programs write placeholders like this, too: it then counts only in this help desk’s own texts. */
  readonly onlyHere?: boolean;
}
