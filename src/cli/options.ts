import type { ReportFormat } from './report/targets.js';

/** The linting options from the command line. */
export interface LintOptions {
  readonly config?: string;
  readonly configLookup: boolean;
  readonly rule: readonly string[];
  readonly quiet?: boolean;
  readonly maxWarnings: number;
  readonly format: string;
  readonly color?: boolean;
  readonly outputFile: readonly string[];
  readonly since?: string;
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly ignorePattern: readonly string[];
  readonly ignore: boolean;
  readonly includeInactive?: boolean;
  readonly printConfig?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly warnIgnored: boolean;
  readonly untrusted?: boolean;
  readonly stats?: boolean;
  /** The number of threads. */
  readonly concurrency: number | 'auto';
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly debug?: boolean;
  /** True to lint again after each change. */
  readonly watch?: boolean;
  readonly inlineConfig: boolean;
  readonly reportUnusedDisableDirectives?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType: readonly string[];
  readonly suppressAll?: boolean;
  readonly suppressRule: readonly string[];
  readonly pruneSuppressions?: boolean;
  /** False to also report suppressed findings. */
  readonly suppressions: boolean;
  readonly suppressionsLocation?: string;
}

/** The options that apply if the command line has none. */
export const DEFAULTS: LintOptions = {
  configLookup: true,
  rule: [],
  maxWarnings: -1,
  format: 'stylish',
  outputFile: [],
  ignorePattern: [],
  ignore: true,
  errorOnUnmatchedPattern: true,
  warnIgnored: true,
  concurrency: 'auto',
  inlineConfig: true,
  fixType: [],
  suppressRule: [],
  suppressions: true,
};

/** The options of the subcommands that list rules. */
export interface RulesOptions {
  readonly config?: string;
  readonly configLookup: boolean;
  readonly preset?: string;
  readonly languages?: boolean;
  readonly format: string;
  readonly color?: boolean;
}

/** The options of `list`. */
export interface ListOptions extends LintOptions {
  readonly skipped?: boolean;
}

/** The options of `report`. */
export interface ReportOptions extends Omit<LintOptions, 'format'> {
  readonly format?: ReportFormat;
  /** The path of a JSON report, or a commit. */
  readonly compare?: string;
}

/** The options of `init`. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly hook?: boolean;
  readonly workflow?: boolean;
}
