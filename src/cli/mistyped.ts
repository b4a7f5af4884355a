import type { Command } from 'commander';
import { nearestOf } from '../config/index.js';
import { COMMANDS } from './commands.js';
import { UsageError } from './usage.js';

/**
 * Words that users try as subcommands, mapped to what they probably meant. Without this list, replylint would lint them
 * as paths.
 */
const MEANT: Readonly<Record<string, string>> = {
  fix: 'to fix findings, use `replylint --fix [paths…]`',
  format: 'to fix findings, use `replylint --fix [paths…]`',
  stats: 'use `replylint --stats [paths…]`',
  config: 'to see the configuration for a file, use `replylint --print-config <path>`',
  ...Object.fromEntries(
    ['lint', 'check', 'run', 'scan', 'test', 'validate', 'verify'].map((word) => [
      word,
      'to lint, leave out the command: `replylint [paths…]`',
    ]),
  ),
};

/**
 * Checks whether a path is a mistyped subcommand.
 * @param path the first path, which does not exist
 * @throws UsageError if the path resembles a subcommand or a common word for one
 */
export function checkCommand(path: string): void {
  // A name with a dot or a slash is clearly a path.
  if (!/^[a-z]+$/i.test(path)) return;
  const word = path.toLowerCase();
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : undefined;
  if (meant !== undefined) throw new UsageError(`${path}: no such command, file or folder; ${meant}`);
  const nearest = nearestOf(word, COMMANDS);
  if (nearest !== undefined)
    throw new UsageError(`${path}: no such command, file or folder; did you mean \`${nearest}\`?`);
}

/**
 * Rejects long options with a single dash, such as `-fix`, which would be parsed as `-f ix`, and options in place of
 * another option’s value, as in `--print-config -c a.json`.
 * @throws UsageError for the first one
 */
export function checkDashes(args: readonly string[], program: Command): void {
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const names = new Set([...options.map(({ long }) => long), '--help', '--version']);
  const flags = new Set([...names, ...options.map(({ short }) => short), '-h', '-v']);
  const withValue = new Map(
    options
      .filter(({ required }) => required)
      .flatMap((option) => [option.short, option.long].map((flag) => [flag, option])),
  );
  for (const [index, arg] of args.entries()) {
    if (arg === '--') return;
    const next = args[index + 1]?.replace(/=.*/s, '');
    const option = withValue.get(arg);
    if (option && flags.has(next))
      throw new UsageError(`${arg} ${next}: expected ${option.flags.replace(/^.*</, '<')} after ${arg}, not an option`);
    const [, name] = /^-([a-z][a-z-]+)(?:=|$)/.exec(arg) ?? [];
    if (name !== undefined && names.has(`--${name}`))
      throw new UsageError(`-${name}: long options have two dashes; did you mean \`--${name}\`?`);
  }
}
