import { resolve } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { type Config, validate } from '../config/index.js';
import type { ConfigLookup, SessionOptions } from '../lint/index.js';
import { repositoryOf } from '../read/index.js';
import { shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { changesFrom } from './changes.js';
import { threadsFrom } from './concurrency.js';
import { notice } from './notice.js';
import type { LintOptions } from './options.js';
import { UsageError } from './usage.js';
import { type CommandWorld, todayIn } from './world.js';

/**
 * Returns the options that a session needs to find and load files.
 * @throws ConfigError if `--rule` names an unknown rule or option
 */
export async function scanOptions(
  options: Omit<LintOptions, 'format'>,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<SessionOptions> {
  const { cwd, fs } = world;
  return {
    fs,
    cwd,
    rules,
    config: lookupFrom(options),
    today: todayIn(world),
    override: await overrideFrom(options.rule ?? []),
    ignorePatterns: options.ignorePattern,
    ignore: options.ignore,
    ignoreFiles: !options.untrusted,
    within: options.untrusted ? (repositoryOf(cwd, fs) ?? cwd) : undefined,
    // A configuration named on the command line applies to all files, so a faulty one must end the run.
    passOver: options.config === undefined,
    includeInactive: options.includeInactive,
    inlineConfig: (options.inlineConfig ?? true) && !options.untrusted,
    beforeLong: world.saveMemory,
  };
}

/**
 * Returns the options that a session needs to lint files, in addition to those for finding and loading them.
 * @throws UsageError, ConfigError
 */
export async function lintOptions(options: LintOptions, world: CommandWorld): Promise<Partial<SessionOptions>> {
  const { stdin, fix, fixDryRun, fixType } = options;
  const changes = await changesFrom(options, world);
  return {
    changes,
    cache: changes ? undefined : cacheFrom(options, world),
    threads: changes ? undefined : threadsFrom(options, world),
    reportUnused: options.reportUnusedDisableDirectives ? 'error' : undefined,
    fix: fix && !stdin ? 'apply' : fix || fixDryRun ? 'try' : 'no',
    fixes: ({ segment }) => fixType.length === 0 || (segment !== undefined && fixType.includes(segment)),
    ...noticeOptions(options, world),
  };
}

/** Returns which notices a session prints, and how. */
export function noticeOptions(
  { errorOnUnmatchedPattern, warnIgnored, debug }: Omit<LintOptions, 'format'>,
  world: CommandWorld,
): Partial<SessionOptions> {
  return {
    errorOnUnmatchedPattern,
    warnIgnored,
    shown: (path) => shownPath(path, world.cwd),
    debug: debug ? (line) => notice(line, world) : undefined,
  };
}

function lookupFrom({ config, configLookup, untrusted }: Omit<LintOptions, 'format'>): ConfigLookup {
  return { explicit: config, lookup: configLookup && !untrusted, trusted: !untrusted };
}

/** Returns the cache that `--cache` asks for. Not with `--fix`, which needs more than the findings of a file. */
function cacheFrom({ cache, cacheLocation, fix, fixDryRun, stdin }: LintOptions, { cwd, now }: CommandWorld) {
  if (!cache || fix || fixDryRun || stdin) return undefined;
  const location = cacheLocation ?? './';
  // A location that ends with a slash is treated as a folder, even if it does not exist.
  const path = `${resolve(cwd, location)}${/[\\/]$/.test(location) ? '/' : ''}`;
  return { path, version: packageJson.version, now: now().getTime() };
}

async function overrideFrom(written: readonly string[]): Promise<Config | undefined> {
  if (written.length === 0) return undefined;
  const { parse } = await import('../read/yaml.js');
  const rules: Record<string, unknown> = {};
  for (const one of written) {
    const spaced = one.trim().startsWith('{') ? one : one.replace(/^([\w/@-]+):\s*/, '$1: ');
    let value: unknown;
    try {
      value = parse(spaced);
    } catch {
      value = undefined;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new UsageError(`--rule ${one}: expected \`rule: severity\`, such as \`greeting: error\``);
    Object.assign(rules, value);
  }
  return validate({ rules }, '--rule');
}
