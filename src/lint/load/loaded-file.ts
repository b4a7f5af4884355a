import type { ResolvedConfig } from '../../config/index.js';
import { SourceFile } from '../../model/source-file.js';
import { type FileContent, type OnDisk, read } from '../../read/index.js';
import type { Part } from '../../read/long.js';
import type { FileStats } from '../result/stats.js';
import { type TakenReply, takenReply } from './loaded-reply.js';
import { withOwnSettings } from './own-settings.js';
import type { PartsOfRun } from './snippets/snippets-of-run.js';

/** A file with its replies, ready to be composed. */
export interface ComposedFile {
  readonly file: SourceFile;
  readonly absolute: string;
  readonly content: FileContent;
  readonly replies: readonly TakenReply[];
  readonly selection: Selection;
  /** The same, were this its text: read and looked at in the same way; undefined where that cannot be. */
  readonly again: (text: string) => Promise<ComposedFile | undefined>;
}

/** What of a file's replies is looked at. */
export interface Selection {
  readonly named: boolean;
  readonly includeInactive: boolean;
  /** Undefined for a text that is not on disk. */
  readonly disk?: OnDisk;
  /** Where times are noted. */
  readonly stats?: FileStats | undefined;
  /** False where what files set for their own replies is not looked at. */
  readonly inline: boolean;
  /** What the texts of the run include each other by; without it, all that is included is unknown. */
  readonly parts?: PartsOfRun | undefined;
}

/** Reads a file and makes its replies ready to be composed, with what the configuration takes them for. */
export async function composeFile(
  file: SourceFile,
  absolute: string,
  config: ResolvedConfig,
  selection: Selection,
): Promise<ComposedFile> {
  const { named, disk, stats } = selection;
  const declaration = config.declarationFor(absolute);
  const way = { named, ...(declaration && { declaration }), ...(disk && { disk }) };
  const reading = () => read(file, config.pathOf(absolute), way);
  const content = withOwnSettings(await (stats ? stats.during('read', reading) : reading()), config, selection.inline);
  const replies = await takenReplies(file, content, { absolute, config, selection });
  const { path, bom, encoding } = file;
  const again = (text: string) =>
    // What is made of it by fixes is part of the time that fixing takes.
    composeFile(new SourceFile(path, text, { bom, encoding }), absolute, config, { ...selection, stats: undefined });
  return { file, absolute, content, replies, selection, again };
}

/** The same for a part of a file that is read in parts, each a file of its own but for its places. */
export async function composePart(
  part: Part,
  adapter: string,
  absolute: string,
  config: ResolvedConfig,
  selection: Selection,
): Promise<ComposedFile> {
  const { passage: file, replies: found, problems } = part;
  const content = { replies: found, problems, adapter };
  const replies = await takenReplies(file, content, { absolute, config, selection });
  const again = async (text: string) => {
    const other = part.again(text);
    return other && composePart(other, adapter, absolute, config, { ...selection, stats: undefined });
  };
  return { file, absolute, content, replies, selection, again };
}

async function takenReplies(
  file: SourceFile,
  content: FileContent,
  { absolute, config, selection }: Pick<ComposedFile, 'absolute' | 'selection'> & { readonly config: ResolvedConfig },
): Promise<TakenReply[]> {
  const { includeInactive, stats, parts } = selection;
  const library = content.replies.length > 0 ? await parts?.of(file.text) : undefined;
  const replies: TakenReply[] = [];
  for (const found of content.replies) {
    if (!found.active && !includeInactive) continue;
    const reply = await takenReply(found, absolute, config, library);
    for (const { part } of reply.included) await part.prepare();
    replies.push(stats ? { ...reply, compose: () => stats.duringSync('compose', reply.compose) } : reply);
  }
  return replies;
}
