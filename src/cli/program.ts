import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SEGMENTS } from '../model/reply.js';
import { FORMATS } from '../report/index.js';
import { withHelp } from './help.js';

/** The options of linting, as given on the command line. */
export interface LintOptions {
  readonly config?: string;
  readonly configLookup: boolean;
  readonly rule: readonly string[];
  readonly quiet?: boolean;
  readonly maxWarnings: number;
  readonly format: string;
  readonly outputFile: readonly string[];
  readonly since?: string;
  readonly staged?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly ignorePattern: readonly string[];
  readonly ignore: boolean;
  readonly includeInactive?: boolean;
  readonly printConfig?: string;
  readonly errorOnUnmatchedPattern: boolean;
  readonly warnIgnored: boolean;
  readonly untrusted?: boolean;
  readonly stats?: boolean;
  /** The number of threads. */
  readonly concurrency: number | 'auto';
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly debug?: boolean;
  readonly inlineConfig: boolean;
  readonly reportUnusedDisableDirectives?: boolean;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly fixType: readonly string[];
  readonly suppressAll?: boolean;
  readonly suppressRule: readonly string[];
  readonly pruneSuppressions?: boolean;
  readonly suppressionsLocation?: string;
}

/** The options of the subcommands that list rules. */
export interface RulesOptions {
  readonly config?: string;
  readonly configLookup: boolean;
  readonly preset?: string;
  readonly languages?: boolean;
  readonly format: string;
  readonly color?: boolean;
}

/** The shells that can complete the command line. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The options of `list`. */
export interface ListOptions extends LintOptions {
  readonly skipped?: boolean;
}

/** The options of `init`. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly hook?: boolean;
  readonly workflow?: boolean;
}

/** What the subcommands do. Each resolves to an exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  list(paths: readonly string[], options: ListOptions): Promise<number>;
  show(target: string, options: LintOptions): Promise<number>;
  rules(options: RulesOptions): Promise<number>;
  explain(rule: string | undefined, options: RulesOptions): Promise<number>;
  init(options: InitOptions): Promise<number>;
  completion(shell: Shell, program: Command): Promise<number>;
}

/**
 * The command line.
 * @param done called with the exit code of the subcommand that ran
 * @param topic the help topic, if help is asked for: a group of options, or `all`; undefined for the first page
 */
export function programOf(actions: Actions, done: (code: number) => void, topic?: string): Command {
  const program = new Command('replylint')
    .exitOverride()
    .enablePositionalOptions()
    .usage('[options] [paths...]\n       replylint <command> [options]')
    .description('Check what reply templates and help-desk macros say to customers.')
    .showHelpAfterError('(run replylint --help for help)')
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)');
  for (const add of [
    addConfigurationOptions,
    addFixOptions,
    addReportOptions,
    addFileOptions,
    addInputOptions,
    addSuppressionOptions,
    addDirectiveOptions,
    addPerformanceOptions,
    addTroubleshootingOptions,
    addHelpOptions,
  ])
    add(program);
  program.action(async (paths: string[], options: LintOptions) => done(await actions.lint(paths, options)));
  addRuleCommands(program, actions, done);
  addSetupCommands(program, actions, done);
  return withHelp(program, topic);
}

/** The options that choose the configuration. */
function addConfigurationOptions(program: Command): Command {
  return addConfigFileOptions(program)
    .option('--rule <rule>', 'set a rule, as `greeting: error` or `{"greeting": ["warn", {…}]}`', append, [])
    .option('--print-config <path>', 'print the configuration for a file and exit');
}

/** The options that choose the configuration file. */
function addConfigFileOptions(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('-c, --config <path>', 'use this configuration for all files')
    .option('--no-config-lookup', 'do not look for configuration files');
}

/** The options of the subcommands that search for replies. */
function addScanOptions(command: Command): Command {
  return addTroubleshootingOptions(addFileOptions(addConfigFileOptions(command)));
}

/** The options that change files. */
function addFixOptions(program: Command): Command {
  return program
    .optionsGroup('Fixes:')
    .option('--fix', 'fix findings automatically where the fix is safe')
    .option('--fix-dry-run', 'show the fixes as a diff; change no file')
    .addOption(
      new Option('--fix-type <segment>', 'fix only findings of rules in this segment')
        .argParser(appendSegment)
        .default([]),
    );
}

/** The options for reports and the exit code. */
function addReportOptions(program: Command): Command {
  return program
    .optionsGroup('Reports:')
    .option('-f, --format <name>', `report format: ${FORMATS.join(', ')}, or an ESLint formatter`, 'stylish')
    .option(
      '-o, --output-file <path>',
      'write the report to a file; `format:path` adds a report in another format',
      append,
      [],
    )
    .option('--quiet', 'report errors only')
    .addOption(
      new Option('--max-warnings <count>', 'exit with 1 if there are more warnings than this')
        .argParser(parseWholeNumber)
        .default(-1, 'any number'),
    );
}

/** The options that choose among the files and replies that a command is given. */
function addFileOptions(command: Command): Command {
  return command
    .optionsGroup('Files:')
    .option('--ignore-pattern <pattern>', 'ignore files that match', append, [])
    .option('--no-ignore', 'disable .replylintignore, .gitignore and the `ignores` setting')
    .option('--include-inactive', 'include inactive replies')
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path or pattern matches no replies')
    .option('--no-warn-ignored', 'do not warn about named files that are ignored')
    .option(
      '--untrusted',
      'for files you do not trust: load no configuration except -c, run no code, follow no links out of the folder',
    );
}

/** The options that take the text from elsewhere, or only a part of it. */
function addInputOptions(program: Command): Command {
  return program
    .optionsGroup('Files:')
    .option('--since <ref>', 'lint only replies that changed since this commit or branch')
    .option('--staged', 'lint only replies with staged changes, in their staged version')
    .option('--stdin', 'lint the text from standard input')
    .option('--stdin-filename <path>', 'treat the text from standard input as this file');
}

/** The options for the list of findings that are accepted for now. */
function addSuppressionOptions(program: Command): Command {
  return program
    .optionsGroup('Suppressions:')
    .option('--suppress-all', 'add all findings to the suppressions file')
    .option('--suppress-rule <rule>', 'add the findings of one rule to the suppressions file', append, [])
    .option('--prune-suppressions', 'remove suppressions that no longer match a finding')
    .option('--suppressions-location <path>', 'path of the suppressions file (default: replylint-suppressions.json)');
}

/** The options for comments and front matter in the files. */
function addDirectiveOptions(program: Command): Command {
  return program
    .optionsGroup('Directives:')
    .option('--no-inline-config', 'ignore directives and settings in comments and front matter')
    .option('--report-unused-disable-directives', 'report an unused directive as an error, not as a warning');
}

/** The options that make a run faster. */
function addPerformanceOptions(program: Command): Command {
  return program
    .optionsGroup('Performance:')
    .option('--cache', 'skip files that have not changed since the last run (not with --fix, --since or --staged)')
    .option('--cache-location <path>', 'path of the cache, or a folder for it (default: .replylintcache)')
    .option(
      '--concurrency <count>',
      'threads: a number, `auto` or `off`; one with --fix, --since, --staged, --cache or --stats',
      parseThreads,
      1,
    )
    .option('--stats', 'print the time per phase and per rule to standard error');
}

/** The options that say what replylint does, and how that looks. */
function addTroubleshootingOptions(command: Command): Command {
  return command
    .optionsGroup('Troubleshooting:')
    .option('--debug', 'print what replylint does, and why, to standard error')
    .option('--color, --no-color', 'force or disable color');
}

/** The subcommands that list replies and rules. */
function addRuleCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  const list = program
    .command('list')
    .description('list the replies with their form, intent and language')
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)')
    .option('--skipped', 'list the skipped files, with the reason and what to do about it')
    .addOption(listFormat());
  addScanOptions(list).action(async (paths: string[], _: unknown, command: Command) =>
    done(await actions.list(paths, command.opts())),
  );

  addScanOptions(program.command('show').description('print replies as the customer reads them'))
    .argument('<path-or-id>', 'a file or folder, or the id of a reply')
    .action(async (target: string, _: unknown, command: Command) => done(await actions.show(target, command.opts())));

  addRuleOptions(program.command('rules').description('list the rules, along the service arc'))
    .option('--preset <name>', 'list only the rules of a preset')
    .option('--languages', 'list the languages in which each rule has phrases')
    .addOption(listFormat())
    .action(async (_: unknown, command: Command) => done(await actions.rules(command.opts())));

  addRuleOptions(
    program.command('explain').description('print the page of a rule: what it asks for, why, and examples'),
  )
    .argument('[rule]', 'the id of a rule (default: list the rules)')
    .option('--color, --no-color', 'force or disable color')
    .action(async (rule: string | undefined, _: unknown, command: Command) =>
      done(await actions.explain(rule, command.opts())),
    );
}

/** The subcommands that set replylint up. */
function addSetupCommands(program: Command, actions: Actions, done: (code: number) => void): void {
  program
    .command('init')
    .description('propose a configuration for this folder, and write it')
    .option('-y, --yes', 'write the files without prompts')
    .option('--hook', 'also add a hook to .pre-commit-config.yaml')
    .option('--workflow', 'also add a GitHub workflow')
    .action(async (options: InitOptions) => done(await actions.init(options)));

  program
    .command('completion')
    .description('print the completion script for bash, zsh or fish')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(async (shell: Shell) => done(await actions.completion(shell, program)));
}

function addHelpOptions(program: Command): Command {
  return program
    .optionsGroup('Help:')
    .version(`${packageJson.name} ${packageJson.version}`, '-v, --version', 'print the name and version')
    .helpOption('-h, --help', 'print help');
}

/** The options of the subcommands that list rules: a configuration can define its own rules. */
function addRuleOptions(command: Command): Command {
  return command
    .option('-c, --config <path>', 'include the rules of this configuration')
    .option('--no-config-lookup', 'do not look for configuration files');
}

function listFormat(): Option {
  return new Option('-f, --format <name>', 'output format').choices(['text', 'json']).default('text');
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
