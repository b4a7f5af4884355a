import type { Helpdesk, PlaceholderWays } from '../../model/reply.js';
import type { Value } from '../container/value.js';
import type { Content, Found } from '../content.js';

/** A value that could be an entry of an export. */
export interface Entry {
  readonly value: Value;
  /** The last key on the path to it: `macros`; undefined at the top, and in a list at the top. */
  readonly under: string | undefined;
}

/** Words that make a text worth parsing, or worth reporting if it cannot be parsed. */
export interface TellingWords {
  /** Words that occur only in this help desk's exports, anywhere. */
  readonly words?: readonly string[];
  /** Words that occur only in its exports if they are keys or column names. */
  readonly keys?: readonly string[];
  /** Words that are also keys in other programs. */
  readonly likely?: readonly string[];
}

/** The shape of the entries in one of a help desk's exports, anywhere in a file. */
export interface Shape {
  /** The name of the format in `list --debug`. */
  readonly name: string;
  readonly telling: TellingWords;
  /** True for an entry of this kind, with or without a reply. */
  is(entry: Entry, content: Content): boolean;
  replies(entry: Entry, content: Content): Iterable<Found>;
  /** True for an entry whose text is not in the export. */
  lacks?(entry: Entry): boolean;
  /** Printed once for all of these: `the list from Help Scout contains only the first words of each reply`. */
  readonly lacking?: string;
}

/** Everything about a help desk: one file, and a line in `index.ts`. */
export interface HelpdeskAdapter {
  /** The id in the configuration and reports. */
  readonly id: Helpdesk;
  /** The name as its maker writes it. */
  readonly label: string;
  /** What is read from it, for the table in the README. */
  readonly reads: string;
  /** The placeholder syntax of its texts. */
  readonly placeholders: PlaceholderWays;
  /** Extensions of its own files, beyond those of structured data and text. */
  readonly extensions?: readonly string[];
  /** In order of detection; empty if its files are not structured data. */
  readonly shapes: readonly Shape[];
}
