import { type Command, Help, type Option } from 'commander';

/** The width in columns at which help text wraps. */
export const HELP_WIDTH = 80;

/** The options on the first help page, in this order. They are the ones that most users need. */
const FIRST = ['--fix', '--format', '--config', '--rule', '--max-warnings'];
const FIRST_HEADING = 'Options:';
const ALL = 'all';
/** The topic that stands for the first help page. */
const FIRST_PAGE = '';

const plain = new Help();

/**
 * Returns the topic that the user requests help for.
 * @returns `all` for `--help --all`; otherwise the word after `--help` or `help`, or an empty string if there is none;
 * undefined if help was not requested
 */
export function helpTopic(args: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  if (own[0] === 'help') return own.includes(`--${ALL}`) ? ALL : (own[1] ?? FIRST_PAGE);
  const at = own.findIndex((arg) => arg === '--help' || arg === '-h');
  if (at < 0) return undefined;
  return own.includes(`--${ALL}`) ? ALL : (own[at + 1] ?? FIRST_PAGE);
}

/**
 * Sets up the help of a program: a first page with the most common options, one page per group of options, and one page
 * with all options.
 * @param topic the topic from `helpTopic`; undefined leaves the program unchanged
 */
export function withHelp(program: Command, topic: string | undefined): Command {
  if (topic === undefined) return program;
  const topics = topicsOf(program);
  const page = pageOf(topic, topics);
  program.configureHelp({
    optionDescription,
    subcommandTerm,
    visibleCommands: ({ commands }) => (page === FIRST_PAGE || page === ALL ? [...commands] : []),
    visibleOptions: (command) => (command === program ? optionsOn(page, program) : plain.visibleOptions(command)),
  });
  for (const command of program.commands) command.configureHelp(program.configureHelp());
  return program.addHelpText('after', () => footOf(page, topics));
}

/** Returns true for the name of an option group, or the start of such a name. */
export function isTopic(word: string, program: Command): boolean {
  return pageOf(word, topicsOf(program)) !== FIRST_PAGE;
}

/** Returns the names of the option groups, in the form that `--help <topic>` accepts. */
function topicsOf(program: Command): readonly string[] {
  return [...new Set(program.options.map(topicOf))];
}

function topicOf({ helpGroupHeading = FIRST_HEADING }: Option): string {
  return helpGroupHeading.toLowerCase().replace(/:$/, '');
}

/**
 * Resolves an abbreviated topic: `conf` is enough for `configuration`. An unknown topic leads to the first page, which
 * lists all topics.
 */
function pageOf(asked: string, topics: readonly string[]): string {
  if (asked === ALL || asked === FIRST_PAGE) return asked;
  return topics.find((topic) => topic.startsWith(asked.toLowerCase())) ?? FIRST_PAGE;
}

function optionsOn(page: string, program: Command): Option[] {
  const options = plain.visibleOptions(program);
  if (page === ALL) return options;
  if (page !== FIRST_PAGE) return options.filter((option) => topicOf(option) === page);
  const first = FIRST.flatMap((name) => options.find(({ long }) => long === name) ?? []);
  for (const option of first) option.helpGroup(FIRST_HEADING);
  return first;
}

/**
 * Returns Commander’s description of an option, but without the empty list that is the default of repeatable options.
 */
function optionDescription(option: Option): string {
  const isEmptyList = Array.isArray(option.defaultValue) && option.defaultValue.length === 0;
  return isEmptyList ? `${option.description} (repeatable)` : plain.optionDescription(option);
}

function subcommandTerm(command: Command): string {
  return `${command.name()} ${command.usage().replace('[options]', '').trim()}`.trimEnd();
}

function footOf(page: string, topics: readonly string[]): string {
  if (page === FIRST_PAGE) return `\n${more(topics)}\n${EXAMPLES}\n${EXIT_CODES}`;
  return page === ALL ? `\n${EXIT_CODES}` : `\n${more(topics)}`;
}

function more(topics: readonly string[]): string {
  const others = topics.filter((topic) => topic !== 'help');
  const rows = [
    ['replylint --help --all', 'all options'],
    ['replylint --help <topic>', `${others.slice(0, -1).join(', ')} or ${others.at(-1)}`],
    ['replylint <command> --help', 'show the options for a command'],
  ];
  return `More options:\n${rows.map(([term = '', text = '']) => plain.formatItem(term, 28, text, plain)).join('\n')}\n`;
}

const EXAMPLES = `Examples:
  replylint macros/                      lint a folder
  replylint zendesk-macros.json          lint an export
  replylint -o sarif:replies.sarif       add a report for code scanning
  replylint list macros/                 list the replies in a folder
  replylint explain no-blame-shifting    show what a rule asks for, and why
`;

const EXIT_CODES = `Exit codes:
  0  nothing to report (warnings are allowed up to --max-warnings)
  1  at least one error, or more warnings than allowed
  2  invalid usage or configuration, no replies found, a file that could not be
     checked, or a report that could not be written`;
