import { CommanderError } from 'commander';
import { safe } from '../report/index.js';
import { HELP_WIDTH, helpTopic } from './help.js';
import { checkDashes } from './mistyped.js';
import { type Actions, programOf } from './program.js';
import { EXIT } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * Parses a command line, and does what it says. Resolves to the exit code.
 * @throws UsageError, and what the actions throw
 */
export async function runProgram(args: readonly string[], actions: Actions, world: CommandWorld): Promise<number> {
  let code: number = EXIT.clean;
  const program = programOf(
    actions,
    (result) => {
      code = result;
    },
    helpTopic(args),
  ).configureOutput({
    getOutHelpWidth: () => HELP_WIDTH,
    getErrHelpWidth: () => HELP_WIDTH,
    writeOut: (text) => world.stdout.write(text),
    writeErr: (text) => world.stderr.write(text),
    outputError: (text, write) => write(errorText(text)),
  });
  for (const command of program.commands) command.configureOutput(program.configureOutput());
  checkDashes(args, program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.failed;
    throw error;
  }
  return code;
}

/** Commander’s message for a mistake, which quotes the user’s words verbatim. */
function errorText(text: string): string {
  const said = text.replace(/^error: /, '').replace(/(?<!\n)\n+$/, '');
  const meant = said.lastIndexOf('\n(Did you mean ');
  const end = meant >= 0 && !said.includes('\n', meant + 1) ? meant : said.length;
  return `replylint: ${safe(said.slice(0, end))}${end === said.length ? '' : `\n${safe(said.slice(end + 1))}`}\n`;
}
