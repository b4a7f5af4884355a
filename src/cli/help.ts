import { type Command, Help, type Option } from 'commander';

/** The width that help is wrapped to, in columns. */
export const HELP_WIDTH = 80;

/** The options on the first page, in this order: the ones most people need. */
const FIRST = ['--fix', '--format', '--config', '--rule', '--max-warnings'];
const FIRST_HEADING = 'Options:';
const ALL = 'all';
/** Asks for the first page. */
const FIRST_PAGE = '';

const plain = new Help();

/**
 * What the user asks help about.
 * @returns `all` for `--help --all`, otherwise the word after `--help` or `help`, which is empty if there is none;
 * undefined without either
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
 * Sets up the help of a program: a first page with few options, a page for each group of options, and a page with all.
 * @param topic as `helpTopic` returns it; undefined changes nothing
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

/** True for the name of an option group, or the start of one. */
export function isTopic(word: string, program: Command): boolean {
  return pageOf(word, topicsOf(program)) !== FIRST_PAGE;
}

/** The option groups, as words for `--help <topic>`. */
function topicsOf(program: Command): readonly string[] {
  return [...new Set(program.options.map(topicOf))];
}

function topicOf({ helpGroupHeading = FIRST_HEADING }: Option): string {
  return helpGroupHeading.toLowerCase().replace(/:$/, '');
}

/** `conf` is enough for `configuration`. Anything unknown leads to the first page, which lists the topics. */
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

/** Commander’s description, without the empty list that is the default of repeatable options. */
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
    ['replylint <command> --help', 'show the options of a command'],
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
  2  wrong usage or configuration, no replies found, a file that could not be
     checked, or a report that could not be written`;
