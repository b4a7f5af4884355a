import { nodeFileSystem } from '../lint/node-file-system.js';
import { safe } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { failed } from './failed.js';
import { HELP_WIDTH, helpTopic } from './help.js';

import { checkDashes } from './mistyped.js';

import { type Actions, programOf } from './program.js';
import { EXIT } from './usage.js';
import type { CommandWorld, World } from './world.js';

export type { World } from './world.js';

/**
 * The command: arguments in, exit code out. Never throws.
 * @param rules the built-in rules
 */
export async function main(args: readonly string[], rules: readonly Rule[], outside: World): Promise<number> {
  const world: CommandWorld = {
    ...outside,
    clock: outside.clock ?? (() => performance.now()),
    fs: outside.fs ?? nodeFileSystem,
  };
  let code: number = EXIT.clean;
  const actions: Actions = {
    lint: async (paths, options) => (await import('./lint.js')).lint(paths, options, rules, world),
    list: async (paths, options) => (await import('./list.js')).list(paths, options, rules, world),
    show: async (target, options) => (await import('./show.js')).show(target, options, rules, world),
    report: async (paths, options) => (await import('./report.js')).report(paths, options, rules, world),
    rules: async (options) => (await import('./rules.js')).listRules(options, rules, world),
    init: async (options) => (await import('./init.js')).init(options, rules, world),
    completion: async (shell, command) => {
      const { completionFor } = await import('./completion/index.js');
      world.stdout.write(completionFor(shell, command, rules));
      return EXIT.clean;
    },
    explain: async (rule, options) => (await import('./rules.js')).explain(rule, options, rules, world),
  };
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
  try {
    checkDashes(args, program);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, world, args.includes('--debug'));
  }
}

/** Commander’s message for a mistake, which quotes the user’s words verbatim. */
function errorText(text: string): string {
  const [, error = text, meant = ''] = /^(?:error: )?(.*?)(\n\(Did you mean [^\n]*)?\n*$/s.exec(text) ?? [];
  return `replylint: ${safe(error)}${meant === '' ? '' : `\n${safe(meant.slice(1))}`}\n`;
}
