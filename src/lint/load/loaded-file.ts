import type { ResolvedConfig } from '../../config/index.js';
import { SourceFile } from '../../model/source-file.js';
import { type FileContent, type OnDisk, read } from '../../read/index.js';
import type { Part as PassageContent } from '../../read/long.js';
import { during, type FileStats } from '../result/stats.js';
import { type Comment, commentsOf } from './comments.js';
import { areOfFolder, FileLibrary, FolderLibrary, type Library } from './library.js';
import { type LoadedReply, loadReply } from './loaded-reply.js';
import { checkOwnSettings } from './own-settings.js';
import type { SnippetsOfRun } from './snippets/snippets-of-run.js';

/** A file with its replies, ready to be judged. */
export interface LoadedFile {
  readonly file: SourceFile;
  readonly absolute: string;
  readonly content: FileContent;
  readonly replies: readonly LoadedReply[];
  /** The comments that begin with the name of the linter. */
  readonly comments: readonly Comment[];
  readonly context: LoadContext;
  /** The library of the replies, which shows what they have in common. */
  readonly library: Library;
  /** Loads the file again with another text, to check a fix. Undefined if that text can’t be read. */
  readonly reload: (text: string) => Promise<LoadedFile | undefined>;
}

/** How a file was found, and how to load its replies. */
export interface LoadContext {
  /** True if an argument names the file, false if it was found in a folder. */
  readonly named: boolean;
  readonly includeInactive: boolean;
  /** False if files may not contain settings for their replies. */
  readonly inlineConfig: boolean;
  /** The location of the file. Undefined for a text that is not on disk. */
  readonly disk?: OnDisk;
  /** Records the time spent. */
  readonly stats?: FileStats | undefined;
  /** The snippets of the run. Without them, every include is unknown. */
  readonly snippets?: SnippetsOfRun | undefined;
  /** The library of the replies, if it is not determined by the file alone. */
  readonly library?: Library | undefined;
}

/** Reads the replies of a file, and loads them with the properties that the configuration declares. */
export async function loadSource(
  file: SourceFile,
  absolute: string,
  config: ResolvedConfig,
  context: LoadContext,
): Promise<LoadedFile> {
  const reading = () => read(file, config.pathOf(absolute), wayOf(context, absolute, config));
  const content = checkOwnSettings(await during(context.stats, 'read', reading), config, context.inlineConfig);
  const replies: LoadedReply[] = [];
  const own = new FileLibrary(replies);
  const library = context.library ?? (areOfFolder(content.replies) ? new FolderLibrary(own) : own);
  await addReplies(replies, file, content, { absolute, config, context: { ...context, library } });
  const { path, bom, encoding } = file;
  const reload = async (text: string) => {
    const again = await loadSource(new SourceFile(path, text, { bom, encoding }), absolute, config, {
      ...context,
      // Loading a fixed text is not timed separately because it is part of the time for fixing.
      stats: undefined,
      ...(library instanceof FolderLibrary && { library }),
    });
    if (library instanceof FolderLibrary) await library.lookAround(again.replies);
    return again;
  };
  const comments = await commentsOf(file);
  return { file, absolute, content, replies, comments, context, library, reload };
}

/** Returns how the reading layer should read a file. */
export function wayOf({ named, disk }: Pick<LoadContext, 'named' | 'disk'>, absolute: string, config: ResolvedConfig) {
  const declaration = config.declarationFor(absolute);
  return { named, ...(declaration && { declaration }), ...(disk && { disk }) };
}

/** What loading a passage needs to know about its file. */
export interface PassageContext {
  readonly absolute: string;
  /** The recognized format of the file, in words. */
  readonly adapter: string;
  readonly config: ResolvedConfig;
  readonly context: LoadContext;
}

/** Loads a passage of a long file. Apart from its positions, it is treated like a separate file. */
export async function loadPassage(passage: PassageContent, of: PassageContext, library: Library): Promise<LoadedFile> {
  const { passage: file, replies: found, problems } = passage;
  const { absolute, adapter, context } = of;
  const content = { replies: found, problems, adapter };
  const replies: LoadedReply[] = [];
  await addReplies(replies, file, content, { ...of, context: { ...context, library } });
  const reload = async (text: string) => {
    const other = passage.again(text);
    return other && loadPassage(other, { ...of, context: { ...context, stats: undefined } }, library);
  };
  return { file, absolute, content, replies, comments: [], context, library, reload };
}

async function addReplies(
  replies: LoadedReply[],
  file: SourceFile,
  content: FileContent,
  { absolute, config, context }: Omit<PassageContext, 'adapter'>,
): Promise<void> {
  const { includeInactive, stats, library } = context;
  const snippets = content.replies.length > 0 ? await context.snippets?.for(file.text) : undefined;
  for (const found of content.replies) {
    if (!found.active && !includeInactive) continue;
    const reply = await loadReply(found, absolute, config, { snippets, library });
    for (const { snippet } of reply.included) await snippet.prepare();
    replies.push(stats ? timed(reply, stats) : reply);
  }
}

function timed(reply: LoadedReply, stats: FileStats): LoadedReply {
  return {
    ...reply,
    envelope: () => stats.duringSync('compose', reply.envelope),
    dependsOnLibrary: () => stats.duringSync('compose', reply.dependsOnLibrary),
    compose: () => stats.duringSync('compose', reply.compose),
  };
}

/** Returns a file without replies, or one whose replies are not read. */
export function unreadFile(file: SourceFile, absolute: string, context: LoadContext, content: FileContent): LoadedFile {
  const library = new FileLibrary([]);
  return { file, absolute, content, replies: [], comments: [], context, library, reload: async () => undefined };
}
