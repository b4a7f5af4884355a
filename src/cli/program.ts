import { Argument, Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { hint } from '../config/index.js';
import { passDown } from './command-options.js';
import { COMMANDS } from './commands.js';
import { isTopic, withHelp } from './help.js';
import {
  addColorOptions,
  addLintOptions,
  addRuleOptions,
  addScanOptions,
  addScorecardOptions,
  listFormat,
  pathsArgument,
} from './option-groups.js';
import type { InitOptions, LintOptions, ListOptions, ReportOptions, RulesOptions } from './options.js';
import { UsageError } from './usage.js';

/** The shells that a completion script exists for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The implementations of the subcommands. Each resolves to an exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  list(paths: readonly string[], options: ListOptions): Promise<number>;
  show(target: string, options: LintOptions): Promise<number>;
  report(paths: readonly string[], options: ReportOptions): Promise<number>;
  rules(options: RulesOptions): Promise<number>;
  explain(rule: string | undefined, options: RulesOptions): Promise<number>;
  init(options: InitOptions): Promise<number>;
  completion(shell: Shell, program: Command): Promise<number>;
}

/**
 * Defines the command line.
 * @param done called with the exit code of the subcommand that ran
 * @param topic the help topic, as returned by `helpTopic`
 */
export function programOf(actions: Actions, done: (code: number) => void, topic?: string): Command {
  const program = new Command('replylint')
    .exitOverride()
    .enablePositionalOptions()
    .usage('[options] [paths...]\n       replylint <command> [options]')
    .description('Check what reply templates and help-desk macros say to customers.')
    .showHelpAfterError('(run replylint --help for help)')
    .addArgument(pathsArgument());
  addLintOptions(program);
  program
    .optionsGroup('Help:')
    .version(`${packageJson.name} ${packageJson.version}`, '-v, --version', 'print the name and version')
    .helpOption('-h, --help', 'print help')
    .action(async (paths: string[], options: LintOptions) => done(await actions.lint(paths, options)));
  addRuleCommands(program, actions, done);
  addSetupCommands(program, actions, done);
  return withHelp(program.hook('preSubcommand', passDown), topic);
}

/** Adds the subcommands that list replies and rules. */
function addRuleCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  const list = program
    .command('list')
    .description('list replies with their form, intent and language')
    .addArgument(pathsArgument())
    .option('--skipped', 'list the skipped files, with the reason and what to do about it')
    .addOption(listFormat());
  addScanOptions(list).action(async (paths: string[], _: unknown, command: Command) =>
    done(await actions.list(paths, command.opts())),
  );

  addScanOptions(program.command('show').description('print replies as the customer reads them'))
    .argument('<path-or-id>', 'a file or folder, or the id of a reply')
    .action(async (target: string, _: unknown, command: Command) => done(await actions.show(target, command.opts())));

  addScanOptions(
    addScorecardOptions(
      program.command('report').description('show the state of the library: scores, trends, where to start'),
    ),
  )
    .addArgument(pathsArgument())
    .action(async (paths: string[], _: unknown, command: Command) => done(await actions.report(paths, command.opts())));

  addRuleOptions(program.command('rules').description('list the rules in the order of the service arc'))
    .option('--preset <name>', 'list only the rules in a preset')
    .option('--languages', 'list the languages in which each rule has phrases')
    .addOption(listFormat())
    .action(async (_: unknown, command: Command) => done(await actions.rules(command.opts())));

  const explain = program
    .command('explain')
    .description('print the page for a rule: what it asks for, why, and examples')
    .argument(
      '[rule]',
      'a rule, or the location of a finding, such as `macros/refund.md:8:3` (default: list all rules)',
    );
  addColorOptions(addRuleOptions(explain)).action(async (rule: string | undefined, _: unknown, command: Command) =>
    done(await actions.explain(rule, command.opts())),
  );
}

/** Adds the subcommands that set up replylint. */
function addSetupCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  program
    .command('init')
    .description('propose a configuration for this folder and write it')
    .option('-y, --yes', 'write the files without prompts')
    .option('--hook', 'also add a hook to .pre-commit-config.yaml')
    .option('--workflow', 'also add a GitHub workflow')
    .action(async (options: InitOptions) => done(await actions.init(options)));

  program
    .command('help')
    .description('print help for a command or topic')
    .argument('[topic]', 'a command, or a group of options such as `fixes`')
    .option('--all', 'print all options')
    .action((name: string | undefined) => helpOf(program, name));

  program
    .command('version')
    .description('print the version number')
    .action(() => program.configureOutput().writeOut?.(`${packageJson.version}\n`));

  program
    .command('completion')
    .description('print the completion script for bash, zsh or fish')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(async (shell: Shell) => done(await actions.completion(shell, program)));
}

/** @throws UsageError for an unknown command or topic */
function helpOf(program: Command, name: string | undefined): void {
  const command = program.commands.find((known) => known.name() === name);
  if (!command && name !== undefined && !isTopic(name, program))
    throw new UsageError(`help: unknown command "${name}"${hint(name, COMMANDS)}`);
  (command ?? program).outputHelp();
}
