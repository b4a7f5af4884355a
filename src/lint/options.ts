import { type Config, ConfigFinder } from '../config/index.js';
import type { FileSystem } from '../model/file-system.js';
import type { LintMessage } from '../model/finding.js';
import type { Rule } from '../rule/rule.js';
import type { Changes } from './changes/changes.js';
import { stagedFileSystem } from './changes/staged-file-system.js';
import type { ScanOptions } from './load/load-files.js';
import type { Stats } from './result/stats.js';
import type { DirectiveOptions } from './settle/apply-directives.js';
import type { LintFileOptions } from './settle/lint-file.js';
import type { SuppressionLists } from './settle/suppression-lists.js';

/** Options that say which configurations are searched for, and whether they may run code. */
export interface ConfigLookup {
  /** A configuration file to use for all files, instead of searching for one per file. */
  readonly explicit?: string | undefined;
  /** False to disable the search for configurations. */
  readonly lookup: boolean;
  /** False to reject configurations and plug-ins that are code. */
  readonly trusted?: boolean;
}

/** The options of a session. */
export interface SessionOptions {
  /** The file system to lint from and to write to. Configurations, plug-ins and Git always use the disk. */
  readonly fs: FileSystem;
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly config: ConfigLookup;
  /** The date of the run, in the form `2026-12-31`. */
  readonly today: string;
  /** Settings that override every configuration. */
  readonly override?: Config | undefined;
  readonly ignorePatterns?: readonly string[] | undefined;
  /** False to disable ignore files and the `ignores` setting. */
  readonly ignore?: boolean | undefined;
  /** False to disable only ignore files. */
  readonly ignoreFiles?: boolean | undefined;
  /** Links that point outside this folder are not followed. */
  readonly within?: string | undefined;
  readonly includeInactive?: boolean | undefined;
  /** True to report an invalid configuration and skip its files. Otherwise, its error is thrown. */
  readonly passOver?: boolean | undefined;
  /** False to disable directives and settings in comments and front matter. */
  readonly inlineConfig?: boolean | undefined;
  /** The severity of unused directives, which overrides the configured one. */
  readonly reportUnused?: DirectiveOptions['reportUnused'];
  /** `apply` writes the fixed files, and `try` only computes them. Default: `no`. */
  readonly fix?: 'no' | 'apply' | 'try' | undefined;
  /** Returns true for messages to fix. Default: all messages. */
  readonly fixes?: ((message: LintMessage) => boolean) | undefined;
  /** The changes that the run is limited to. */
  readonly changes?: Changes | undefined;
  readonly cache?: CacheOptions | undefined;
  /** Worker threads, which are used only if `fs` is the disk, because they cannot read from anything else. */
  readonly threads?: ThreadOptions | undefined;
  /** Records the time spent. */
  readonly stats?: Stats | undefined;
  /** False to accept paths that lead to no replies. */
  readonly errorOnUnmatchedPattern?: boolean | undefined;
  readonly warnIgnored?: boolean | undefined;
  /** The suppressions files of the run. The outcome says which of their replies were linted. */
  readonly suppressions?: SuppressionLists | undefined;
  /** True to keep the lines with findings for reports. */
  readonly showsLines?: boolean | undefined;
  /** True if results should contain the records of their replies. */
  readonly keepsReplies?: boolean | undefined;
  /** Formats a path for notices. Default: the absolute path. */
  readonly shown?: ((absolute: string) => string) | undefined;
  /** Called with each line that `--debug` prints. */
  readonly debug?: ((line: string) => void) | undefined;
  /** Called during the run, which waits for the returned promise. */
  readonly progress?: ProgressListener | undefined;
  /** Called before a file is loaded passage by passage. */
  readonly beforeLong?: (() => void) | undefined;
  /** Size in bytes above which files with records are loaded passage by passage. */
  readonly longFrom?: number | undefined;
}

/** The cache of a session. */
export interface CacheOptions {
  readonly path: string;
  /** The replylint version whose records the cache may contain. */
  readonly version: string;
  /** The start of the run, in milliseconds since 1970. If omitted, only the records of files are cached. */
  readonly now?: number;
}

/** The amount of work done since the last call. */
export interface Advance {
  readonly files: number;
  readonly replies: number;
}

export type ProgressListener = (advance: Advance) => Promise<void> | undefined;

/** Worker threads that lint the files. They are not used together with fixes, changes, a cache or times. */
export interface ThreadOptions {
  /** The module that each thread runs, or its path. The module passes the rules to `serve`. */
  readonly module: URL | string;
  /** The number of threads. With `auto`, it depends on the processors of the machine. */
  readonly count: number | 'auto';
  /** Minimum number of files for which threads are started. Each full 8 KiB of a file counts as one more file. */
  readonly fewest: number;
}

/** The complete options of a run. */
export interface RunOptions extends ScanOptions, LintFileOptions {
  readonly fix: 'no' | 'apply' | 'try';
  readonly fixes: (message: LintMessage) => boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly warnIgnored: boolean;
  readonly suppressions?: SuppressionLists | undefined;
  readonly showsLines: boolean;
  readonly keepsReplies: boolean;
  readonly shown: (absolute: string) => string;
  readonly debug: (line: string) => void;
  readonly progress?: ProgressListener | undefined;
}

/** Returns the options of a run, with defaults for missing ones. The cache is opened separately for each run. */
export function runOptions({ cache: _, ...options }: SessionOptions): RunOptions {
  return {
    ...options,
    fs: options.changes?.staged ? stagedFileSystem(options.fs, options.changes.staged) : options.fs,
    finder: new ConfigFinder(options.cwd, options.config),
    ignore: options.ignore ?? true,
    ignoreFiles: options.ignoreFiles ?? true,
    includeInactive: options.includeInactive ?? false,
    inlineConfig: options.inlineConfig ?? true,
    fix: options.fix ?? 'no',
    fixes: options.fixes ?? (() => true),
    errorOnUnmatchedPattern: options.errorOnUnmatchedPattern ?? true,
    warnIgnored: options.warnIgnored ?? true,
    showsLines: options.showsLines ?? false,
    wholeLines: options.showsLines === true || options.fix === 'try',
    keepsReplies: options.keepsReplies ?? false,
    shown: options.shown ?? ((absolute) => absolute),
    debug: options.debug ?? (() => undefined),
  };
}
