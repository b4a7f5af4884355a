import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { ResolvedConfig } from '../config/index.js';
import type { LintResult } from '../model/finding.js';
import { SourceFile } from '../model/source-file.js';
import {
  decode,
  type Filter,
  type Found,
  find,
  findGone,
  IgnoreFiles,
  type LeftOut,
  type Missing,
  NotText,
  Surroundings,
} from '../read/index.js';
import type { Cache } from './cache/cache.js';
import type { Changes } from './changes/changes.js';
import { Configs, type ConfigsOptions } from './configs.js';
import { type ComposedFile, composeFile, resultOf } from './file.js';
import type { FileRecord } from './record.js';
import type { Stats } from './stats.js';
import { leadsOut } from './within.js';

/** How a run is wanted. */
export interface RunOptions extends ConfigsOptions {
  readonly includeInactive: boolean;
  /** No link is followed out of this folder, and what it leads to is not checked. */
  readonly within?: string;
  /** Files that are as they were in an earlier run are not read again. */
  readonly cache?: Cache | undefined;
  /** Where times are noted. */
  readonly stats?: Stats | undefined;
  /** Look only at what has changed, and at the files beside it. */
  readonly changes?: Changes;
}

/** What is met on the way through the files. */
export type Step =
  | {
      readonly kind: 'file';
      readonly composed: ComposedFile;
      readonly config: ResolvedConfig;
      readonly argument: string;
      /** True where the path was given, not met in a folder. */
      readonly named: boolean;
      /** The name of all that its findings depend on, where there is a cache. */
      readonly key?: string | undefined;
    }
  /** A file that is as it was in an earlier run. */
  | {
      readonly kind: 'known';
      readonly record: FileRecord;
      readonly config: ResolvedConfig;
      readonly argument: string;
      readonly named: boolean;
    }
  /** A file that could not be read at all. */
  | { readonly kind: 'unread'; readonly result: LintResult; readonly argument: string }
  | { readonly kind: 'missing'; readonly argument: string; readonly reason: string }
  | {
      readonly kind: 'ignored';
      readonly path: string;
      readonly argument: string;
      /** True where the path was given, not met in a folder. */
      readonly named: boolean;
      /** What leaves it out: an ignore file's path from `cwd`, or in words. */
      readonly by: string;
    };

/** The files of a run, read and composed, in order. */
export async function* walk(args: readonly string[], options: RunOptions): AsyncGenerator<Step> {
  const configs = new Configs(options);
  const surroundings = new Surroundings();
  const { cwd, ignoreFiles, ignore, within } = options;
  const filter: Filter = {
    isIgnored: (absolute) => configs.isIgnoredSync(absolute),
    files: ignore && ignoreFiles ? new IgnoreFiles(cwd) : undefined,
    isOut: (absolute) => within !== undefined && leadsOut(absolute, within),
  };
  const items = found(args, options, filter);
  for await (const item of options.stats ? options.stats.waiting('find', items) : items) {
    if ('reason' in item) {
      yield { kind: 'missing', ...item };
      continue;
    }
    const { absolute: path, argument, named } = item;
    if ('by' in item) {
      const by = relative(cwd, item.by);
      const isArgument = !named && path === resolve(cwd, argument);
      if (isArgument) yield { kind: 'missing', argument, reason: `ignored by ${by}; --no-ignore looks into it` };
      else yield { kind: 'ignored', path, argument, named, by };
      continue;
    }
    if (options.changes?.concern(path) === false) continue;
    if (filter.isOut(path)) {
      yield { kind: 'unread', result: unchecked(path, 'a link leads out of the checkout here'), argument };
      continue;
    }
    const config = await configs.for(dirname(path));
    const by = configs.ignoring(path, config);
    if (by !== undefined) {
      yield { kind: 'ignored', path, argument, named, by };
      continue;
    }
    yield await readStep(item, config, options, surroundings);
  }
}

/** A file, read and composed. */
async function readStep(
  item: Found,
  config: ResolvedConfig,
  { cwd, includeInactive, changes, cache, stats: all }: RunOptions,
  surroundings: Surroundings,
): Promise<Step> {
  const { absolute, argument, named } = item;
  const disk = { surroundings, absolute, given: isGiven(item, cwd) };
  const stats = all?.of(absolute);
  const path = config.pathOf(absolute);
  const reading = () => readSource(absolute, path, changes?.contentOf(absolute));
  const { file, bytes } = stats ? await stats.during('read', reading) : reading();
  if (file instanceof SourceFile) {
    const key = cache && bytes && cache.keyOf(bytes, config, disk, named);
    const record = key && cache.get(absolute, key);
    if (record) return { kind: 'known', record: withSource(record, file.text), config, argument, named };
    const composed = await composeFile(file, absolute, config, { named, includeInactive, disk, stats });
    return { kind: 'file', composed, config, argument, named, key };
  }
  const { result, guess } = file;
  if (!named && guess) {
    // Nobody named it: it is missed only where it would have been read.
    const { content } = await composeFile(guess, absolute, config, { named, includeInactive, disk });
    const leftAlone = result.messages[0]?.message ?? '';
    const alone = { replies: [], problems: [], adapter: undefined, leftAlone };
    const composed = { file: guess, absolute, content: alone, replies: [] };
    if (!content.adapter) return { kind: 'file', composed, config, argument, named };
  }
  return { kind: 'unread', result, argument };
}

async function* found(
  args: readonly string[],
  { cwd, changes }: RunOptions,
  filter: Filter,
): AsyncGenerator<Found | LeftOut | Missing> {
  yield* find(args, cwd, filter);
  if (changes) yield* findGone(changes.staged, args, cwd, filter);
}

/** True where the argument is the folder that the file stands in, or a pattern that the file matches. */
function isGiven({ argument, absolute }: { argument: string; absolute: string }, cwd: string): boolean {
  const folder = resolve(cwd, argument);
  const isPattern = !absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return argument !== '.' && (isPattern || folder === dirname(absolute));
}

/** One text that is not on disk, as if it stood at a path. */
export async function composeText(
  text: string,
  absolute: string,
  options: RunOptions,
): Promise<Extract<Step, { kind: 'file' }>> {
  const config = await new Configs(options).for(dirname(absolute));
  const file = new SourceFile(config.pathOf(absolute), text.replace(/^\ufeff/, ''));
  const { includeInactive } = options;
  const stats = options.stats?.of(absolute);
  const composed = await composeFile(file, absolute, config, { named: true, includeInactive, stats });
  return { kind: 'file', composed, config, argument: absolute, named: true };
}

/** A file that could not be read, and what its text may be, to tell whether it matters. */
interface Unread {
  readonly result: LintResult;
  readonly guess: SourceFile | undefined;
}

function unchecked(absolute: string, reason: string): LintResult {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return resultOf(absolute, [{ ruleId: null, severity: 2, fatal: true, message: `Not checked: ${reason}`, ...place }]);
}

/** The file, or a result that says why it could not be read. */
function readSource(
  absolute: string,
  path: string,
  content?: Buffer,
): { readonly file: SourceFile | Unread; readonly bytes?: Buffer } {
  try {
    const bytes = content ?? readFileSync(absolute);
    return { file: decode(path, bytes), bytes };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = error instanceof NotText ? message : `cannot be read (${code ?? message})`;
    const guess = error instanceof NotText && error.guess ? new SourceFile(path, error.guess) : undefined;
    return { file: { result: unchecked(absolute, reason), guess } };
  }
}

/** A file's text is not kept in the cache; it has just been read. */
function withSource(record: FileRecord, source: string): FileRecord {
  const { result } = record;
  return result.messages.length > 0 ? { ...record, result: { ...result, source } } : record;
}
