/**
 * What the replies of a library do: all replies of a file, or of a folder whose files hold one each. Only replies to
 * customers count, and only those that nothing says to be chat lines, building blocks or automatic mail.
 */
export interface LibraryProfile {
  /** How many replies were counted. */
  readonly replies: number;
  /** How many of them greet, sign off, or do either. */
  readonly greet: number;
  readonly sign: number;
  readonly either: number;
  /** How many replies were looked at, if they are only the first of more. */
  readonly first?: number;
  /** What the replies of the folder do, where the library is a file of sections and the folder has more of them. */
  readonly around?: LibraryProfile;
}
