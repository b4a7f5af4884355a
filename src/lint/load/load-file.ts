import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { ResolvedConfig } from '../../config/index.js';
import type { LintResult } from '../../model/finding.js';
import { SourceFile } from '../../model/source-file.js';
import { decode, type Found, formatFor, LONG, NotText, type Surroundings, TOO_LONG } from '../../read/index.js';
import type { Changes } from '../changes/changes.js';
import { resultOf } from '../judge/judge-file.js';
import type { FileRecord } from '../result/file-record.js';
import { mayHoldDirectives } from '../settle/directives.js';
import type { RunOptions, Step } from '../walk/walk.js';
import { type ComposedFile, composeFile, type Selection } from './loaded-file.js';
import { LongFile, nothingRead } from './long-file.js';
import type { PartsOfRun } from './snippets/snippets-of-run.js';

/** What of a run decides how a file is read. */
export type ReadOptions = Pick<
  RunOptions,
  'cwd' | 'includeInactive' | 'inline' | 'changes' | 'cache' | 'stats' | 'long' | 'beforeLong'
> & { readonly parts: PartsOfRun };

/** A file, read and ready to be composed. */
export async function readStep(
  item: Found,
  config: ResolvedConfig,
  options: ReadOptions,
  surroundings: Surroundings,
): Promise<Step> {
  const { cwd, includeInactive, inline, changes, cache, stats: all, parts } = options;
  const { absolute, argument, named } = item;
  const disk = { surroundings, absolute, given: isGiven(item, cwd) };
  const stats = all?.of(absolute);
  const path = config.pathOf(absolute);
  const selection = { named, includeInactive, inline, disk, stats, parts };
  const opening = () => openLong(absolute, config, selection, options);
  const long = stats ? await stats.during('read', opening) : await opening();
  if (long && 'adapter' in long) {
    options.beforeLong?.();
    return { kind: 'long', long, config, argument, named };
  }
  if (long && 'content' in long) return { kind: 'file', composed: long, config, argument, named };
  const reading = () => readSource(absolute, path, changes?.contentOf(absolute));
  const { file, bytes } = long ? { file: long } : stats ? await stats.during('read', reading) : reading();
  if (file instanceof SourceFile) {
    const key = cache && bytes && cache.keyOf(bytes, config, { disk, named, library: await parts.of(file.text) });
    const record = key && cache.get(absolute, key);
    if (record) return { kind: 'known', record: withSource(record, file.text), config, argument, named };
    const composed = await composeFile(file, absolute, config, selection);
    return { kind: 'file', composed, config, argument, named, key };
  }
  const { result, guess } = file;
  if (!named && guess) {
    // Nobody named it: it is missed only where it would have been read.
    const { content } = await composeFile(guess, absolute, config, { ...selection, stats: undefined });
    const leftAlone = { kind: 'data', reason: result.messages[0]?.message ?? '' } as const;
    const alone = { replies: [], problems: [], adapter: undefined, leftAlone };
    const composed = nothingRead(guess, absolute, selection, alone);
    if (!content.adapter) return { kind: 'file', composed, config, argument, named };
  }
  return { kind: 'unread', result, argument };
}

/**
 * True for a file that is read in parts where it is long: one of records that each stand on a line. Not where only
 * changed lines are asked for, as these are told from those around them, nor where comments can stand in it.
 */
function mayBeLong(absolute: string, config: ResolvedConfig, changes: Changes | undefined): boolean {
  if (formatFor(absolute, config.declarationFor(absolute)) !== 'ndjson' || mayHoldDirectives(absolute)) return false;
  return !changes || (changes.contentOf(absolute) === undefined && !Array.isArray(changes.of(absolute)));
}

/** True for a file that is read in parts. */
export function isLong(
  absolute: string,
  config: ResolvedConfig,
  { changes, long = LONG }: Pick<ReadOptions, 'changes' | 'long'>,
): boolean {
  return mayBeLong(absolute, config, changes) && sizeOf(absolute) > long;
}

/** A file's size in bytes; 0 where it cannot be told, as what is wrong is said when the file is read. */
export function sizeOf(absolute: string): number {
  try {
    return statSync(absolute).size;
  } catch {
    return 0;
  }
}

/** A file that is read in parts, or what is to be said of it; undefined for any other. */
async function openLong(
  absolute: string,
  config: ResolvedConfig,
  selection: Selection,
  options: ReadOptions,
): Promise<LongFile | ComposedFile | Unread | undefined> {
  if (!isLong(absolute, config, options)) return undefined;
  const { LongText } = await import('../../read/long.js');
  const path = config.pathOf(absolute);
  try {
    const text = LongText.open(path, absolute, options.long ?? LONG);
    return text && (await LongFile.open(text, absolute, config, selection));
  } catch (error) {
    return unread(absolute, path, error);
  }
}

/** True where the argument is the folder that the file stands in, or a pattern that the file matches. */
export function isGiven({ argument, absolute }: { argument: string; absolute: string }, cwd: string): boolean {
  const folder = resolve(cwd, argument);
  const isPattern = !absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return argument !== '.' && (isPattern || folder === dirname(absolute));
}

/** A file that could not be read, and what its text may be, to tell whether it matters. */
interface Unread {
  readonly result: LintResult;
  readonly guess: SourceFile | undefined;
}

/** The result of a file that could not be checked. */
export function unchecked(absolute: string, reason: string): LintResult {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return resultOf(absolute, [{ ruleId: null, severity: 2, fatal: true, message: `Not checked: ${reason}`, ...place }]);
}

/** The file, or a result that says why it could not be read. */
export function readSource(
  absolute: string,
  path: string,
  content?: Buffer,
): { readonly file: SourceFile | Unread; readonly bytes?: Buffer } {
  try {
    const bytes = content ?? readFileSync(absolute);
    return { file: decode(path, bytes), bytes };
  } catch (error) {
    return { file: unread(absolute, path, error) };
  }
}

function unread(absolute: string, path: string, error: unknown): Unread {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'ERR_FS_FILE_TOO_LARGE' ? TOO_LONG : `cannot be read (${code ?? message})`;
  const guess = error instanceof NotText && error.guess ? new SourceFile(path, error.guess) : undefined;
  return { result: unchecked(absolute, error instanceof NotText ? message : why), guess };
}

/** A file's text is not kept in the cache; it has just been read. */
function withSource(record: FileRecord, source: string): FileRecord {
  const { result } = record;
  return result.messages.length > 0 ? { ...record, result: { ...result, source } } : record;
}
