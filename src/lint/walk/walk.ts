import { dirname, relative, resolve } from 'node:path';
import { ConfigError, type ResolvedConfig } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintResult, SkippedFile } from '../../model/finding.js';
import {
  type Filter,
  type Found,
  find,
  IgnoreFiles,
  type LeftOut,
  officeKindOf,
  type Unopened,
} from '../../read/index.js';
import type { Changes } from '../changes/changes.js';
import { uncheckedResult } from '../result/lint-result.js';
import { Configs, type ConfigsOptions } from './configs.js';
import { leadsOut } from './leads-out.js';

/** Options for finding the files of a run. */
export interface WalkOptions extends ConfigsOptions {
  readonly fs: FileSystem;
  /** Links that point outside this folder are not followed. */
  readonly within?: string | undefined;
  /** True to skip files whose configuration is invalid. Otherwise, its error is thrown. */
  readonly passOver?: boolean | undefined;
  /** Limits the run to changed files and the files they are compared with. */
  readonly changes?: Changes | undefined;
}

/** A file that was found, with the configuration that applies to it. */
export interface FileToLoad {
  readonly item: Found;
  readonly config: ResolvedConfig;
}

/** A path that leads to no file to load. */
export type PathStep =
  /** A file that could not be read. */
  | { readonly kind: 'unread'; readonly result: LintResult; readonly argument: string }
  /** An office file in a folder. Such files are not read. */
  | { readonly kind: 'office'; readonly path: string; readonly argument: string }
  /** A file in a folder that was not opened. */
  | { readonly kind: 'skipped'; readonly path: string; readonly skipped: SkippedFile; readonly argument: string }
  | { readonly kind: 'missing'; readonly argument: string; readonly reason: string }
  /** A file whose configuration is invalid. */
  | { readonly kind: 'unconfigured'; readonly error: ConfigError; readonly argument: string }
  /** The argument leads to a file that another argument names, or led to first. */
  | { readonly kind: 'again'; readonly argument: string }
  | {
      readonly kind: 'ignored';
      readonly path: string;
      readonly argument: string;
      /** True if an argument names the file, false if it was found in a folder. */
      readonly named: boolean;
      /** What ignores the file: the path of an ignore file relative to `cwd`, or a setting in words. */
      readonly by: string;
    };

/**
 * Yields the files that paths lead to, in order, each with its configuration.
 * @param which `all` to include files that are unrelated to any change
 */
export async function* walk(
  paths: readonly string[],
  options: WalkOptions,
  which: 'all' | 'concerned' = 'concerned',
): AsyncGenerator<FileToLoad | PathStep> {
  const configs = new Configs(options);
  const { cwd, changes } = options;
  const filter = filterFrom(options, configs);
  for await (const item of find(paths, cwd, filter)) {
    if ('reason' in item) yield { kind: 'missing', ...item };
    else if ('again' in item) yield { kind: 'again', argument: item.argument };
    else if ('by' in item) yield ignoredStep(item, cwd);
    else if ('unopened' in item) yield unopenedStep(item);
    else {
      const isConcerned = which === 'all' || changes?.concern(item.absolute) !== false;
      if (!isConcerned && !(await comparesReplies(item, configs))) continue;
      yield await stepOf(item, configs, filter, options.passOver ?? false);
    }
  }
}

/** Returns true if rules compare the replies of a file with others, whether or not the file has changed. */
async function comparesReplies({ absolute }: Found, configs: Configs): Promise<boolean> {
  return (await configFor(absolute, configs))?.comparesReplies ?? false;
}

/** Returns a function that yields the files directly in a folder that a walk would find, changed or not. */
export function folderFinder(options: WalkOptions): (folder: string) => AsyncGenerator<FileToLoad> {
  const configs = new Configs(options);
  const all = filterFrom(options, configs);
  return async function* (folder) {
    const filter: Filter = { ...all, isShallow: true };
    for await (const item of find([folder], options.cwd, filter)) {
      if ('reason' in item || 'by' in item || 'again' in item || 'unopened' in item) continue;
      const step = await stepOf(item, configs, filter, options.passOver ?? false);
      if ('item' in step) yield step;
    }
  };
}

function filterFrom({ fs, cwd, ignoreFiles, ignore, within }: WalkOptions, configs: Configs): Filter {
  return {
    fs,
    isIgnored: (absolute) => configs.isIgnoredByPattern(absolute),
    files: ignore && ignoreFiles ? new IgnoreFiles(cwd, fs) : undefined,
    isOut: (absolute) => within !== undefined && leadsOut(absolute, within, fs),
    isDeclared: (absolute) => isDeclared(absolute, configs),
  };
}

async function isDeclared(absolute: string, configs: Configs): Promise<boolean> {
  return (await configFor(absolute, configs))?.declarationFor(absolute) !== undefined;
}

/**
 * Returns the configuration for a file. Undefined if it is invalid, which is reported only for files that are linted.
 */
async function configFor(absolute: string, configs: Configs): Promise<ResolvedConfig | undefined> {
  try {
    return await configs.for(dirname(absolute));
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}

function ignoredStep({ absolute, argument, named, by: file }: LeftOut, cwd: string): PathStep {
  const by = relative(cwd, file);
  if (!named && absolute === resolve(cwd, argument))
    return { kind: 'missing', argument, reason: `ignored by ${by}; use --no-ignore to lint it` };
  return { kind: 'ignored', path: absolute, argument, named, by };
}

function unopenedStep({ absolute, argument, unopened, isHidden }: Unopened): PathStep {
  const kind = isHidden ? 'hidden' : 'link';
  return { kind: 'skipped', path: absolute, skipped: { kind, reason: unopened }, argument };
}

async function stepOf(
  item: Found,
  configs: Configs,
  filter: Filter,
  passOver: boolean,
): Promise<FileToLoad | PathStep> {
  try {
    return await fileStep(item, configs, filter);
  } catch (error) {
    if (!passOver || !(error instanceof ConfigError)) throw error;
    return { kind: 'unconfigured', error, argument: item.argument };
  }
}

async function fileStep(item: Found, configs: Configs, filter: Filter): Promise<FileToLoad | PathStep> {
  const { absolute, argument, named } = item;
  if (filter.isOut(absolute))
    return {
      kind: 'unread',
      result: uncheckedResult(absolute, 'a symbolic link points outside the checkout'),
      argument,
    };
  const config = await configs.for(dirname(absolute));
  const by = configs.ignoring(absolute, config);
  if (by !== undefined) return { kind: 'ignored', path: absolute, argument, named, by };
  const isOffice = !named && officeKindOf(absolute) && !config.declarationFor(absolute);
  return isOffice ? { kind: 'office', path: absolute, argument } : { item, config };
}
