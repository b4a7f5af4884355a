import type { SkippedFile } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Declared, Helpdesk, Markup, PartOf, Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import type { Span } from '../model/span.js';
import type { Tree } from './container/tree.js';
import type { Neighbours } from './surroundings.js';
import { markupOf } from './text-kind.js';

/** The text of a file, with what several adapters would otherwise parse separately. */
export class Content {
  readonly file: SourceFile;
  /** True if the path was given on the command line or in the configuration. */
  readonly named: boolean;
  /** The text as structured data; undefined if it is not, or contains nothing that could be a reply. */
  readonly tree: Tree | undefined;
  /** The neighboring files; undefined for a text that is not on disk. */
  readonly neighbours: Neighbours | undefined;
  /** The configured markup of the text. */
  readonly declaredMarkup: Markup | undefined;
  /** The file name without folders, in lowercase. */
  readonly name: string;
  /** The text after the last dot of the name: `json`; empty without one. */
  readonly extension: string;

  constructor(
    file: SourceFile,
    named: boolean,
    {
      tree,
      neighbours,
      markup,
    }: {
      readonly tree?: Tree | undefined;
      readonly neighbours?: Neighbours | undefined;
      readonly markup?: Markup | undefined;
    } = {},
  ) {
    this.file = file;
    this.named = named;
    this.tree = tree;
    this.neighbours = neighbours;
    this.declaredMarkup = markup;
    this.name = nameOf(file.path);
    this.extension = extensionOf(file.path);
  }

  get text(): string {
    return this.file.text;
  }

  /** The markup of a text file: as configured, or by its name; undefined for any other file. */
  get markup(): Markup | undefined {
    return this.declaredMarkup ?? markupOf(this.name, this.text);
  }
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').toLowerCase();
}

/** The text after the last dot of a path's name, in lowercase: `json`; empty without one. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

/** Memoizes `find` per key object. */
export function remembered<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    const kept = known.get(key) ?? { found: find(key) };
    known.set(key, kept);
    return kept.found;
  };
}

/** A reply as an adapter finds it: with `undefined` as id, the id is made from the path. */
export interface FoundReply {
  readonly id: string | undefined;
  /** The suffix for the path if a file has several replies without ids of their own. */
  readonly slug?: string;
  readonly title: string | undefined;
  readonly pointer: string;
  readonly start: number;
  readonly body: string;
  readonly map: OffsetMap;
  readonly rewritten?: Reply['rewritten'] & object;
  readonly markup: Markup;
  readonly helpdesk?: Helpdesk | undefined;
  readonly declared?: Declared;
  readonly active?: boolean;
  readonly audience?: Reply['audience'];
  readonly part?: PartOf;
  /** The same message as plain text. */
  readonly twin?: Pick<FoundReply, 'pointer' | 'body' | 'map'>;
  /** Its passage; undefined if the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

/** A problem in a file, found while reading it. */
export interface ReadProblem {
  readonly span: Span;
  readonly message: string;
  /** True if the file, or a part of it, could not be checked. */
  readonly fatal: boolean;
  /** True if the file is fine, but its user should know: printed in addition to the report, not in it. */
  readonly notice?: boolean;
  /** Its passage; undefined if the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

export type Found = { readonly reply: FoundReply } | { readonly problem: ReadProblem };

/** Reads one kind of file. Each adapter has a file of its own. */
export interface Adapter {
  readonly name: string;
  /** Decided from the content, never from the name alone. */
  recognises(content: Content): boolean;
  /** Why a file of its kind is not read, if there is more to say than that it is not recognized. */
  leftAlone?(content: Content): SkippedFile | undefined;
  replies(content: Content): Iterable<Found> | AsyncIterable<Found>;
}

/** Reads structured data, record by record. */
export interface AdapterOfRecords extends Adapter {
  /** The recognized format of a file, in words, if that is more than the adapter's name. */
  nameFor?(content: Content): string;
  replies(content: Content): Iterable<Found>;
}
