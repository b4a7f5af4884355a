import type { Helpdesk, PlaceholderWays } from '../../model/reply.js';
import type { Value } from '../container/value.js';
import type { Content, Found } from '../content.js';

/** A value that could be an entry of an export. */
export interface Entry {
  readonly value: Value;
  /**
   * The last key on the path to the entry, such as `macros`. Undefined at the top of a file, and for the items of a
   * list at the top.
   */
  readonly under: string | undefined;
}

/** Words that show that a text is worth parsing, or worth reporting if it cannot be parsed. */
export interface TellingWords {
  /** Words that occur only in exports of this help desk, at any place. */
  readonly words?: readonly string[];
  /** Words that occur as keys or column names only in exports of this help desk. */
  readonly keys?: readonly string[];
  /** Words that other programs also use as keys. */
  readonly likely?: readonly string[];
}

/** The structure of the entries in one of a help desk's exports. The entries can be at any place in a file. */
export interface Shape {
  /** The name of the format, as shown by `list --debug`. */
  readonly name: string;
  readonly telling: TellingWords;
  /** Returns true for an entry of this kind, with or without a reply. */
  is(entry: Entry, content: Content): boolean;
  replies(entry: Entry, content: Content): Iterable<Found>;
  /** Returns true for an entry whose text the export does not include. */
  lacks?(entry: Entry): boolean;
  /**
   * The notice for entries without text, which is printed once: `the list from Help Scout contains only the first words
   * of each reply`.
   */
  readonly lacking?: string;
}

/** Everything that is specific to a help desk. Each one has its own file and a line in `index.ts`. */
export interface HelpdeskAdapter {
  /** The id used in configurations and reports. */
  readonly id: Helpdesk;
  /** The name as written by the vendor. */
  readonly label: string;
  /** Describes what replylint reads from the help desk, for the table in the README. */
  readonly reads: string;
  /** The placeholder syntax of the help desk's texts. */
  readonly placeholders: PlaceholderWays;
  /** Extensions of the help desk's own files, in addition to those of structured data and text. */
  readonly extensions?: readonly string[];
  /** The structures of its exports in the order of detection. Empty if its files are not structured data. */
  readonly shapes: readonly Shape[];
}
