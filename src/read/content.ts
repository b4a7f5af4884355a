import type { SkippedFile } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Declared, Helpdesk, Markup, PartOf, Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import type { Span } from '../model/span.js';
import type { Tree } from './container/tree.js';
import { OneText } from './one-text.js';
import type { Neighbours } from './surroundings.js';
import { markupOf } from './text-kind.js';

/** The text of a file, along with results that several adapters would otherwise compute separately. */
export class Content {
  readonly file: SourceFile;
  /** True if the command line or the configuration named the path. */
  readonly named: boolean;
  /** The text as structured data. Undefined if it is not structured, or contains nothing that could be a reply. */
  readonly tree: Tree | undefined;
  /** The neighboring files. Undefined for a text that is not on disk. */
  readonly neighbours: Neighbours | undefined;
  /** The markup that the configuration declares for the text. */
  readonly declaredMarkup: Markup | undefined;
  /** The file name without folders, in lowercase. */
  readonly name: string;
  /** The text after the last dot of the name, such as `json`. Empty if there is no dot. */
  readonly extension: string;
  #markup: Markup | null | undefined;
  #one: OneText | undefined;

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

  /**
   * The markup of a text file, according to the configuration or to its name. Undefined for files that are not text.
   */
  get markup(): Markup | undefined {
    if (this.#markup === undefined) this.#markup = this.declaredMarkup ?? markupOf(this.name, this.text) ?? null;
    return this.#markup ?? undefined;
  }

  /** What was computed about the text as a single reply. */
  get one(): OneText {
    const markup = this.markup ?? 'text';
    this.#one ??= this.neighbours?.surroundings.textLike(this.text, markup) ?? new OneText(this.text, markup);
    return this.#one;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Returns the text after the last dot of a path's file name in lowercase, such as `json`. Empty if there is no dot. */
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

/** A reply as found by an adapter. If its id is undefined, an id is derived from the path. */
export interface FoundReply {
  readonly id: string | undefined;
  /** The suffix that is added to the path if a file has several replies without ids. */
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
  /** The plain-text version of the same message. */
  readonly twin?: Pick<FoundReply, 'pointer' | 'body' | 'map'>;
  /** The passage that contains the reply. Undefined if the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

/** A problem in a file, found while reading it. */
export interface ReadProblem {
  readonly span: Span;
  readonly message: string;
  /** True if the file, or a part of it, could not be checked. */
  readonly fatal: boolean;
  /**
   * True if the file is fine but the user should know about something. Such a notice is printed next to the report
   * instead of in it.
   */
  readonly notice?: boolean;
  /** The passage that contains the problem. Undefined if the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

export type Found = { readonly reply: FoundReply } | { readonly problem: ReadProblem };

/** Reads one kind of file. Each adapter is defined in its own file. */
export interface Adapter {
  readonly name: string;
  /** Returns true if the adapter can read a file. The content decides, never the name alone. */
  recognises(content: Content): boolean;
  /** Says why a file of the adapter's kind is not read, if that is more specific than “not recognized”. */
  leftAlone?(content: Content): SkippedFile | undefined;
  replies(content: Content): Iterable<Found> | AsyncIterable<Found>;
}

/** Reads structured data, record by record. */
export interface AdapterOfRecords extends Adapter {
  /** Describes the recognized format in words, if that is more specific than the adapter's name. */
  nameFor?(content: Content): string;
  replies(content: Content): Iterable<Found>;
}
