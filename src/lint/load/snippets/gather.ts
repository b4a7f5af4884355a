import { partsNamedIn } from '../../../compose/index.js';
import type { ResolvedConfig } from '../../../config/index.js';
import type { Reply } from '../../../model/reply.js';
import { SourceFile } from '../../../model/source-file.js';
import { read, type Surroundings } from '../../../read/index.js';
import type { ToRead } from '../../walk/walk.js';
import { isGiven, type ReadOptions, readSource, sizeOf } from '../load-file.js';
import { Library } from './library.js';
import type { Place } from './snippet.js';
import { namesParts } from './snippets-of-run.js';

/** Larger files are no exports of parts, and too much to be read twice. */
const LARGEST = 64 * 1024 * 1024;

/** Reads the files of a run for what they include each other by. What cannot be read is told when its turn comes. */
export async function gather(
  files: AsyncIterable<ToRead>,
  { cwd, changes }: Pick<ReadOptions, 'cwd' | 'changes'>,
  surroundings: Surroundings,
): Promise<Library> {
  const found: (Place & { readonly found: Reply })[] = [];
  for await (const { item, config } of files) {
    const { absolute, named } = item;
    const staged = changes?.contentOf(absolute);
    if (!staged && sizeOf(absolute) > LARGEST) continue;
    const { file } = readSource(absolute, config.pathOf(absolute), staged);
    if (!(file instanceof SourceFile)) continue;
    const disk = { surroundings, absolute, given: isGiven(item, cwd) };
    found.push(...(await partsIn(file, { absolute, config }, { named, disk })));
  }
  return new Library(found);
}

/** The replies of a file that are parts of others, or include some. */
export async function partsIn(
  file: SourceFile,
  { absolute, config }: { readonly absolute: string; readonly config: ResolvedConfig },
  way: Omit<Parameters<typeof read>[2], 'declaration'>,
): Promise<(Place & { readonly found: Reply })[]> {
  if (!namesParts(file.text)) return [];
  const declaration = config.declarationFor(absolute);
  const { replies } = await read(file, config.pathOf(absolute), { ...way, ...(declaration && { declaration }) });
  return replies
    .filter((reply) => reply.part || partsNamedIn(reply).names.size > 0)
    .map((found) => ({ found, absolute, config }));
}
