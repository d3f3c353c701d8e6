import { gradioVersions, spaceStates, zeroGpuFailures, type SpaceOptions } from '@hypotez/gradio-emulator';
import type { OptionValues } from '../../command-line/option-values.ts';
import { UsageError } from '../../errors/usage-error.ts';

/** Longest time that a timer of the runtime can hold, in milliseconds. */
const LONGEST_MS = 2_147_483_647;

/**
 * Reads how the Space is to be.
 *
 * @throws {UsageError} when a value is out of range or none that the emulator knows.
 */
export function readSpaceOptions(options: OptionValues): SpaceOptions {
  const whole = (name: string, min: number, max = Number.MAX_SAFE_INTEGER): number | undefined => {
    const value = options.number(name);
    if (value === undefined || (Number.isSafeInteger(value) && value >= min && value <= max)) return value;
    throw new UsageError(`${name} is ${value}; allowed is a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? '' : ` to ${max}`}.`);
  };
  return present({
    port: whole('--port', 0, 65_535),
    gradioVersion: oneOf('--gradio-version', options.text('--gradio-version'), gradioVersions),
    previews: options.flag('--previews'),
    stepMs: whole('--step-time', 0, LONGEST_MS),
    progressMs: whole('--progress-time', 0, LONGEST_MS),
    heartbeatMs: whole('--heartbeat-time', 1, LONGEST_MS),
    maximumQueueSize: whole('--queue-size', 0),
    concurrency: whole('--concurrency', 1),
    state: oneOf('--state', options.text('--state'), spaceStates),
    wakeMs: whole('--wake-time', 0, LONGEST_MS),
    zeroGpu: oneOf('--zero-gpu', options.text('--zero-gpu'), zeroGpuFailures),
    restartAtStep: whole('--restart-at-step', 1),
    showError: options.flag('--show-error'),
    maximumFileSize: whole('--maximum-upload', 1),
    token: options.text('--token'),
    login: readLogin(options.text('--login')),
  });
}

/** What can be said without code. A new option of the emulator is missed here by the compiler. */
type ScriptableOption = Exclude<keyof SpaceOptions, 'host' | 'functions' | 'intercept'>;

/** Without the properties that nobody set: the emulator has defaults of its own. */
function present(options: { readonly [Name in ScriptableOption]: SpaceOptions[Name] | undefined }): SpaceOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function oneOf<Word extends string>(name: string, text: string | undefined, words: readonly Word[]): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((one) => one === text);
  if (word === undefined) throw new UsageError(`${name} is one of ${words.join(', ')}.`);
  return word;
}

function readLogin(text: string | undefined): SpaceOptions['login'] | undefined {
  if (text === undefined) return undefined;
  const [, username, password] = /^([^:]+):(.+)$/su.exec(text) ?? [];
  // Not repeated: half of it may be a password.
  if (username === undefined || password === undefined) throw new UsageError('--login is a name and a password with a colon between them.');
  return { username, password };
}
