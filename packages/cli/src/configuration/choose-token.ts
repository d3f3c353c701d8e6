import type { CommandIo } from '../process/command-io.ts';

/** Where the token of the environment may go: the Spaces of Hugging Face, never in clear text, and this machine. */
const TRUSTED_ORIGINS = /^(?:https:\/\/[^/]+\.hf\.space|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)$/u;

/** The options that decide on the token. */
export interface TokenOptions {
  /** What `--token` says. */
  readonly token?: string | undefined;
  /** Address of another Space. */
  readonly url?: string | undefined;
  /** Whether the Space runs inside this process. */
  readonly embedded: boolean;
}

/** The token of a run, and what to say about it. */
export interface ChosenToken {
  readonly token?: string | undefined;
  readonly notice?: string | undefined;
}

/**
 * Chooses the token of a run: `--token`, else `HF_TOKEN`.
 *
 * `HF_TOKEN` stands in the environment for other programs too, so it goes to no stranger that `--url` names. A token that
 * was typed goes wherever the command was pointed at, and the embedded Space needs none.
 */
export function chooseToken({ token, url, embedded }: TokenOptions, env: CommandIo['env']): ChosenToken {
  if (embedded) return {};
  const typed = filled(token);
  if (typed !== undefined) return { token: typed };
  const inherited = filled(env['HF_TOKEN']);
  if (inherited === undefined || url === undefined || !URL.canParse(url)) return { token: inherited };
  const { origin } = new URL(url);
  if (TRUSTED_ORIGINS.test(origin)) return { token: inherited };
  return { notice: `HF_TOKEN is not sent to ${origin}; --token sends one there.` };
}

/** Every token that must not be printed, used or not. */
export function knownTokens(argv: readonly string[], env: CommandIo['env']): readonly string[] {
  const typed = argv.flatMap((argument, index) => {
    if (argument.startsWith('--token=')) return [argument.slice('--token='.length)];
    return argument === '--token' ? [argv[index + 1]] : [];
  });
  return [...typed, env['HF_TOKEN']].map(filled).filter((token) => token !== undefined);
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
