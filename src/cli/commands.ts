/** The names of the subcommands. */
export const COMMANDS = [
  'list',
  'show',
  'report',
  'rules',
  'explain',
  'init',
  'version',
  'completion',
  'help',
] as const;
