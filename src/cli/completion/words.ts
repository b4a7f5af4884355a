import type { Argument, Command, Option } from 'commander';
import { SEGMENTS } from '../../model/reply.js';
import { FORMATS } from '../../report/index.js';
import { PRESETS, type Rule } from '../../rule/rule.js';
import { COMMANDS } from '../commands.js';

/** What the shell can complete: one of several words, a path, or nothing in particular. */
export type Values = readonly string[] | 'files' | 'anything';

/** An option of a command, with its spellings. Its value is undefined if the option takes none. */
export interface Flag {
  readonly spellings: readonly string[];
  readonly description: string;
  readonly values: Values | undefined;
}

/** A command in the form that the completion scripts need. */
export interface Completable {
  /** The name of the subcommand. Empty for the program itself. */
  readonly name: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  readonly argument: Values | undefined;
}

/** Returns the program and its subcommands, in this order, read from the definition of the program. */
export function completables(program: Command, rules: readonly Rule[]): readonly Completable[] {
  const ids = rules.map(({ id }) => id);
  return [program, ...program.commands].map((command) => {
    const [argument] = command.registeredArguments;
    return {
      name: command === program ? '' : command.name(),
      description: command.description(),
      flags: command
        .createHelp()
        .visibleOptions(command)
        .map((option) => ({
          spellings: [option.short, option.long].filter((spelling) => spelling !== undefined),
          description: option.description,
          values: option.required || option.optional ? valuesOf(option, ids) : undefined,
        })),
      argument: argument && argumentOf(argument, ids),
    };
  });
}

function valuesOf({ argChoices, long, flags }: Option, ids: readonly string[]): Values {
  if (argChoices) return argChoices;
  if (long === '--format') return FORMATS;
  if (long === '--preset') return PRESETS;
  if (/<segment>/.test(flags)) return SEGMENTS;
  if (/<rule>/.test(flags)) return ids;
  return /<(?:path|file)>/.test(flags) ? 'files' : 'anything';
}

function argumentOf(argument: Argument, ids: readonly string[]): Values {
  if (argument.name() === 'topic') return COMMANDS;
  return argument.argChoices ?? (argument.name() === 'rule' ? ids : 'files');
}
