import type { OptionOrigin } from '../command-line/option-values.ts';
import type { Settings } from './settings.ts';

/** Where the token of the environment may go: the Spaces of Hugging Face, never in clear text, and this machine. */
const TRUSTED_ORIGINS = /^(?:https:\/\/[^/]+\.hf\.space|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)$/u;

/** The options that decide on the token. */
export interface TokenOptions {
  /** What `--token` says. */
  readonly token?: string | undefined;
  /** Address of another Space. */
  readonly url?: string | undefined;
  /** Who named that address. */
  readonly urlOrigin?: OptionOrigin | undefined;
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
 * `HF_TOKEN` stands in the environment for other programs too, so it goes to no stranger that `--url` names, and to no
 * address of a `.env` file, which may have come with somebody else's folder. A token that was typed goes wherever the
 * command was pointed at, and the embedded Space needs none.
 */
export function chooseToken({ token, url, urlOrigin, embedded }: TokenOptions, settings: Settings): ChosenToken {
  if (embedded) return {};
  const typed = token?.trim() ?? '';
  if (typed !== '') return { token: typed };
  const inherited = settings.find('HF_TOKEN');
  if (inherited === undefined || url === undefined || !URL.canParse(url)) return { token: inherited?.value };
  const { origin } = new URL(url);
  if (urlOrigin === '.env' && inherited.source === 'environment') {
    return { notice: `HF_TOKEN of the environment is not sent to ${origin}, which the .env file names; --token sends one there.` };
  }
  if (TRUSTED_ORIGINS.test(origin)) return { token: inherited.value };
  return { notice: `HF_TOKEN is not sent to ${origin}; --token sends one there.` };
}
