import { resolve } from 'node:path';
import { hint, OWN_FINDINGS } from '../config/index.js';
import type { Rule } from '../rule/rule.js';
import { checkCommand } from './mistyped.js';
import type { LintOptions } from './options.js';
import { checkUntrusted } from './untrusted.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * @throws UsageError for options that exclude each other, that have no effect on their own, or that name an unknown
 * rule
 */
export function checkOptions(options: LintOptions, rules: readonly Rule[]): void {
  checkTogether(options);
  checkSuppressions(options);
  checkAlone(options);
  checkUntrusted(options);
  checkRules(options.suppressRule, rules);
}

/** @throws UsageError for paths together with `--stdin`, and for a first path that is a mistyped command */
export function checkPaths(paths: readonly string[], options: LintOptions, { cwd, fs }: CommandWorld): void {
  if (options.stdin && paths.length > 0) throw new UsageError('--stdin takes no paths');
  const isMissing = (path: string) => path !== '' && !fs.exists(resolve(cwd, path));
  if (paths.includes('-') && isMissing('-'))
    throw new UsageError('-: no such file or folder; to lint standard input, use --stdin');
  const [first] = paths;
  if (first !== undefined && options.errorOnUnmatchedPattern && isMissing(first)) checkCommand(first);
}

function checkTogether({ fix, fixDryRun, suppressAll, suppressRule, ...options }: LintOptions): void {
  const { pruneSuppressions } = options;
  if (fix && fixDryRun) throw new UsageError('--fix and --fix-dry-run cannot be used together');
  if (suppressAll && suppressRule.length > 0)
    throw new UsageError('--suppress-all and --suppress-rule cannot be used together');
  if (pruneSuppressions && (suppressAll || suppressRule.length > 0))
    throw new UsageError('--prune-suppressions cannot be used with --suppress-all or --suppress-rule');
}

/** @throws UsageError for `--no-suppressions` together with options that need them */
function checkSuppressions({ suppressions, ...options }: LintOptions): void {
  if (suppressions) return;
  const given = [
    options.suppressAll && '--suppress-all',
    options.suppressRule.length > 0 && '--suppress-rule',
    options.pruneSuppressions && '--prune-suppressions',
    options.suppressionsLocation !== undefined && '--suppressions-location',
  ].find((option) => option);
  if (given) throw new UsageError(`--no-suppressions and ${given} cannot be used together`);
}

/** Rejects an option that only modifies another one if the other one is missing. */
function checkAlone({ stdin, stdinFilename, fix, fixDryRun, fixType, cache, cacheLocation }: LintOptions): void {
  const fail = (option: string, other: string) => {
    throw new UsageError(`${option} requires ${other}`);
  };
  if (stdinFilename !== undefined && !stdin) fail('--stdin-filename', '--stdin');
  if (fixType.length > 0 && !fix && !fixDryRun) fail('--fix-type', '--fix or --fix-dry-run');
  if (cacheLocation !== undefined && !cache) fail('--cache-location', '--cache');
}

/**
 * Checks rule ids, except those with a slash, because they can come from a configuration or plug-in that is not loaded
 * yet.
 */
function checkRules(names: readonly string[], rules: readonly Rule[]): void {
  const known = [...rules.map(({ id }) => id), ...Object.keys(OWN_FINDINGS)];
  for (const name of names)
    if (!name.includes('/') && !known.includes(name))
      throw new UsageError(`--suppress-rule: unknown rule "${name}"${hint(name, known)}`);
}
