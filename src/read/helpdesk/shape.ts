import type { Helpdesk, PlaceholderWays } from '../../model/reply.js';
import type { Value } from '../container/value.js';
import type { Content, Found } from '../content.js';

/** A value that could be one entry of an export. */
export interface Entry {
  readonly value: Value;
  /** The last key on the way to it: `macros`; undefined at the top, and in a list at the top. */
  readonly under: string | undefined;
}

/** Words by which a text is worth parsing, or was meant for us although it cannot be parsed. */
export interface TellingWords {
  /** Stand only in this help desk's exports, wherever that is. */
  readonly words?: readonly string[];
  /** Stand only in its exports where they are keys or names of columns. */
  readonly keys?: readonly string[];
  /** Are keys of other programs as well. */
  readonly likely?: readonly string[];
}

/** What the entries of one of a help desk's exports look like, wherever in a file they stand. */
export interface Shape {
  /** What `list --debug` calls such a file. */
  readonly name: string;
  readonly telling: TellingWords;
  /** True for an entry of this kind, whether or not it holds a reply. */
  is(entry: Entry, content: Content): boolean;
  replies(entry: Entry, content: Content): Iterable<Found>;
  /** True for an entry of which the export leaves the text out. */
  lacks?(entry: Entry): boolean;
  /** Said once for all of these: `the list that Help Scout gives holds only the beginnings of replies`. */
  readonly lacking?: string;
}

/** All that is known of a help desk: one file, and a line in `index.ts`. */
export interface HelpdeskAdapter {
  /** As the configuration and the reports name it. */
  readonly id: Helpdesk;
  /** As its maker writes it. */
  readonly label: string;
  /** What is read of it, for the README’s table. */
  readonly reads: string;
  /** How its texts write what is filled in later. */
  readonly placeholders: PlaceholderWays;
  /** Extensions of its own files, beyond those of structured data and text. */
  readonly extensions?: readonly string[];
  /** In the order of detection; none where its files are no structured data. */
  readonly shapes: readonly Shape[];
}
