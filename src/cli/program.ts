import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SEGMENTS } from '../model/reply.js';
import { FORMATS } from '../report/index.js';

/** The options of linting, as they are given. */
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
  /** How many threads. */
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

/** The options of the subcommands that look at rules. */
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

/** The options of `init`. */
export interface InitOptions {
  readonly yes?: boolean;
  readonly hook?: boolean;
  readonly workflow?: boolean;
}

/** What the subcommands do; each gives an exit code. */
export interface Actions {
  lint(paths: readonly string[], options: LintOptions): Promise<number>;
  list(paths: readonly string[], options: LintOptions & { readonly format: string }): Promise<number>;
  rules(options: RulesOptions): Promise<number>;
  explain(rule: string, options: RulesOptions): Promise<number>;
  init(options: InitOptions): Promise<number>;
  completion(shell: Shell, program: Command): Promise<number>;
}

/** The command line. `done` is told the exit code of the subcommand that ran. */
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

  finding(program)
    .argument('[paths...]', 'files, folders or patterns (default: the current folder)')
    .optionsGroup('Rules:')
    .option('--rule <rule>', 'set a rule, as `greeting: error` or `{"greeting": ["warn", {…}]}`', collected, [])
    .optionsGroup('Fixes:')
    .option('--fix', 'make the changes that are certain to be right')
    .option('--fix-dry-run', 'show them, and change nothing')
    .addOption(
      new Option('--fix-type <segment>', 'only those of rules of this segment')
        .argParser(collectedSegments)
        .default([]),
    )
    .optionsGroup('Findings to live with for now:')
    .option('--suppress-all', 'write all findings to the suppressions file')
    .option('--suppress-rule <rule>', 'write the findings of one rule to it', collected, [])
    .option('--prune-suppressions', 'take out of it what is found no more')
    .option('--suppressions-location <path>', 'the file (default: replylint-suppressions.json)')
    .optionsGroup('Comments in files:')
    .option('--no-inline-config', 'comments and front matter switch nothing off')
    .option('--report-unused-disable-directives', 'an unused directive is an error, not a warning')
    .optionsGroup('Results:')
    .option('--quiet', 'report errors only')
    .addOption(
      new Option('--max-warnings <count>', 'exit with 1 on more warnings than this')
        .argParser(wholeNumber)
        .default(-1, 'any number'),
    )
    .option('-f, --format <name>', `how to report: ${FORMATS.join(', ')}, or a formatter for ESLint`, 'stylish')
    .option(
      '-o, --output-file <path>',
      'write the report to a file; with `format:path` one more, in another format',
      collected,
      [],
    )
    .optionsGroup('Input:')
    .option('--since <ref>', 'only replies that have changed since this commit or branch')
    .option('--staged', 'only replies that have changed in what is staged, and as it is staged')
    .option('--stdin', 'lint the text given on standard input')
    .option('--stdin-filename <path>', 'the path that this text is to be taken for')
    .optionsGroup('Other:')
    .option('--cache', 'do not read files again that are as they were; not with --fix, --since or --staged')
    .option('--cache-location <path>', 'the file, or a folder for it (default: .replylintcache)')
    .option(
      '--concurrency <count>',
      'threads: a number, `auto` or `off`; one with --fix, --since, --staged, --cache, --stats',
      threads,
      1,
    )
    .option('--stats', 'say on standard error what took how long, by phase and by rule')
    .option('--print-config <path>', 'print what holds for a file, and stop')
    .action(async (paths: string[], options: LintOptions) => done(await actions.lint(paths, options)));

  finding(program.command('list').description('list the replies, and what they are taken for'))
    .argument('[paths...]')
    .addOption(new Option('-f, --format <name>', 'how to list').choices(['text', 'json']).default('text'))
    .action(async (paths: string[], _: unknown, command: Command) => done(await actions.list(paths, command.opts())));

  knowingRules(program.command('rules').description('list the rules, along the service arc'))
    .option('--preset <name>', 'only those of a preset')
    .option('--languages', 'in which languages each rule has phrases')
    .addOption(new Option('-f, --format <name>', 'how to list').choices(['text', 'json']).default('text'))
    .action(async (_: unknown, command: Command) => done(await actions.rules(command.opts())));

  knowingRules(program.command('explain').description('print the page of a rule: what it asks, why, and examples'))
    .argument('<rule>')
    .option('--color, --no-color', 'force or forbid color')
    .action(async (rule: string, _: unknown, command: Command) => done(await actions.explain(rule, command.opts())));

  program
    .command('init')
    .description('look at this folder, propose a configuration, and write it')
    .option('-y, --yes', 'write what is proposed, without asking')
    .option('--hook', 'add a hook to .pre-commit-config.yaml, too')
    .option('--workflow', 'add a GitHub workflow, too')
    .action(async (options: InitOptions) => done(await actions.init(options)));

  program
    .command('completion')
    .description('print what bash, zsh or fish needs to complete this command line')
    .addArgument(new Argument('<shell>').choices(SHELLS))
    .action(async (shell: Shell) => done(await actions.completion(shell, program)));

  return program;
}

/** Options of every subcommand that looks at rules: a configuration can bring rules of its own. */
function knowingRules(command: Command): Command {
  return command
    .option('-c, --config <path>', 'with the rules of this configuration')
    .option('--no-config-lookup', 'look for no configuration');
}

/** Options of every subcommand that looks for replies. */
function finding(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('-c, --config <path>', 'use this configuration for all files')
    .option('--no-config-lookup', 'look for no configuration')
    .optionsGroup('Input:')
    .option('--ignore-pattern <pattern>', 'leave out files that match', collected, [])
    .option('--no-ignore', 'heed no .replylintignore, .gitignore, nor the `ignores` of the configuration')
    .option('--include-inactive', 'look at replies that are switched off, too')
    .option('--no-error-on-unmatched-pattern', 'no error where a path leads to no reply')
    .option('--no-warn-ignored', 'say nothing of named files that are ignored')
    .option('--untrusted', 'of a tree that others wrote: no configuration but -c, no code, no links out of it')
    .optionsGroup('Other:')
    .option('--color, --no-color', 'force or forbid color')
    .option('--debug', 'say on standard error what is done, and why');
}

function collected(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function collectedSegments(value: string, values: readonly string[]): string[] {
  if (!(SEGMENTS as readonly string[]).includes(value))
    throw new InvalidArgumentError(`Allowed choices are ${SEGMENTS.join(', ')}.`);
  return [...values, value];
}

function threads(value: string): number | 'auto' {
  if (value === 'auto') return value;
  if (value === 'off') return 1;
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('Expected a number, `auto` or `off`.');
  return Number(value);
}

function wholeNumber(value: string): number {
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
