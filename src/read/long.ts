import type { Reply } from '../model/reply.js';
import type { SourceFile } from '../model/source-file.js';
import { openPassages } from './container/ndjson.js';
import type { Adapter, Content, ReadProblem } from './content.js';
import { Ids } from './ids.js';
import type { LongText } from './long-text.js';
import { adapterFor, type FileContent, OF_RECORDS, open, unrecognised, type Way } from './opening.js';

export { LONG, LongText } from './long-text.js';

/** What stands in one passage of a long file. */
export interface Part {
  readonly passage: SourceFile;
  readonly replies: readonly Reply[];
  readonly problems: readonly ReadProblem[];
}

/** What a long file was taken for, and what is in it, a part at a time; the parts can be asked for once. */
export interface LongContent {
  readonly adapter: string;
  readonly parts: AsyncIterable<Part>;
}

/**
 * The replies of a file of records that is read in passages. What it is taken for is decided by its first records.
 * @param pathFromRoot the file's path from the configuration's root, for ids
 * @returns its parts; or why there are none, with the passage that this is about
 * @throws NotText, also from the parts, where the file has been changed meanwhile
 */
export async function readLong(
  text: LongText,
  pathFromRoot: string,
  way: Way,
): Promise<LongContent | { readonly passage: SourceFile; readonly content: FileContent }> {
  const [first] = text.passages() as Iterable<SourceFile> as [SourceFile];
  const opened = await open(first, way, async () => openPassages(() => text.passages()));
  const without = (content: FileContent) => ({ passage: content.problems[0]?.passage ?? first, content });
  if ('adapter' in opened) return without(opened);
  const used = adapterFor(opened, way.declaration, OF_RECORDS);
  if (used) return { adapter: used.name, parts: partsOf(opened, used, first, pathFromRoot) };
  return without(opened.tree ? unrecognised(opened, opened.tree) : { replies: [], problems: [], adapter: undefined });
}

async function* partsOf(content: Content, adapter: Adapter, first: SourceFile, path: string): AsyncGenerator<Part> {
  const ids = new Ids(path, await hasSeveral(adapter, content));
  let part = { passage: first, replies: [] as Reply[], problems: [] as ReadProblem[] };
  for await (const item of adapter.replies(content)) {
    const { passage = first } = 'reply' in item ? item.reply : item.problem;
    // The first passage is read once more, as another object.
    if (passage.from.offset !== part.passage.from.offset) {
      yield part;
      part = { passage, replies: [], problems: [] };
    }
    if ('reply' in item) part.replies.push(ids.named(item.reply, passage));
    else part.problems.push(item.problem);
  }
  yield part;
}

/** True where there is a second reply; a reply that is alone is named after its file. */
async function hasSeveral(adapter: Adapter, content: Content): Promise<boolean> {
  let count = 0;
  for await (const item of adapter.replies(content)) {
    if ('reply' in item) count += 1;
    if (count > 1) return true;
  }
  return false;
}
