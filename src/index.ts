/**
 * The programming interface of replylint: lint files and texts, read configurations, and test rules.
 * @module replylint
 */
import { resolve } from 'node:path';
import { type Config, ConfigError, type FoundConfig } from './config/config.js';
import { ConfigFinder } from './config/find.js';
import { inOneLine } from './config/place.js';
import { createSession, type LintOutcome, nodeFileSystem, type SessionOptions } from './lint/index.js';
import type { FileSystem } from './model/file-system.js';
import type { LintResult } from './model/finding.js';
import type { Rule } from './rule/rule.js';

// Each export names the file that defines it, so that the published declarations contain nothing else.
export { type Config, ConfigError, type Override } from './config/config.js';
export type { RuleFinding } from './lint/judge/rule-finding.js';
export { tryRule } from './lint/judge/try-rule.js';
export type { FileKind, FileStatus, FileSystem, FileWritten, FolderEntry, OpenFile } from './model/file-system.js';
export type { Fix, LintMessage, LintResult, ReplySummary, Severity, SuppressedMessage } from './model/finding.js';
export type { ReplyRecord, Scores } from './model/reply-record.js';

/** Options for linting. Only `rules` is required; the built-in rules can be imported from `replylint/rules`. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  /** The folder that relative paths start from. Default: the current folder of the process. */
  readonly cwd?: string;
  /** A configuration file to use for all files, instead of searching for one per file. */
  readonly configFile?: string;
  /** False to disable the search for configurations. */
  readonly configLookup?: boolean;
  /** Settings that override every configuration. */
  readonly override?: Config;
  readonly ignorePatterns?: readonly string[];
  /** False to disable ignore files and the `ignores` setting. */
  readonly ignore?: boolean;
  /** True to include inactive replies. */
  readonly includeInactive?: boolean;
  /**
   * True to fix findings where the fix is safe. `lintFiles` writes the fixed files; `lintText` returns the fixed text
   * in `output`.
   */
  readonly fix?: boolean;
  /** False to disable directives and settings in comments and front matter. */
  readonly inlineConfig?: boolean;
  /**
   * The date to use for expiring directives and rules about dates, in the form `2026-12-31`. Default: today, in UTC.
   */
  readonly today?: string;
  /**
   * The file system to lint from and to write fixes to. Default: Node's file system. Configurations are always read
   * from disk.
   */
  readonly fs?: FileSystem;
}

/** The results and notices of a run. */
export interface LintRunResult {
  readonly results: readonly LintResult[];
  /** Messages about the run as a whole, such as languages without rules or paths without replies. */
  readonly notices: readonly string[];
  /** True if something was not checked, or if there was nothing to check. The command then exits with code 2. */
  readonly incomplete: boolean;
}

/**
 * Lints files, folders and glob patterns, like the `replylint` command.
 * @throws ConfigError if a configuration is invalid
 */
export async function lintFiles(paths: string | readonly string[], options: LintOptions): Promise<LintRunResult> {
  checkOptions('lintFiles(paths, options)', options);
  const session = createSession(sessionOptions(options, options.fix ? 'apply' : 'no'));
  return runResult(await withPlace(session.lint([paths].flat())));
}

/**
 * Lints a text as if it were the content of a file.
 * @param path the path of that file: its extension decides the format, and its folder the configuration
 * @throws ConfigError if a configuration is invalid
 */
export async function lintText(text: string, path: string, options: LintOptions): Promise<LintRunResult> {
  checkOptions('lintText(text, path, options)', options);
  if (typeof text !== 'string' || typeof path !== 'string')
    throw new TypeError('lintText(text, path, options): text and path must be strings');
  const session = createSession(sessionOptions(options, options.fix ? 'try' : 'no'));
  return runResult(await withPlace(session.lintText(resolve(options.cwd ?? '.', path), text)));
}

/** @throws TypeError for an invalid call, which TypeScript would have rejected */
function checkOptions(call: string, options: LintOptions | undefined): void {
  if (Array.isArray(options?.rules)) return;
  throw new TypeError(
    `${call}: options.rules is missing; for the built-in rules, use \`import { rules } from 'replylint/rules'\``,
  );
}

/** Adds the file and position of a configuration error to its message. */
async function withPlace<T>(work: Promise<T>): Promise<T> {
  return work.catch(async (error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    throw new ConfigError(await inOneLine(error, (path) => path), error.where, error.path, error.place);
  });
}

/**
 * Loads the configuration for the files in a folder, with everything that it extends.
 * @throws ConfigError if the configuration is invalid
 */
export function loadConfig(
  folder: string,
  { configFile, configLookup = true }: Pick<LintOptions, 'configFile' | 'configLookup'> = {},
): Promise<FoundConfig> {
  const absolute = resolve(folder);
  return withPlace(new ConfigFinder(absolute, { explicit: configFile, lookup: configLookup }).for(absolute));
}

function runResult({ results, notices, failed }: LintOutcome): LintRunResult {
  return { results: results.whole(), notices, incomplete: failed };
}

function sessionOptions(options: LintOptions, fix: 'no' | 'apply' | 'try'): SessionOptions {
  const { cwd = '.', configFile, configLookup = true, today = new Date().toISOString().slice(0, 10) } = options;
  return {
    ...options,
    fs: options.fs ?? nodeFileSystem,
    cwd: resolve(cwd),
    config: { explicit: configFile, lookup: configLookup },
    today,
    fix,
    keepsReplies: true,
  };
}
