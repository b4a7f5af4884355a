/**
 * The library behind the command: lint files and texts from a program, read configurations, test rules.
 * @module replylint
 */
import { resolve } from 'node:path';
import { type Config, ConfigFinder, type FoundConfig } from './config/index.js';
import { lintFiles as filesIn, type LintRun, lintText as textIn } from './lint/index.js';
import type { LintResult } from './model/finding.js';
import type { Rule } from './rule/rule.js';

export { type Config, ConfigError, type Override } from './config/index.js';
export { type Tried, tryRule } from './lint/index.js';
export type { Fix, LintMessage, LintResult, ReplySummary, Severity, SuppressedMessage } from './model/finding.js';

/** How to lint. Only the rules are asked for: those of the house are `import { rules } from 'replylint/rules'`. */
export interface LintOptions {
  readonly rules: readonly Rule[];
  /** Where paths start from; by default `.`, as the process sees it. */
  readonly cwd?: string;
  /** A configuration file for all; otherwise each file's own is looked for. */
  readonly configFile?: string;
  /** False: no configuration is looked for. */
  readonly configLookup?: boolean;
  /** Settings that come after every configuration. */
  readonly override?: Config;
  readonly ignorePatterns?: readonly string[];
  /** False: no ignore file and no `ignores` of a configuration leaves anything out. */
  readonly ignore?: boolean;
  /** Look at replies that are switched off, too. */
  readonly includeInactive?: boolean;
  /** Write what is certain to be right into the files; of a text, give it as `output`. */
  readonly fix?: boolean;
  /** False: comments and front matter switch nothing off. */
  readonly inlineConfig?: boolean;
}

/** What a run found. */
export interface LintRunResult {
  readonly results: readonly LintResult[];
  /** What is to be said beside the results: languages not covered, paths without replies. */
  readonly notices: readonly string[];
  /** Something was not checked whole, or there was nothing to check: what the command calls exit code 2. */
  readonly incomplete: boolean;
}

/**
 * Lints files, folders and patterns, as the command does.
 * @throws ConfigError for a configuration that cannot be used
 */
export async function lintFiles(paths: readonly string[], options: LintOptions): Promise<LintRunResult> {
  const { results, notices, failed } = await filesIn(paths, runOf(options, options.fix ? 'apply' : 'no'));
  return { results: results.whole(), notices, incomplete: failed };
}

/**
 * Lints a text as if it stood in a file.
 * @param path what the text is taken for: its ending tells the kind, its folder the configuration
 * @throws ConfigError for a configuration that cannot be used
 */
export async function lintText(text: string, path: string, options: LintOptions): Promise<LintRunResult> {
  const absolute = resolve(options.cwd ?? '.', path);
  const { results, notices, failed } = await textIn(text, absolute, runOf(options, options.fix ? 'try' : 'no'));
  return { results: results.whole(), notices, incomplete: failed };
}

/**
 * The configuration that holds for the files of a folder, with all that it extends.
 * @throws ConfigError where it cannot be used
 */
export function loadConfig(
  folder: string,
  { configFile, configLookup = true }: Pick<LintOptions, 'configFile' | 'configLookup'> = {},
): Promise<FoundConfig> {
  const absolute = resolve(folder);
  return new ConfigFinder(absolute, { explicit: configFile, lookup: configLookup }).for(absolute);
}

function runOf(options: LintOptions, fix: LintRun['fix']): LintRun {
  const {
    rules,
    configFile,
    configLookup = true,
    override,
    ignorePatterns = [],
    ignore = true,
    includeInactive = false,
    inlineConfig = true,
  } = options;
  const cwd = resolve(options.cwd ?? '.');
  return {
    cwd,
    rules,
    configs: new ConfigFinder(cwd, { explicit: configFile, lookup: configLookup }),
    ...(override && { override }),
    ignorePatterns,
    ignore,
    ignoreFiles: true,
    includeInactive,
    inline: inlineConfig,
    directives: { inline: inlineConfig, today: new Date().toISOString().slice(0, 10) },
    fix,
    fixes: () => true,
    errorOnUnmatchedPattern: true,
    warnIgnored: true,
    shown: (path) => path,
  };
}
