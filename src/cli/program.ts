import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { hint } from '../config/index.js';
import { SEGMENTS } from '../model/reply.js';
import { FORMATS } from '../report/index.js';
import { passDown } from './command-options.js';
import type { InitOptions, LintOptions, ListOptions, RulesOptions } from './options.js';
import { UsageError } from './usage.js';

export type * from './options.js';

/** The shells that can complete the command line. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The names of the subcommands. */
export const COMMANDS = ['list', 'show', 'rules', 'explain', 'init', 'version', 'completion', 'help'] as const;

/** What the subcommands do. Each resolves to an exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  list(paths: readonly string[], options: ListOptions): Promise<number>;
  show(target: string, options: LintOptions): Promise<number>;
  rules(options: RulesOptions): Promise<number>;
  explain(rule: string, options: RulesOptions): Promise<number>;
  init(options: InitOptions): Promise<number>;
  completion(shell: Shell, program: Command): Promise<number>;
}

/** The command line. @param done called with the exit code of the subcommand that ran */
export function programOf(actions: Actions, done: (code: number) => void): Command {
  const program = new Command('replylint')
    .exitOverride()
    .enablePositionalOptions()
    .description(
      'Lints reply templates and help-desk macros: what a support team says, checked against service principles.',
    )
    .version(packageJson.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('(run replylint --help for all options)')
    .addHelpText('after', EPILOGUE);
  addScanOptions(program).argument('[paths...]', 'files, folders or patterns (default: the current folder)');
  for (const add of [addFindingOptions, addReportOptions, addInputOptions, addRunOptions]) add(program);
  program.action(async (paths: string[], options: LintOptions) => done(await actions.lint(paths, options)));
  addRuleCommands(program, actions, done);
  addSetupCommands(program, actions, done);
  return program.hook('preSubcommand', passDown);
}

/** The options that decide which findings are reported, fixed or suppressed. */
function addFindingOptions(program: Command): Command {
  return program
    .optionsGroup('Rules:')
    .option('--rule <rule>', 'set a rule, as `greeting: error` or `{"greeting": ["warn", {…}]}`', append, [])
    .optionsGroup('Fixes:')
    .option('--fix', 'make the changes that are certain to be right')
    .option('--fix-dry-run', 'show them, and change nothing')
    .addOption(
      new Option('--fix-type <segment>', 'only those of rules of this segment').argParser(appendSegment).default([]),
    )
    .optionsGroup('Findings to live with for now:')
    .option('--suppress-all', 'write all findings to the suppressions file')
    .option('--suppress-rule <rule>', 'write the findings of one rule to it', append, [])
    .option('--prune-suppressions', 'take out of it what is found no more')
    .option('--suppressions-location <path>', 'the file (default: the nearest replylint-suppressions.json)')
    .option('--no-suppressions', 'report what it lists, too')
    .optionsGroup('Comments in files:')
    .option('--no-inline-config', 'comments and front matter switch nothing off')
    .option('--report-unused-disable-directives', 'an unused directive is an error, not a warning');
}

/** The options for reports. */
function addReportOptions(program: Command): Command {
  return program
    .optionsGroup('Results:')
    .option('--quiet', 'report errors only')
    .addOption(
      new Option('--max-warnings <count>', 'exit with 1 on more warnings than this')
        .argParser(parseWholeNumber)
        .default(-1, 'any number'),
    )
    .option('-f, --format <name>', `how to report: ${FORMATS.join(', ')}, or a formatter for ESLint`, 'stylish')
    .option(
      '-o, --output-file <path>',
      'write the report to a file; with `format:path` one more, in another format',
      append,
      [],
    );
}

/** The options that choose the input. */
function addInputOptions(program: Command): Command {
  return program
    .optionsGroup('Input:')
    .option('--since <ref>', 'only replies that have changed since this commit or branch')
    .option('--staged', 'only replies that have changed in what is staged, and as it is staged')
    .option('--stdin', 'lint the text given on standard input')
    .option('--stdin-filename <path>', 'the path that this text is to be taken for');
}

/** The options for how to run. */
function addRunOptions(program: Command): Command {
  return program
    .optionsGroup('Other:')
    .option('--cache', 'do not read files again that are as they were; not with --fix, --since or --staged')
    .option('--cache-location <path>', 'the file, or a folder for it (default: .replylintcache)')
    .option(
      '--concurrency <count>',
      'threads: a number, `auto` or `off`; one with --fix, --since, --staged, --cache, --stats',
      parseThreads,
      1,
    )
    .option('--stats', 'say on standard error what took how long, by phase and by rule')
    .option('--print-config <path>', 'print what holds for a file, and stop');
}

/** The subcommands that list replies and rules. */
function addRuleCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  addScanOptions(program.command('list').description('list the replies, and what they are taken for'))
    .argument('[paths...]')
    .option('--skipped', 'list the skipped files, with the reason and what to do about it')
    .addOption(new Option('-f, --format <name>', 'how to list').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], _: unknown, command: Command) => done(await actions.list(paths, command.opts())));

  addScanOptions(program.command('show').description('print replies as the customer reads them'))
    .argument('<path-or-id>', 'a file or folder, or the id of a reply')
    .action(async (target: string, _: unknown, command: Command) => done(await actions.show(target, command.opts())));

  addConfigOptions(program.command('rules').description('list the rules, along the service arc'))
    .option('--preset <name>', 'only those of a preset')
    .option('--languages', 'in which languages each rule has phrases')
    .addOption(new Option('-f, --format <name>', 'how to list').choices(['text', 'json']).default('text'))
    .action(async (_: unknown, command: Command) => done(await actions.rules(command.opts())));

  addConfigOptions(program.command('explain').description('print the page of a rule: what it asks, why, and examples'))
    .argument('<rule>')
    .option('--color', 'force color')
    .option('--no-color', 'forbid color')
    .action(async (rule: string, _: unknown, command: Command) => done(await actions.explain(rule, command.opts())));
}

/** The subcommands that set replylint up. */
function addSetupCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  program
    .command('init')
    .description('look at this folder, propose a configuration, and write it')
    .option('-y, --yes', 'write what is proposed, without asking')
    .option('--hook', 'add a hook to .pre-commit-config.yaml, too')
    .option('--workflow', 'add a GitHub workflow, too')
    .action(async (options: InitOptions) => done(await actions.init(options)));

  program
    .command('help')
    .description('print the help of a command')
    .argument('[command]')
    .action((name: string | undefined) => helpOf(program, name));

  program
    .command('version')
    .description('print the version')
    .action(() => program.configureOutput().writeOut?.(`${packageJson.version}\n`));

  program
    .command('completion')
    .description('print what bash, zsh or fish needs to complete this command line')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(async (shell: Shell) => done(await actions.completion(shell, program)));
}

/** @throws UsageError for an unknown command */
function helpOf(program: Command, name: string | undefined): void {
  const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
  if (!command) throw new UsageError(`help: unknown command "${name}"${hint(name, COMMANDS)}`);
  command.outputHelp();
}

/** The options of the subcommands that list rules: a configuration can have rules of its own. */
function addConfigOptions(command: Command): Command {
  return command
    .option('-c, --config <path>', 'with the rules of this configuration')
    .option('--no-config-lookup', 'look for no configuration');
}

/** The options of the subcommands that search for replies. */
function addScanOptions(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('-c, --config <path>', 'use this configuration for all files')
    .option('--no-config-lookup', 'look for no configuration')
    .optionsGroup('Input:')
    .option('--ignore-pattern <pattern>', 'leave out files that match', append, [])
    .option('--no-ignore', 'heed no .replylintignore, .gitignore, nor the `ignores` of the configuration')
    .option('--include-inactive', 'look at replies that are switched off, too')
    .option('--no-error-on-unmatched-pattern', 'no error where a path leads to no reply')
    .option('--no-warn-ignored', 'say nothing of named files that are ignored')
    .option(
      '--untrusted',
      'of a tree that others wrote: no configuration but -c, no code, no comments or front matter that switch something off, no links out of it',
    )
    .optionsGroup('Other:')
    .option('--color', 'force color')
    .option('--no-color', 'forbid color')
    .option('--debug', 'say on standard error what is done, and why');
}

function append(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function appendSegment(value: string, values: readonly string[]): string[] {
  if (!(SEGMENTS as readonly string[]).includes(value))
    throw new InvalidArgumentError(`Allowed choices are ${SEGMENTS.join(', ')}.`);
  return [...values, value];
}

function parseThreads(value: string): number | 'auto' {
  if (value === 'auto') return value;
  if (value === 'off') return 1;
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('Expected a number, `auto` or `off`.');
  return Number(value);
}

function parseWholeNumber(value: string): number {
  if (!/^-?\d+$/.test(value)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(value);
}

const EPILOGUE = `
Examples:
  $ replylint macros/                     lint a folder
  $ replylint zendesk-macros.json         lint an export
  $ replylint -o sarif:replies.sarif      report for people, and for code scanning
  $ replylint list macros/                see what is found there, and what it is taken for
  $ replylint explain no-blame-shifting   why a rule is there, with examples

Exit codes:
  0  nothing to report (warnings are allowed up to --max-warnings)
  1  at least one error, or more warnings than allowed
  2  bad usage or configuration, nothing to check, a file that could not be checked,
     or a report that could not be written`;
