import type { Completable, Values } from './words.js';

/** Generates a completion script for bash 3.2 or later. */
export function forBash(commands: readonly Completable[]): string {
  const subcommands = commands.map(({ name }) => name).filter((name) => name !== '');
  return `# Completion of replylint in bash. In ~/.bashrc: source <(replylint completion bash)
_replylint_words() {
  local word
  for word in $(compgen -W "$1" -- "$cur"); do COMPREPLY+=("$word"); done
}
_replylint_files() {
  local file
  compopt -o filenames 2> /dev/null
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
}
_replylint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' i
  COMPREPLY=()
  # bash takes \`=\` for a word of its own.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${subcommands.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  case "$command $prev" in
${commands.flatMap(casesAfterFlags).join('\n')}
  esac
  case $command in
${commands.map((command) => caseOf(command, subcommands)).join('\n')}
  esac
}
complete -F _replylint replylint
`;
}

/** Returns the cases that complete the value of each flag of a command. */
function casesAfterFlags({ name, flags }: Completable): string[] {
  return flags.flatMap(({ spellings, values }) =>
    values === undefined
      ? []
      : [`    ${spellings.map((one) => `'${name} ${one}'`).join('|')}) ${given(values)}; return ;;`],
  );
}

/**
 * Returns the case that completes the flags and arguments of a command. The first argument of the program itself can be
 * a subcommand.
 */
function caseOf({ name, flags, argument }: Completable, subcommands: readonly string[]): string {
  const words = flags.flatMap(({ spellings }) => spellings).join(' ');
  const first = name === '' ? `_replylint_words '${subcommands.join(' ')}'; ` : '';
  return `    '${name}') if [[ $cur == -* ]]; then _replylint_words '${words}'; else ${first}${argument ? given(argument) : ':'}; fi ;;`;
}

function given(values: Values): string {
  if (values === 'files') return '_replylint_files';
  return values === 'anything' ? ':' : `_replylint_words '${values.join(' ')}'`;
}
