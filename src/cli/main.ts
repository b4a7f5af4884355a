import { nodeFileSystem } from '../lint/node-file-system.js';
import type { Rule } from '../rule/rule.js';
import { COMMANDS } from './commands.js';
import { failed } from './failed.js';
import { DEFAULTS } from './options.js';
import type { Actions } from './program.js';
import { EXIT } from './usage.js';
import type { CommandWorld, World } from './world.js';

export type { World } from './world.js';

/**
 * Runs the command with the given arguments and returns its exit code. Never throws.
 * @param rules the built-in rules
 */
export async function main(args: readonly string[], rules: readonly Rule[], outside: World): Promise<number> {
  const world: CommandWorld = {
    ...outside,
    clock: outside.clock ?? (() => performance.now()),
    fs: outside.fs ?? nodeFileSystem,
  };
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
  try {
    // The parser is loaded only if needed, because setting it up takes longer than linting a short text.
    if (!hasOptions(args)) return await actions.lint(args, DEFAULTS);
    const { runProgram } = await import('./run-program.js');
    return await runProgram(args, actions, world);
  } catch (error) {
    return failed(error, world, args.includes('--debug'));
  }
}

/** Returns false if the arguments are only paths. */
function hasOptions([first, ...others]: readonly string[]): boolean {
  return isCommand(first) || [first, ...others].some((arg) => arg?.startsWith('-'));
}

function isCommand(word: string | undefined): boolean {
  return COMMANDS.some((name) => name === word);
}
