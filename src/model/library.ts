/**
 * The conventions of a library, which is either a file with its replies or a folder with one reply per file. Only
 * replies to customers are counted, except for chat messages, building blocks and automatic mail.
 */
export interface LibraryProfile {
  /** The number of replies that were counted. */
  readonly replies: number;
  /** The number of replies that greet, the number that sign off, and the number that do either. */
  readonly greet: number;
  readonly sign: number;
  readonly either: number;
  /** The number of replies that mention the ticket they answer. */
  readonly tickets?: number;
  /** The number of replies that mention a public place, such as an issue tracker, a forum or store reviews. */
  readonly inPublic?: number;
  /**
   * Openings shared by several replies that neither greet nor sign off. Each opening is mapped to the length in words
   * of the shortest of these replies.
   */
  readonly siblings?: Readonly<Record<string, number>>;
  /**
   * Placeholders that agents fill in by hand and that occur in several replies of the library: “XXXX”, “Name”, “INSERT
   * DATE”.
   */
  readonly slots?: readonly string[];
  /** The number of replies that were examined. Present only if the library has more replies than that. */
  readonly first?: number;
  /**
   * The conventions of the folder. Present only if the library is a file of sections and the folder has more such
   * files.
   */
  readonly around?: LibraryProfile;
}
