import { resolve } from 'node:path';
import { type Config, ConfigFinder, repositoryOf, validate } from '../config/index.js';
import type { RunOptions } from '../lint/index.js';
import type { Rule } from '../rule/rule.js';
import type { LintOptions } from './program.js';
import { UsageError } from './usage.js';
import type { World } from './world.js';

/** The options of the command line as a run wants them. @throws ConfigError for a `--rule` that says nothing known */
export async function runOptions(options: LintOptions, rules: readonly Rule[], world: World): Promise<RunOptions> {
  const { cwd } = world;
  const override = await overrideFrom(options.rule ?? []);
  return {
    cwd,
    rules,
    configs: new ConfigFinder(cwd, lookupOf(options)),
    ...(override && { override }),
    ignorePatterns: options.ignorePattern,
    ignore: options.ignore,
    ignoreFiles: !options.untrusted,
    ...(options.untrusted && { within: repositoryOf(cwd) ?? cwd }),
    includeInactive: options.includeInactive ?? false,
    inline: options.inlineConfig !== false,
    ...(world.saveMemory && { beforeLong: world.saveMemory }),
  };
}

/** Which configurations are looked for, and whether they may run code. */
export function lookupOf({ config, configLookup, untrusted }: LintOptions) {
  return { explicit: config, lookup: configLookup && !untrusted, trusted: !untrusted };
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

/** The paths to look at. @throws UsageError for an empty one, which an unset shell variable gives */
export function pathsFrom(paths: readonly string[]): readonly string[] {
  if (paths.includes('')) throw new UsageError('an empty path was given: is a shell variable not set?');
  return paths.length === 0 ? ['.'] : paths;
}

/** Where a text from standard input is taken to stand. */
export function stdinPath({ stdinFilename = 'stdin.md' }: LintOptions, { cwd }: World): string {
  return resolve(cwd, stdinFilename);
}

/** @throws UsageError for more than a text can be */
export async function stdinText({ stdin }: World): Promise<string> {
  try {
    return await stdin();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STRING_TOO_LONG') throw error;
    throw new UsageError('--stdin: the text is too long to be read at once; name its file');
  }
}

/** Whether to color: the flags, then NO_COLOR, then FORCE_COLOR, then the terminal. */
export function wantsColor(args: { readonly color?: boolean }, { env, stdout }: World): boolean {
  if (args.color !== undefined) return args.color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return stdout.isTTY && env.TERM !== 'dumb';
}
