import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { SEGMENTS } from '../model/reply.js';
import { FORMATS } from '../report/index.js';
import { REPORT_FORMATS } from './report/targets.js';

/** Adds the options for linting, in groups, ordered by how often users need them. */
export function addLintOptions(program: Command): void {
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
  ])
    add(program);
}

/** Adds the options that choose the configuration. */
function addConfigurationOptions(program: Command): Command {
  return addRuleOption(addConfigFileOptions(program)).option(
    '--print-config <path>',
    'print the configuration for a file and exit',
  );
}

function addRuleOption(command: Command): Command {
  return command.option(
    '--rule <rule>',
    'set a rule, such as `greeting: error` or `{"greeting": ["warn", {…}]}`',
    append,
    [],
  );
}

/** Adds the options that choose the configuration file. */
function addConfigFileOptions(command: Command): Command {
  return addLookupOption(
    command.optionsGroup('Configuration:').option('-c, --config <path>', 'use this configuration for all files'),
  );
}

function addLookupOption(command: Command): Command {
  return command.option('--no-config-lookup', 'do not look for configuration files');
}

/** Adds the options for subcommands that search for replies. */
export function addScanOptions(command: Command): Command {
  return addTroubleshootingOptions(addFileOptions(addConfigFileOptions(command)));
}

/** Adds the options that change files. */
function addFixOptions(program: Command): Command {
  return program
    .optionsGroup('Fixes:')
    .option('--fix', 'fix findings automatically where the fix is safe')
    .option('--fix-dry-run', 'show the fixes as a diff without changing any files')
    .addOption(
      new Option('--fix-type <segment>', 'fix only findings from rules in this segment')
        .argParser(appendSegment)
        .default([]),
    );
}

/** Adds the options for reports and the exit code. */
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
        .default(-1, 'no limit'),
    );
}

/** Adds the options that select among the given files and replies. */
function addFileOptions(command: Command): Command {
  return command
    .optionsGroup('Files:')
    .option('--ignore-pattern <pattern>', 'ignore files that match this pattern', append, [])
    .option('--no-ignore', 'disable .replylintignore, .gitignore and the `ignores` setting')
    .option('--include-inactive', 'include inactive replies')
    .option('--no-error-on-unmatched-pattern', 'do not fail when a path or pattern matches no replies')
    .option('--no-warn-ignored', 'do not warn about named files that are ignored')
    .option(
      '--untrusted',
      'for files you do not trust: load no configuration except -c, run no code, ignore directives and settings in the files, do not follow links out of the folder',
    );
}

/** Adds the options that read the text from elsewhere, or lint only part of it. */
function addInputOptions(program: Command): Command {
  return program
    .optionsGroup('Files:')
    .option('--since <ref>', 'lint only replies that changed since this commit or branch')
    .option('--staged', 'lint only replies with staged changes, using the staged version')
    .option('--watch', 'lint changed files again, and print new and resolved findings')
    .option('--stdin', 'lint the text from standard input')
    .option('--stdin-filename <path>', 'treat standard input as if it were read from this file');
}

/** Adds the options for suppressions, which record accepted findings. */
function addSuppressionOptions(program: Command): Command {
  return program
    .optionsGroup('Suppressions:')
    .option('--suppress-all', 'add all findings to the suppressions file')
    .option('--suppress-rule <rule>', 'add the findings from one rule to the suppressions file', append, [])
    .option('--prune-suppressions', 'remove suppressions that no longer match a finding')
    .option(
      '--suppressions-location <path>',
      'path to the suppressions file (default: the nearest replylint-suppressions.json)',
    )
    .option('--no-suppressions', 'also report suppressed findings');
}

/** Adds the options for directives and front matter in the files. */
function addDirectiveOptions(program: Command): Command {
  return program
    .optionsGroup('Directives:')
    .option('--no-inline-config', 'ignore directives and settings in comments and front matter')
    .option('--report-unused-disable-directives', 'report unused directives as errors instead of warnings');
}

/** Adds the options that make a run faster. */
function addPerformanceOptions(program: Command): Command {
  return program
    .optionsGroup('Performance:')
    .option('--cache', 'skip files that have not changed since the last run (not with --fix, --since or --staged)')
    .option('--cache-location <path>', 'path to the cache file, or to a folder for it (default: .replylintcache)')
    .option(
      '--concurrency <count>',
      'number of threads, `off`, or `auto`: use threads for 2,000 files or 16 MB and up (always 1 with --fix, --since, --staged, --cache or --stats)',
      parseThreads,
      'auto',
    )
    .option('--stats', 'print the time per phase and per rule to standard error');
}

/** Adds the options that explain what replylint does, or that change how its output looks. */
function addTroubleshootingOptions(command: Command): Command {
  return addColorOptions(
    command.optionsGroup('Troubleshooting:').option('--debug', 'print what replylint does, and why, to standard error'),
  );
}

/** Adds the options that decide whether the output is in color. */
export function addColorOptions(command: Command): Command {
  return command.option('--color', 'force color').option('--no-color', 'disable color');
}

/** Adds the options for the scorecard. */
export function addScorecardOptions(command: Command): Command {
  const reporting = command
    .optionsGroup('Reports:')
    .addOption(
      new Option('-f, --format <name>', 'output format (default: from the file extension, or markdown)').choices(
        REPORT_FORMATS,
      ),
    )
    .option('-o, --output-file <path>', 'write the report to a file (.html, .md or .json) or `format:path`', append, [])
    .option('--compare <report-or-ref>', 'compare with an earlier JSON report, or with a commit or branch')
    .addOption(
      new Option('--concurrency <count>', 'number of threads, `auto` or `off`').argParser(parseThreads).default('auto'),
    );
  return addRuleOption(reporting.optionsGroup('Configuration:'));
}

/** Adds the options for subcommands that list rules, because a configuration can define its own rules. */
export function addRuleOptions(command: Command): Command {
  return addLookupOption(command.option('-c, --config <path>', 'include the rules from this configuration'));
}

/** Returns the argument of subcommands that search for replies. */
export function pathsArgument(): Argument {
  return new Argument('[paths...]', 'files, folders or patterns (default: the current folder)');
}

/** Returns the format option of subcommands that print a list. */
export function listFormat(): Option {
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
