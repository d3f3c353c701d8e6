import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../errors/usage-error.ts';
import type { CommandIo } from '../process/command-io.ts';

/** How pictures are sent to a terminal. */
export type ImageProtocol = 'kitty' | 'iterm' | 'sixel';

const CHOICES = ['kitty', 'iterm', 'sixel', 'none'] as const;

/** Values of `TERM` and `TERM_PROGRAM` by which terminals with a protocol of their own make themselves known. */
const BY_NAME: Readonly<Record<string, ImageProtocol>> = {
  'xterm-kitty': 'kitty',
  'xterm-ghostty': 'kitty',
  ghostty: 'kitty',
  'iTerm.app': 'iterm',
  WezTerm: 'iterm',
  mintty: 'iterm',
};

/** Set by terminals that never speak kitty's protocol by its variable, which they inherit when they are started from kitty. */
const OTHER_TERMINALS = ['XTERM_VERSION', 'VTE_VERSION', 'KONSOLE_VERSION', 'TERM_PROGRAM'];

/**
 * The protocol by what the environment says: `HYPOTEZ_IMAGES`, else the names of known terminals. `undefined` means that the
 * terminal itself has to be asked.
 *
 * @throws {UsageError} when `HYPOTEZ_IMAGES` is none of `kitty`, `iterm`, `sixel`, `none`.
 */
export function protocolByEnvironment(env: CommandIo['env'], settings: Settings): ImageProtocol | 'none' | undefined {
  const chosen = settings.find('HYPOTEZ_IMAGES')?.value;
  if (chosen !== undefined) {
    const choice = CHOICES.find((name) => name === chosen);
    if (choice === undefined) throw new UsageError(`HYPOTEZ_IMAGES is ${JSON.stringify(chosen)}; allowed are ${CHOICES.join(', ')}.`);
    return choice;
  }
  // A multiplexer draws the screen itself; the names are those of the terminal around it, which hears nothing of this.
  if (isSet(env['TMUX']) || isSet(env['STY']) || /^(?:screen|tmux)/u.test(env['TERM'] ?? '')) return undefined;
  const named = BY_NAME[env['TERM'] ?? ''] ?? BY_NAME[env['TERM_PROGRAM'] ?? ''];
  if (named !== undefined) return named;
  // What iTerm2 sends along over SSH, where TERM_PROGRAM does not go.
  if (env['LC_TERMINAL'] === 'iTerm2') return 'iterm';
  return isSet(env['KITTY_WINDOW_ID']) && !OTHER_TERMINALS.some((name) => isSet(env[name])) ? 'kitty' : undefined;
}

function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== '';
}
