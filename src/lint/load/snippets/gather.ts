import { snippetNamesIn } from '../../../compose/index.js';
import { SourceFile } from '../../../model/source-file.js';
import { type OnDisk, read } from '../../../read/index.js';
import type { FileToLoad } from '../../walk/walk.js';
import type { LoadOptions, LoadState } from '../load-file.js';
import { wayOf } from '../loaded-file.js';
import { onDisk, readSource, sizeOf } from '../read-source.js';
import { SnippetLibrary } from './library.js';
import type { LocatedReply } from './snippet.js';
import { mentionsSnippets } from './snippets-of-run.js';

/**
 * Maximum size in bytes of a file to search for snippets. Larger files are not snippet exports and take too long to
 * read twice.
 */
const LARGEST = 64 * 1024 * 1024;

/** Searches the files of a run for snippets. A file that cannot be read is not reported here, but when it is loaded. */
export async function gatherSnippets(
  files: AsyncIterable<FileToLoad>,
  { fs, cwd }: Pick<LoadOptions, 'fs' | 'cwd'>,
  surroundings: LoadState['surroundings'],
): Promise<SnippetLibrary> {
  const replies: LocatedReply[] = [];
  for await (const { item, config } of files) {
    const { absolute, named } = item;
    if (sizeOf(absolute, fs) > LARGEST) continue;
    const { file } = readSource(absolute, config.pathOf(absolute), fs);
    if (!(file instanceof SourceFile)) continue;
    const disk = onDisk(item, surroundings, cwd);
    replies.push(...(await snippetRepliesIn(file, { absolute, config }, { named, disk })));
  }
  return new SnippetLibrary(replies);
}

/** Returns the replies of a file that are snippets or include snippets. */
export async function snippetRepliesIn(
  file: SourceFile,
  { absolute, config }: Omit<LocatedReply, 'reply'>,
  { named, disk }: { readonly named: boolean; readonly disk?: OnDisk },
): Promise<LocatedReply[]> {
  if (!mentionsSnippets(file.text)) return [];
  const context = { named, ...(disk && { disk }) };
  const { replies } = await read(file, config.pathOf(absolute), wayOf(context, absolute, config));
  return replies
    .filter((reply) => reply.part || snippetNamesIn(reply).names.size > 0)
    .map((reply) => ({ reply, absolute, config }));
}
