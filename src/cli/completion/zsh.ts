import type { Completable, Values } from './words.js';

/** Generates a completion script for zsh. Users can source it, or save it as `_replylint` in a folder of `fpath`. */
export function forZsh(commands: readonly Completable[]): string {
  const subcommands = commands.filter(({ name }) => name !== '');
  const afterFlags = commands.flatMap(({ name, flags }) =>
    flags.flatMap(({ spellings, values }) =>
      values === undefined
        ? []
        : [`    (${spellings.map((one) => `'${name} ${one}'`).join('|')}) ${given(values)}; return ;;`],
    ),
  );
  const cases = commands.map(({ name, flags, argument }) => {
    const options = flags.flatMap(({ spellings, description }) => spellings.map((one) => described(one, description)));
    const first = name === '' ? "_describe 'command' subcommands; " : '';
    return `    ('${name}')
      if [[ $PREFIX == -* ]]; then
        described=(${options.join(' ')})
        _describe -o 'option' described
      else
        ${first}${argument ? given(argument) : ':'}
      fi ;;`;
  });
  return `#compdef replylint
# Completion of replylint in zsh. In ~/.zshrc, after compinit: source <(replylint completion zsh)
_replylint() {
  local command='' word previous=\${words[CURRENT-1]}
  local -a described subcommands
  subcommands=(${subcommands.map(({ name, description }) => described(name, description)).join(' ')})
  for word in \${words[2,CURRENT-1]}; do
    case $word in (${subcommands.map(({ name }) => name).join('|')}) command=$word; break ;; esac
  done
  if [[ $PREFIX == --*=* ]]; then previous=\${PREFIX%%=*}; compset -P '*='; fi
  case "$command $previous" in
${afterFlags.join('\n')}
  esac
  case $command in
${cases.join('\n')}
  esac
}
if [[ \${funcstack[1]} == _replylint ]]; then _replylint "$@"; else compdef _replylint replylint; fi
`;
}

function given(values: Values): string {
  if (values === 'files') return '_files';
  return values === 'anything' ? ':' : `compadd -- ${values.join(' ')}`;
}

/** Formats a word and its description in the syntax of `_describe`. */
function described(word: string, meaning: string): string {
  return `'${word.replaceAll(':', '\\:')}:${meaning.replaceAll("'", "'\\''")}'`;
}
