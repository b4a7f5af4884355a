/**
 * The habits of a library: all replies of a file, or of a folder with one reply per file. Only replies to customers
 * count, except chat messages, building blocks and automatic mail.
 */
export interface LibraryProfile {
  /** The number of replies counted. */
  readonly replies: number;
  /** The number of replies that greet, that sign off, and that do either. */
  readonly greet: number;
  readonly sign: number;
  readonly either: number;
  /** The number of replies that mention the ticket they answer. */
  readonly tickets?: number;
  /** The number of replies that speak of a place that everybody reads: an issue tracker, a forum, store reviews. */
  readonly inPublic?: number;
  /**
   * The first words that several replies without greeting and farewell share → the length in words of the shortest of
   * them.
   */
  readonly siblings?: Readonly<Record<string, number>>;
  /** Placeholders that agents fill in by hand, in several of its replies: “XXXX”, “Name”, “INSERT DATE”. */
  readonly slots?: readonly string[];
  /** The number of replies examined, if they are only the first of more. */
  readonly first?: number;
  /** The conventions of the folder, if the library is a file of sections and the folder has more such files. */
  readonly around?: LibraryProfile;
}
