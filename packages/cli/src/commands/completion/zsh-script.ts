import { programOptions, type CompletedCommand, type CompletedOption, type CompletedValue } from './completion-model.ts';

/** Writes the completion for zsh; it can be sourced, or stand in a file `_hypotez` of `$fpath`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef hypotez
# Completion of hypotez for zsh. In ~/.zshrc, behind compinit: source <(hypotez completion zsh)

_hypotez() {
  local context state state_descr line
  typeset -A opt_args
  local -a hypotez_commands
  hypotez_commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
  )
  _arguments -C \\
${programOptions.map((option) => `    ${specification(option)} \\`).join('\n')}
    '1: :->command' '*:: :->words'
  case "$state" in
    command) _describe -t commands command hypotez_commands ;;
    words)
      case "$line[1]" in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}

if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then _hypotez "$@"; else compdef _hypotez hypotez; fi
`;
}

function commandCase({ name, options, words }: CompletedCommand): string {
  const specifications = [...options.map(specification), ...words.map((word) => quoted(`:${escaped(word.name)}:${action(word.value)}`))];
  return `        ${name})
          _arguments \\
${specifications.map((one) => `            ${one}`).join(' \\\n')} ;;`;
}

function specification({ long, short, description, value, repeated = false }: CompletedOption): string {
  const text = `[${description.replace(/[[\]\\]/gu, String.raw`\$&`)}]`;
  const behind = value === undefined ? '' : `:${long.slice(2)}:${action(value)}`;
  const longForm = quoted(`${repeated ? '*' : ''}${long}${value === undefined ? '' : '='}${text}${behind}`);
  if (short === undefined) return longForm;
  return `${quoted(`(${long} ${short})${long}${value === undefined ? '' : '='}${text}${behind}`)} ${quoted(`(${long} ${short})${short}${text}${behind}`)}`;
}

function action(value: CompletedValue): string {
  if (value === 'file') return '_files';
  // A blank: there is something, but it cannot be known.
  return value === 'any' ? ' ' : `(${value.map(escaped).join(' ')})`;
}

function escaped(text: string): string {
  return text.replace(/[:\\()]/gu, String.raw`\$&`);
}

function quoted(text: string): string {
  return `'${text.replaceAll(`'`, `'\\''`)}'`;
}
