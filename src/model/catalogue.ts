/** What a help desk fills in, as far as its documentation says so. */
export interface Catalogue {
  /** As people call the help desk. */
  readonly name: string;
  readonly opens: string;
  /** What can be known of the paths. */
  readonly paths: readonly string[];
  /** Objects whose fields are all listed; elsewhere a field that is not listed may be a custom one. */
  readonly closed: RegExp;
  /** Custom fields, and paths that are not listed one by one. */
  readonly open: RegExp;
  /** The customer’s first name. */
  readonly customer?: string;
  /** How a value gets a fallback; left out where there is no way. */
  readonly fallbacks?: readonly FallbackWay[];
  /** True where all that stands between the braces is looked up as one name. */
  readonly noFilters?: boolean;
  /** True where nothing is filled in inside a link that stands as bare text. */
  readonly notInLinks?: boolean;
  /** The documentation. */
  readonly source: string;
}

/** One way to say what is shown where a value is missing. */
export interface FallbackWay {
  /** What a placeholder without a fallback looks like; its first group is the path. */
  readonly looks: RegExp;
  /** The same with one: `@` stands for the path, `~` for the fallback. */
  readonly write: string;
  /** True where other programs write placeholders so as well: then it holds for this help desk’s own texts only. */
  readonly onlyHere?: boolean;
}
