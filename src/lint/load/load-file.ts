import { isDeepStrictEqual } from 'node:util';
import type { ResolvedConfig } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import { SourceFile } from '../../model/source-file.js';
import { formatFor, LONG, readsAsOneReply, type Surroundings } from '../../read/index.js';
import type { Cache } from '../cache/cache.js';
import type { Changes } from '../changes/changes.js';
import type { FileRecord } from '../result/file-record.js';
import { during, type Stats } from '../result/stats.js';
import type { FileToLoad } from '../walk/walk.js';
import { canHoldComments } from './comments.js';
import type { FolderLibraries } from './folder-libraries.js';
import { FolderLibrary } from './library.js';
import { type LoadContext, type LoadedFile, loadSource, unreadFile } from './loaded-file.js';
import type { LongFile } from './long-file.js';
import { onDisk, readSource, sizeOf, type UnreadSource, unreadSource } from './read-source.js';
import type { SnippetsOfRun } from './snippets/snippets-of-run.js';
import type { LoadStep } from './step.js';

/** Options for loading the files of a run. */
export interface LoadOptions {
  readonly fs: FileSystem;
  readonly cwd: string;
  readonly includeInactive: boolean;
  /** False to ignore directives and settings in files. */
  readonly inlineConfig: boolean;
  /** The changes that the run is limited to. */
  readonly changes?: Changes | undefined;
  /** The cache, so that files that haven’t changed since an earlier run are not loaded again. */
  readonly cache?: Cache | undefined;
  /** Records the time spent. */
  readonly stats?: Stats | undefined;
  /** Called before a file is loaded passage by passage. */
  readonly beforeLong?: (() => void) | undefined;
  /** Size in bytes above which files with records are loaded passage by passage. Default: `LONG`. */
  readonly longFrom?: number | undefined;
  /** True to load only whole lines, because the reports show lines or changes to them. */
  readonly wholeLines?: boolean | undefined;
}

/** What the files of one run share while they are loaded. */
export interface LoadState {
  readonly surroundings: Surroundings;
  readonly snippets: SnippetsOfRun;
  readonly folders: FolderLibraries;
}

/** Loads a file. It is looked up in the cache, and the profile of its folder is added. */
export async function loadFile(toLoad: FileToLoad, options: LoadOptions, state: LoadState): Promise<LoadStep> {
  const { folders } = state;
  let step = folders.take(toLoad) ?? (await loadAlone(toLoad, options, state));
  if (step.kind === 'known' && step.record.folder?.around !== undefined) {
    const profile = (await folders.profileFor(toLoad, step)) ?? null;
    if (!isDeepStrictEqual(profile, step.record.folder.around)) step = await loadAlone(toLoad, options, state, true);
  }
  if (step.kind === 'file' && step.loaded.library instanceof FolderLibrary) {
    const own = step;
    step.loaded.library.find = () => folders.profileFor(toLoad, own);
    await step.loaded.library.lookAround(step.loaded.replies);
  }
  folders.pass(toLoad, step);
  return step;
}

/**
 * Loads a file as if it were the only one in its folder.
 * @param anew true if its cached record must not be used
 */
export async function loadAlone(
  { item, config }: FileToLoad,
  options: LoadOptions,
  { surroundings, snippets }: Pick<LoadState, 'surroundings' | 'snippets'>,
  anew = false,
): Promise<LoadStep> {
  const { fs, cwd, includeInactive, inlineConfig, cache } = options;
  const { absolute, argument, named } = item;
  const from = { config, argument, named };
  const disk = onDisk(item, surroundings, cwd);
  const stats = options.stats?.of(absolute);
  const context = { named, includeInactive, inlineConfig, disk, stats, snippets };
  const opening = () => openLong(absolute, config, context, options);
  const long = await during(stats, 'read', opening);
  if (long && 'adapter' in long) return { kind: 'long', long, ...from };
  if (long && 'content' in long) return { kind: 'file', loaded: long, ...from };
  const reading = () => readSource(absolute, config.pathOf(absolute), fs);
  const { file, bytes } = long ? { file: long } : await during(stats, 'read', reading);
  if (!(file instanceof SourceFile)) return unreadStep(file, { item, config }, context);
  const key = cache && bytes && cache.keyOf(bytes, config, { disk, named, snippets: await snippets.for(file.text) });
  const record = key && !anew && cache.get(absolute, key);
  if (record) return { kind: 'known', record: withSource(record, file.text), ...from };
  return { kind: 'file', loaded: await loadSource(file, absolute, config, context), ...from, key };
}

/**
 * An unreadable file that was found in a folder is an error only if it reads like a reply on its own. The other files
 * in its folder are not considered, because they may not be text either.
 */
async function unreadStep(
  { result, reason, guess }: UnreadSource,
  { item: { absolute, argument, named }, config }: FileToLoad,
  context: LoadContext,
): Promise<LoadStep> {
  if (!named && guess) {
    const { content } = await loadSource(guess, absolute, config, { ...context, stats: undefined });
    const leftAlone = { kind: 'encoding', reason } as const;
    const skipped = { replies: [], problems: [], adapter: undefined, leftAlone };
    const loaded = unreadFile(guess, absolute, context, skipped);
    const isReply = content.leftAlone?.kind === 'unknown' && readsAsOneReply(guess);
    if (!content.adapter && !isReply) return { kind: 'file', loaded, config, argument, named };
  }
  return { kind: 'unread', result, argument };
}

/**
 * Returns true for a large file with records, which is loaded passage by passage if it can be split. False if only changed
 * lines are linted, because the lines around them decide which replies have changed. Also false if the file can contain
 * comments.
 */
export function isLong(
  absolute: string,
  config: ResolvedConfig,
  { fs, changes, longFrom = LONG }: Pick<LoadOptions, 'fs' | 'changes' | 'longFrom'>,
): boolean {
  const format = formatFor(absolute, config.declarationFor(absolute));
  if (format !== 'ndjson' && format !== 'json' && format !== 'csv' && format !== 'yaml') return false;
  // A YAML file with comments for the linter is read at once after all.
  if (format !== 'yaml' && canHoldComments({ path: absolute, text: '' })) return false;
  if (changes && (changes.isStaged(absolute) || Array.isArray(changes.of(absolute)))) return false;
  return sizeOf(absolute, fs) > longFrom;
}

/** Opens a file that is loaded passage by passage. Undefined for other files. */
async function openLong(
  absolute: string,
  config: ResolvedConfig,
  context: LoadContext,
  options: LoadOptions,
): Promise<LongFile | LoadedFile | UnreadSource | undefined> {
  if (!isLong(absolute, config, options)) return undefined;
  options.beforeLong?.();
  const { LongFile } = await import('./long-file.js');
  const { LongText } = await import('../../read/long.js');
  const path = config.pathOf(absolute);
  const { fs, wholeLines, longFrom = LONG } = options;
  try {
    const text = LongText.open({ fs, path, absolute, wholeLines }, longFrom);
    return text && (await LongFile.open(text, absolute, config, context));
  } catch (error) {
    return unreadSource(absolute, path, error);
  }
}

/** Adds the text of the file, which has just been read, because the cache does not store it. */
function withSource(record: FileRecord, source: string): FileRecord {
  const { replies, ...result } = record.result;
  if (result.messages.length === 0) return record;
  // The keys are in the same order as for a linted file because JSON reports show them in this order.
  return { ...record, result: { ...result, source, ...(replies && { replies }) } };
}
