import type { Reply } from '../model/reply.js';
import { SourceFile } from '../model/source-file.js';
import type { Page } from './container/json-pages.js';
import { openPassages } from './container/ndjson.js';
import type { Tree } from './container/tree.js';
import type { AdapterOfRecords, Content, FoundReply, ReadProblem } from './content.js';
import { MOST_AT_ONCE, NotText, tooLong } from './decode.js';
import { Ids } from './ids.js';
import type { LongText } from './long-text.js';
import { adapterFor, type FileContent, formatFor, OF_RECORDS, open, unrecognised, type Way } from './opening.js';

export { LongText } from './long-text.js';

/** The location of a page in its file. */
type Located = Pick<Page, 'bytes' | 'from'>;

/** What was read from one passage of a long file. */
export interface Part {
  readonly passage: SourceFile;
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
  /**
   * Reads the same part with another text. Undefined if it would no longer contain the same replies, apart from their
   * text.
   */
  readonly again: (text: string) => Part | undefined;
}

/** The recognized format of a long file, and its contents. */
export interface LongContent {
  readonly adapter: string;
  /**
   * Yields the contents passage by passage, starting at the top with each call. Passages without contents are left out.
   */
  readonly parts: () => Iterable<Part>;
}

/** The problems of a long file from which nothing was read. */
export interface NothingRead {
  readonly content: FileContent;
  /** The passage that the problems are in. */
  readonly passage: SourceFile;
}

/**
 * Reads the replies of a file with records, one passage at a time. Its first records decide the format.
 * @param pathFromRoot the path of the file relative to the configuration's root, used for ids
 * @returns undefined if the file must be read at once
 * @throws NotText, even while iterating, if the file has changed in the meantime
 */
export async function readLong(
  text: LongText,
  pathFromRoot: string,
  way: Way,
): Promise<LongContent | NothingRead | undefined> {
  const format = formatFor(text.path, way.declaration);
  if (format === 'json' || format === 'csv' || format === 'yaml') return readPages(text, pathFromRoot, way);
  const reader = new Reader(() => text.passages());
  const first = headOf(text.passages());
  const opened = await open(first, way, async () => openPassages(() => reader.passages()));
  const nothing = (content: FileContent) => ({ content, passage: content.problems[0]?.passage ?? first });
  if ('adapter' in opened) return nothing(opened);
  const used = adapterFor(opened, way.declaration, OF_RECORDS);
  if (used) return { adapter: used.name, parts: () => reader.parts(opened, used, pathFromRoot) };
  return nothing(opened.tree ? unrecognised(opened, opened.tree) : { replies: [], problems: [], adapter: undefined });
}

/**
 * Reads a file whose pages must be located first: a single JSON value with long lists, the rows of a CSV file, or a YAML
 * list.
 */
async function readPages(text: LongText, pathFromRoot: string, way: Way): Promise<LongContent | undefined> {
  let last: SourceFile | undefined;
  const passageOf = ({ bytes, from }: Located) => {
    if (last?.from.offset !== from.offset) last = text.passageAt(bytes, from);
    return last;
  };
  const reader = new Reader(undefined);
  const read = (page: Located) => reader.passageAt(page.from.offset, () => passageOf(page));
  const top = topOf(text);
  const opened = await open(top, way, async (format) => {
    const tree = await pagesIn[format as keyof typeof pagesIn](text, read, top);
    return tree ?? { format, error: { offset: 0, message: 'cannot be read in parts' } };
  });
  if ('adapter' in opened) return undefined;
  const used = adapterFor(opened, way.declaration, OF_RECORDS);
  return used && { adapter: used.name, parts: () => reader.parts(opened, used, pathFromRoot) };
}

type ReadPassage = (page: Located) => SourceFile | undefined;

/** Locates the pages of a format. Undefined for a text that must be read at once. */
const pagesIn = { json: jsonTree, csv: csvTree, yaml: yamlTree } as const;

async function jsonTree(text: LongText, read: ReadPassage): Promise<Tree | undefined> {
  const { pagesOf } = await import('./container/json-pages.js');
  const { openLongJson } = await import('./container/long-json.js');
  const root = pagesOf(text);
  return root && openLongJson(root, read);
}

async function csvTree(text: LongText, read: ReadPassage, top: SourceFile): Promise<Tree | undefined> {
  const { csvPagesOf } = await import('./container/csv-pages.js');
  const { openLongCsv } = await import('./container/csv.js');
  const pages = csvPagesOf(text, top.text);
  return pages && openLongCsv(pages, read);
}

/** @throws NotText if the text must be read at once, but is too long for that */
async function yamlTree(text: LongText, read: ReadPassage): Promise<Tree | undefined> {
  const { yamlPagesOf } = await import('./container/yaml-pages.js');
  const { openLongYaml } = await import('./container/long-yaml.js');
  const pages = yamlPagesOf(text);
  if (typeof pages !== 'string') return openLongYaml(pages, read);
  if (text.size > MOST_AT_ONCE) throw new NotText(tooLong(pages));
  return undefined;
}

/** Returns enough of the start of a text to recognize it. */
function topOf(text: LongText): SourceFile {
  let top = '';
  for (const piece of text.pieces()) {
    top += piece;
    if (top.length > ENOUGH_TOP) break;
  }
  return new SourceFile(text.path, top, { bom: text.start > 0, encoding: text.encoding });
}

/** Number of records that decide what a file is. */
const DECIDING = 200;
/** Number of UTF-16 units after which fewer records are enough, because the records are long. */
const ENOUGH = 16 * 1024 * 1024;

/** The same limit for JSON. */
const ENOUGH_TOP = 1024 * 1024;

/** Returns the first records, from as many passages as needed. */
function headOf(passages: Iterable<SourceFile>): SourceFile {
  let head: SourceFile | undefined;
  for (const { path, text, bom, encoding } of passages) {
    head = new SourceFile(path, (head?.text ?? '') + text, { bom, encoding });
    if (head.text.length > ENOUGH || (head.text.match(/\S.*/g)?.length ?? 0) >= DECIDING) break;
  }
  if (!head) throw new Error('a long file must have a passage');
  return head;
}

/** Reads passages with the adapter that recognized the first ones. */
class Reader {
  readonly #all: (() => Iterable<SourceFile>) | undefined;
  /** The only passage to read, if the others are to be skipped. */
  #one: SourceFile | undefined;

  /** @param all yields all passages of a file from the top; undefined if the position of each one is known */
  constructor(all: (() => Iterable<SourceFile>) | undefined) {
    this.#all = all;
  }

  passages(): Iterable<SourceFile> {
    return this.#one ? [this.#one] : (this.#all?.() ?? []);
  }

  /** Returns the passage that starts at an offset. Undefined while another passage is the only one to read. */
  passageAt(offset: number, read: () => SourceFile): SourceFile | undefined {
    if (!this.#one) return read();
    return this.#one.from.offset === offset ? this.#one : undefined;
  }

  *parts(content: Content, adapter: AdapterOfRecords, path: string): Generator<Part> {
    const ids = new Ids(path, hasSeveral(adapter, content));
    const again = (text: string, part: Found) => this.#again(text, part, content, adapter);
    for (const part of partsIn(adapter, content)) {
      const { passage, found, problems } = part;
      const replies = found.map((reply) => ids.named(reply, passage));
      yield { passage, replies, problems, again: (text) => again(text, { ...part, replies }) };
    }
  }

  /** Reads only the given passage during the call. */
  #only<T>(passage: SourceFile, read: () => T): T {
    this.#one = passage;
    try {
      return read();
    } finally {
      this.#one = undefined;
    }
  }

  #again(text: string, before: Found, content: Content, adapter: AdapterOfRecords): Part | undefined {
    const { path, bom, encoding, from } = before.passage;
    const passage = new SourceFile(path, text, { bom, encoding, from });
    const [part] = this.#only(passage, () => [...partsIn(adapter, content)]);
    const isSame =
      part !== undefined &&
      part.found.length === before.found.length &&
      part.found.every((reply, index) => nameOf(reply) === nameOf(before.found[index] as FoundReply));
    if (!isSame) return undefined;
    const replies = part.found.map(({ body, map, start, markup, twin }, index): Reply => {
      const reply = { ...(before.replies[index] as Reply), body, map, start, markup, file: passage };
      return twin && reply.twin ? { ...reply, twin: { ...reply.twin, ...twin, start, file: passage } } : reply;
    });
    const now = { ...part, replies };
    return { passage, replies, problems: part.problems, again: (other) => this.#again(other, now, content, adapter) };
  }
}

interface Found {
  readonly passage: SourceFile;
  readonly found: readonly FoundReply[];
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
}

/** Yields what an adapter finds, passage by passage. */
function* partsIn(adapter: AdapterOfRecords, content: Content): Generator<Omit<Found, 'replies'>> {
  let part: { passage: SourceFile; found: FoundReply[]; problems: ReadProblem[] } | undefined;
  for (const item of adapter.replies(content)) {
    const { passage = content.file } = 'reply' in item ? item.reply : item.problem;
    // The first passage is read more than once, and each time it is a new object.
    if (passage.from.offset !== part?.passage.from.offset) {
      if (part) yield part;
      part = { passage, found: [], problems: [] };
    }
    if ('reply' in item) part?.found.push(item.reply);
    else part?.problems.push(item.problem);
  }
  if (part) yield part;
}

/** Returns true if there is a second reply. A single reply is named after its file. */
function hasSeveral(adapter: AdapterOfRecords, content: Content): boolean {
  let count = 0;
  for (const { found } of partsIn(adapter, content)) {
    count += found.length;
    if (count > 1) return true;
  }
  return false;
}

/** Returns the identity of a reply, which does not depend on its text. */
function nameOf({ id, slug, title }: FoundReply): string {
  return JSON.stringify([id, slug, title]);
}
