import { programOptions, type CompletedCommand, type CompletedOption, type CompletedValue } from './completion-model.ts';

/**
 * Writes the completion for bash, 3.2 and later.
 *
 * bash takes `:` and `=` for the ends of words, so the word is cut out of the line itself, and what is offered begins behind
 * the last of them.
 */
export function bashScript(commands: readonly CompletedCommand[]): string {
  return `# Completion of hypotez for bash. In ~/.bashrc: eval "$(hypotez completion bash)"

_hypotez_offer() {
  local typed="$1" lead="$2" candidate cut=''
  shift 2
  if [[ "$COMP_WORDBREAKS" == *:* && "$typed" == *:* ]]; then cut="\${typed%"\${typed##*:}"}"; fi
  for candidate in "$@"; do
    if [[ "$candidate" == "$typed"* ]]; then COMPREPLY+=("$lead\${candidate#"$cut"}"); fi
  done
}

_hypotez_value() {
  case "$1" in
${valueCases(commands)}
    *) return 1 ;;
  esac
  return 0
}

_hypotez() {
  COMPREPLY=()
  local line="\${COMP_LINE:0:COMP_POINT}"
  local current="\${line##*[[:space:]]}" lead='' command previous
  local -a words
  read -ra words <<< "\${line%"$current"}"
  command="\${words[1]:-}"
  previous="\${words[\${#words[@]}-1]}"
  if (( \${#words[@]} < 2 )); then
    _hypotez_offer "$current" '' ${[...commands.map(({ name }) => name), ...programOptions.flatMap(names)].join(' ')}
    return
  fi
  if [[ "$current" == --*=* ]]; then
    previous="\${current%%=*}"
    if [[ "$COMP_WORDBREAKS" != *=* ]]; then lead="$previous="; fi
    current="\${current#*=}"
  fi
  if [[ "$previous" == -* ]] && _hypotez_value "$command $previous"; then return; fi
  if [[ "$current" == -* ]]; then
    case "$command" in
${commands.map(({ name, options }) => `      ${name}) _hypotez_offer "$current" '' ${options.flatMap(names).join(' ')} ;;`).join('\n')}
    esac
    return
  fi
  _hypotez_value "$command"
}

complete -o default -F _hypotez hypotez
`;
}

/** Where no file fits; bash 3.2 cannot be told so, and offers files where nothing else is. */
const NO_FILES = 'compopt +o default 2>/dev/null';

function names({ long, short }: CompletedOption): readonly string[] {
  return short === undefined ? [long] : [long, short];
}

/** A place in which something can be offered, as a pattern: `show` for its words, `generate --model` for an option. */
interface Place {
  readonly pattern: string;
  readonly value: CompletedValue;
}

function valueCases(commands: readonly CompletedCommand[]): string {
  const places = commands.flatMap(({ name, options, words }): readonly Place[] => [
    { pattern: `'${name}'`, value: words[0]?.value ?? 'any' },
    ...options.flatMap(({ value, ...option }) => (value === undefined ? [] : [{ pattern: names(option).map((one) => `'${name} ${one}'`).join('|'), value }])),
  ]);
  const patterns = (wanted: CompletedValue): string => places.filter(({ value }) => value === wanted).map(({ pattern }) => pattern).join('|');
  return [
    // Nothing is offered, so that `-o default` brings files.
    `    ${patterns('file')}) ;;`,
    `    ${patterns('any')}) ${NO_FILES} ;;`,
    ...places.flatMap(({ pattern, value }) => (typeof value === 'string' ? [] : [`    ${pattern}) ${NO_FILES}; _hypotez_offer "$current" "$lead" ${value.join(' ')} ;;`])),
  ].join('\n');
}
