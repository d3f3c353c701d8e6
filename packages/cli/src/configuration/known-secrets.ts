import { KEY_VARIABLES } from './key-variables.ts';
import type { Settings } from './settings.ts';

/** Every token, and every password of a proxy, that must not be printed, used or not. */
export function knownSecrets(argv: readonly string[], settings: Settings): readonly string[] {
  const tokens = [...typedValues(argv, '--token'), ...KEY_VARIABLES.flatMap((name) => settings.all(name)).map(({ value }) => value)];
  const proxies = [...typedValues(argv, '--proxy'), ...settings.all('HYPOTEZ_PROXY').map(({ value }) => value)];
  return [...tokens, ...proxies.flatMap(passwordOf)].map((text) => text.trim()).filter((text) => text !== '');
}

/** The values of an option in both spellings, whether the rest of the command line makes sense or not. */
function typedValues(argv: readonly string[], option: string): readonly string[] {
  return argv.flatMap((argument, index) => {
    if (argument.startsWith(`${option}=`)) return [argument.slice(option.length + 1)];
    return argument === option ? [argv[index + 1] ?? ''] : [];
  });
}

/** As it was written and as it is meant. */
function passwordOf(proxy: string): readonly string[] {
  const { password } = URL.canParse(proxy) ? new URL(proxy) : { password: '' };
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
