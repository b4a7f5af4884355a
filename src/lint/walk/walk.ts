import { dirname, relative, resolve } from 'node:path';
import type { ResolvedConfig } from '../../config/index.js';
import type { LintResult } from '../../model/finding.js';
import { SourceFile } from '../../model/source-file.js';
import {
  type Filter,
  type Found,
  find,
  findGone,
  IgnoreFiles,
  type LeftOut,
  type Missing,
  Surroundings,
} from '../../read/index.js';
import type { Cache } from '../cache/cache.js';
import type { Changes } from '../changes/changes.js';
import { isLong, readStep, unchecked } from '../load/load-file.js';
import { type ComposedFile, composeFile } from '../load/loaded-file.js';
import type { LongFile } from '../load/long-file.js';
import { gather, partsIn } from '../load/snippets/gather.js';
import { Library } from '../load/snippets/library.js';
import { PartsOfRun } from '../load/snippets/snippets-of-run.js';
import type { FileRecord } from '../result/file-record.js';
import type { Stats } from '../result/stats.js';
import type { Pool } from '../workers/pool.js';
import { Configs, type ConfigsOptions } from './configs.js';
import { leadsOut } from './leads-out.js';

/** How a run is wanted. */
export interface RunOptions extends ConfigsOptions {
  readonly includeInactive: boolean;
  /** False where files switch nothing off for their own replies, and set nothing. */
  readonly inline: boolean;
  /** No link is followed out of this folder, and what it leads to is not checked. */
  readonly within?: string;
  /** Files that are as they were in an earlier run are not read again. */
  readonly cache?: Cache | undefined;
  /** Threads that lint the files; a cache and times are of no use then. */
  readonly pool?: Pool | undefined;
  /** Where times are noted. */
  readonly stats?: Stats | undefined;
  /** Look only at what has changed, and at the files beside it. */
  readonly changes?: Changes;
  /** Called before a file is read in parts. */
  readonly beforeLong?: () => void;
  /** Files of records that have more bytes are read in parts; for tests, as everybody else wants `LONG`. */
  readonly long?: number | undefined;
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
  /** A file that is never held as a whole: it is looked at, and forgotten, a part at a time. */
  | {
      readonly kind: 'long';
      readonly long: LongFile;
      readonly config: ResolvedConfig;
      readonly argument: string;
      readonly named: boolean;
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
  const surroundings = new Surroundings();
  const parts = partsOfRun(args, options, surroundings);
  const { pool } = options;
  const first: (Step | ToRead)[] = [];
  const coming = files(args, options);
  // A long file is told part by part, which cannot be handed over from a thread.
  const spreadable = async function* () {
    for await (const next of joined(first, coming))
      yield 'item' in next && isLong(next.item.absolute, next.config, options)
        ? await readStep(next.item, next.config, { ...options, parts }, surroundings)
        : next;
  };
  for (let count = 0; pool && count < pool.fewest; ) {
    const { done, value } = await coming.next();
    if (done) break;
    first.push(value);
    if ('item' in value) count += 1;
    if (count === pool.fewest) {
      yield* pool.spread(spreadable());
      return;
    }
  }
  for await (const next of joined(first, coming))
    yield 'item' in next ? await readStep(next.item, next.config, { ...options, parts }, surroundings) : next;
}

async function* joined<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}

/** What the texts of a run include each other by: all of its files have a say, changed or not. */
export function partsOfRun(
  args: readonly string[],
  options: Omit<RunOptions, 'includeInactive'>,
  surroundings: Surroundings,
): PartsOfRun {
  async function* all() {
    for await (const next of files(args, { ...options, stats: undefined }, 'all')) if ('item' in next) yield next;
  }
  return new PartsOfRun(() => gather(all(), options, surroundings));
}

/** A file to be read. */
export interface ToRead {
  readonly item: Found;
  readonly config: ResolvedConfig;
}

/** The files of a run, not yet read, and what is to be said of paths. */
async function* files(
  args: readonly string[],
  options: Omit<RunOptions, 'includeInactive'>,
  which: 'all' | 'concerned' = 'concerned',
): AsyncGenerator<Step | ToRead> {
  const configs = new Configs(options);
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
    if (which === 'concerned' && options.changes?.concern(path) === false) continue;
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
    yield { item, config };
  }
}

async function* found(
  args: readonly string[],
  { cwd, changes }: Pick<RunOptions, 'cwd' | 'changes'>,
  filter: Filter,
): AsyncGenerator<Found | LeftOut | Missing> {
  yield* find(args, cwd, filter);
  if (changes) yield* findGone(changes.staged, args, cwd, filter);
}

/** One text that is not on disk, as if it stood at a path. */
export async function composeText(
  text: string,
  absolute: string,
  options: RunOptions,
): Promise<Extract<Step, { kind: 'file' }>> {
  const config = await new Configs(options).for(dirname(absolute));
  const file = new SourceFile(config.pathOf(absolute), text.replace(/^\ufeff/, ''));
  const { includeInactive, inline } = options;
  const stats = options.stats?.of(absolute);
  const parts = new PartsOfRun(async () => new Library(await partsIn(file, { absolute, config }, { named: true })));
  const composed = await composeFile(file, absolute, config, { named: true, includeInactive, inline, stats, parts });
  return { kind: 'file', composed, config, argument: absolute, named: true };
}
