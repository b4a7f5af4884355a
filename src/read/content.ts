import type { SkippedFile } from '../model/finding.js';
import type { OffsetMap } from '../model/offset-map.js';
import type { Declared, Helpdesk, Markup, PartOf, Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import type { Span } from '../model/span.js';
import type { Tree } from './container/tree.js';
import type { Neighbours } from './surroundings.js';
import { markupOf } from './text-kind.js';

/** A file's text, with what several adapters would otherwise each parse. */
export class Content {
  readonly file: SourceFile;
  /** True where the path was given on the command line or in the configuration. */
  readonly named: boolean;
  /** The text as structured data; undefined where it holds none, or nothing that could be a reply. */
  readonly tree: Tree | undefined;
  /** The files beside it; undefined for a text that is not on disk. */
  readonly neighbours: Neighbours | undefined;
  /** The markup that the configuration says the text is in. */
  readonly declaredMarkup: Markup | undefined;
  /** The file's name without its folders, in lower case. */
  readonly name: string;
  /** What follows the last dot of the name: `json`; empty without one. */
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

  /** The markup of a file of text: as the configuration says, else by its name; undefined for any other file. */
  get markup(): Markup | undefined {
    return this.declaredMarkup ?? markupOf(this.name, this.text);
  }
}

function nameOf(path: string): string {
  return (path.split('/').at(-1) ?? '').toLowerCase();
}

/** What follows the last dot of a path's name, in lower case: `json`; empty without one. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

/** What is found of a thing, found out once for each. */
export function remembered<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    const kept = known.get(key) ?? { found: find(key) };
    known.set(key, kept);
    return kept.found;
  };
}

/** A reply as an adapter finds it: `undefined` as id asks for one made from the path. */
export interface FoundReply {
  readonly id: string | undefined;
  /** What is put behind the path where a file holds several replies without ids of their own. */
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
  /** The same message once more, as plain text. */
  readonly twin?: Pick<FoundReply, 'pointer' | 'body' | 'map'>;
  /** The passage that it stands in; undefined where the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

/** Something wrong with a file, found while it was read. */
export interface ReadProblem {
  readonly span: Span;
  readonly message: string;
  /** True where the file, or a part of it, could not be checked. */
  readonly fatal: boolean;
  /** True where nothing is wrong with the file, but its user should know: said beside the report, not in it. */
  readonly notice?: boolean;
  /** The passage that it stands in; undefined where the file is read as a whole. */
  readonly passage?: SourceFile | undefined;
}

export type Found = { readonly reply: FoundReply } | { readonly problem: ReadProblem };

/** Reads one kind of file. Each stands in a file of its own. */
export interface Adapter {
  readonly name: string;
  /** From the content, never by name alone. */
  recognises(content: Content): boolean;
  /** Why a file of its kind is not read, where there is more to say than that it is not recognised. */
  leftAlone?(content: Content): SkippedFile | undefined;
  replies(content: Content): Iterable<Found> | AsyncIterable<Found>;
}

/** Reads structured data, record by record. */
export interface AdapterOfRecords extends Adapter {
  /** What a file that it reads is taken for, in words, where that is more than its name. */
  nameFor?(content: Content): string;
  replies(content: Content): Iterable<Found>;
}
