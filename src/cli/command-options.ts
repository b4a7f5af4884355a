import type { Command, Option } from 'commander';
import { UsageError } from './usage.js';

/**
 * Passes options that precede a subcommand to that subcommand, so that `replylint -c a.json list` means `replylint list
 * -c a.json`. An option after the subcommand takes precedence.
 * @throws UsageError for an option that the subcommand does not have, or a value that it does not accept
 */
export function passDown(program: Command, command: Command): void {
  for (const option of program.options) {
    const name = option.attributeName();
    const value: unknown = program.getOptionValue(name);
    if (program.getOptionValueSource(name) !== 'cli' || option.negate !== (value === false)) continue;
    const own = command.options.find(({ long }) => long === option.long);
    if (!own) throw new UsageError(`${option.long} cannot be used with \`${command.name()}\``);
    checkChoice(own, value, command);
    command.setOptionValueWithSource(name, value, 'cli');
  }
}

function checkChoice({ long, argChoices }: Option, value: unknown, command: Command): void {
  if (argChoices && !argChoices.includes(String(value)))
    throw new UsageError(`${long} ${value}: \`${command.name()}\` accepts only ${argChoices.join(' and ')}`);
}
