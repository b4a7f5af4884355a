/**
 * What the replies of a library do: all replies of a file, or of a folder whose files hold one each. Only replies to
 * customers count, and only those that nothing says to be chat lines, building blocks or automatic mail.
 */
export interface LibraryProfile {
  /** The number of replies counted. */
  readonly replies: number;
  /** The number of replies that greet, that sign off, and that do either. */
  readonly greet: number;
  readonly sign: number;
  readonly either: number;
  /** The number of replies that speak of the ticket they answer. */
  readonly tickets?: number;
  /** How several replies without greeting and farewell begin → the number of words of the shortest of them. */
  readonly siblings?: Readonly<Record<string, number>>;
  /** What stands for a value that agents fill in by hand, in several of its replies: “XXXX”, “Name”, “INSERT DATE”. */
  readonly slots?: readonly string[];
  /** The number of replies examined, if they are only the first of more. */
  readonly first?: number;
  /** The conventions of the folder, if the library is a file of sections and the folder has more such files. */
  readonly around?: LibraryProfile;
}
