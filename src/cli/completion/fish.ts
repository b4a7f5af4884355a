import type { Completable, Flag, Values } from './words.js';

/** Generates a completion script for fish. */
export function forFish(commands: readonly Completable[]): string {
  const subcommands = commands.filter(({ name }) => name !== '');
  const names = subcommands.map(({ name }) => name).join(' ');
  const lines = [
    '# Completion of replylint in fish: replylint completion fish > ~/.config/fish/completions/replylint.fish',
    ...subcommands.map(
      ({ name, description }) =>
        `complete -c replylint -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d ${quoted(description)}`,
    ),
    ...commands.flatMap(({ name, flags, argument }) => {
      const when = name === '' ? `not __fish_seen_subcommand_from ${names}` : `__fish_seen_subcommand_from ${name}`;
      const start = `complete -c replylint -n '${when}'`;
      return [
        ...(argument === 'files' ? [] : [`${start} -f${argument ? words(argument) : ''}`]),
        ...flags.map((flag) => `${start} ${spelled(flag)} -d ${quoted(flag.description)}${follows(flag.values)}`),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function spelled({ spellings }: Flag): string {
  return spellings.map((one) => (one.startsWith('--') ? `-l ${one.slice(2)}` : `-s ${one.slice(1)}`)).join(' ');
}

function follows(values: Values | undefined): string {
  if (values === undefined) return '';
  if (values === 'files') return ' -r -F';
  return values === 'anything' ? ' -x' : ` -x${words(values)}`;
}

function words(values: Values): string {
  return typeof values === 'string' ? '' : ` -a '${values.join(' ')}'`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
