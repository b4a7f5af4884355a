import type { Reply } from '../model/reply.js';
import { SourceFile } from '../model/source-file.js';
import type { Page } from './container/json-pages.js';
import { openPassages } from './container/ndjson.js';
import type { AdapterOfRecords, Content, FoundReply, ReadProblem } from './content.js';
import { Ids } from './ids.js';
import type { LongText } from './long-text.js';
import { adapterFor, type FileContent, formatFor, OF_RECORDS, open, unrecognised, type Way } from './opening.js';

export { LongText } from './long-text.js';

/** What stands in one passage of a long file. */
export interface Part {
  readonly passage: SourceFile;
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
  /** The same part, were this its text; undefined where it does not hold the same replies then, whatever they say. */
  readonly again: (text: string) => Part | undefined;
}

/** What a long file was taken for, and what is in it. */
export interface LongContent {
  readonly adapter: string;
  /** What is in it, passage by passage; each time from the top. Passages without anything are left out. */
  readonly parts: () => Iterable<Part>;
}

/** What is to be said of a file of which nothing is read. */
export interface NothingRead {
  readonly content: FileContent;
  /** The passage that this is about. */
  readonly passage: SourceFile;
}

/**
 * The replies of a file of records that is read in passages. What it is taken for is decided by its first records.
 * @param pathFromRoot the file's path from the configuration's root, for ids
 * @returns undefined where the file has to be read at once
 * @throws NotText, from the parts as well, where the file has been changed meanwhile
 */
export async function readLong(
  text: LongText,
  pathFromRoot: string,
  way: Way,
): Promise<LongContent | NothingRead | undefined> {
  if (formatFor(text.path, way.declaration) === 'json') return readLongJson(text, pathFromRoot, way);
  const reader = new Reader(() => text.passages());
  const first = headOf(text.passages());
  const opened = await open(first, way, async () => openPassages(() => reader.passages()));
  const nothing = (content: FileContent) => ({ content, passage: content.problems[0]?.passage ?? first });
  if ('adapter' in opened) return nothing(opened);
  const used = adapterFor(opened, way.declaration, OF_RECORDS);
  if (used) return { adapter: used.name, parts: () => reader.parts(opened, used, pathFromRoot) };
  return nothing(opened.tree ? unrecognised(opened, opened.tree) : { replies: [], problems: [], adapter: undefined });
}

/** A file of one JSON value, in which long lists are read page by page. */
async function readLongJson(text: LongText, pathFromRoot: string, way: Way): Promise<LongContent | undefined> {
  const { pagesOf } = await import('./container/json-pages.js');
  const { openLongJson } = await import('./container/long-json.js');
  let last: SourceFile | undefined;
  const passageOf = ({ bytes, from }: Page) => {
    if (last?.from.offset !== from.offset) last = text.passageAt(bytes, from);
    return last;
  };
  const reader = new Reader(undefined);
  const opened = await open(topOf(text), way, async () => {
    const root = pagesOf(text);
    if (!root) return { format: 'json', error: { offset: 0, message: 'cannot be read in parts' } };
    return openLongJson(root, (page) => reader.passageAt(page.from.offset, () => passageOf(page)));
  });
  if ('adapter' in opened) return undefined;
  const used = adapterFor(opened, way.declaration, OF_RECORDS);
  return used && { adapter: used.name, parts: () => reader.parts(opened, used, pathFromRoot) };
}

/** What a text begins with: enough to tell what it is. */
function topOf(text: LongText): SourceFile {
  let top = '';
  for (const piece of text.pieces()) {
    top += piece;
    if (top.length > ENOUGH_TOP) break;
  }
  return new SourceFile(text.path, top, { bom: text.start > 0, encoding: text.encoding });
}

/** So many records decide what a file is. */
const DECIDING = 200;
/** Records that are so long that not all of these are needed to tell, in UTF-16 units. */
const ENOUGH = 16 * 1024 * 1024;

/** The same of JSON. */
const ENOUGH_TOP = 1024 * 1024;

/** The first records, in as many passages as it takes. */
function headOf(passages: Iterable<SourceFile>): SourceFile {
  let head: SourceFile | undefined;
  for (const { path, text, bom, encoding } of passages) {
    head = new SourceFile(path, (head?.text ?? '') + text, { bom, encoding });
    if (head.text.length > ENOUGH || (head.text.match(/\S.*/g)?.length ?? 0) >= DECIDING) break;
  }
  if (!head) throw new Error('a long file must have a passage');
  return head;
}

/** Reads passages by what an adapter has found out of the first. */
class Reader {
  readonly #all: (() => Iterable<SourceFile>) | undefined;
  /** The one passage that is read in place of all. */
  #one: SourceFile | undefined;

  /** @param all the passages of a file that is read from its top; undefined where it is known where each stands */
  constructor(all: (() => Iterable<SourceFile>) | undefined) {
    this.#all = all;
  }

  passages(): Iterable<SourceFile> {
    return this.#one ? [this.#one] : (this.#all?.() ?? []);
  }

  /** The passage that begins at an offset; undefined where another is read in place of all. */
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

  /** What is read while this passage is all that there is. */
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

/** What an adapter finds, passage by passage. */
function* partsIn(adapter: AdapterOfRecords, content: Content): Generator<Omit<Found, 'replies'>> {
  let part: { passage: SourceFile; found: FoundReply[]; problems: ReadProblem[] } | undefined;
  for (const item of adapter.replies(content)) {
    const { passage = content.file } = 'reply' in item ? item.reply : item.problem;
    // The first passage is read more than once, each time as another object.
    if (passage.from.offset !== part?.passage.from.offset) {
      if (part) yield part;
      part = { passage, found: [], problems: [] };
    }
    if ('reply' in item) part?.found.push(item.reply);
    else part?.problems.push(item.problem);
  }
  if (part) yield part;
}

/** True where there is a second reply; a reply that is alone is named after its file. */
function hasSeveral(adapter: AdapterOfRecords, content: Content): boolean {
  let count = 0;
  for (const { found } of partsIn(adapter, content)) {
    count += found.length;
    if (count > 1) return true;
  }
  return false;
}

/** What a reply is called by, whatever it says. */
function nameOf({ id, slug, title }: FoundReply): string {
  return JSON.stringify([id, slug, title]);
}
