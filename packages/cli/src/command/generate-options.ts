import { UsageError } from '../errors/usage-error.ts';
import { readNumber } from './read-number.ts';

/** The options of `generate` as they were typed. */
export interface TypedOptions {
  readonly model: string;
  readonly negative?: string;
  readonly aspect?: string;
  readonly width?: string;
  readonly height?: string;
  readonly seed?: string;
  readonly steps?: string;
  readonly guidance?: string;
  readonly output?: string;
  readonly url?: string;
  readonly token?: string;
  readonly timeout?: string;
  readonly json?: true;
  readonly embedded?: true;
}

/** What `generate` was asked for, numbers read. */
export interface GenerateOptions {
  readonly prompt: string;
  readonly model: string;
  readonly negativePrompt?: string | undefined;
  /** Width to height, such as `16:9`. */
  readonly aspectRatio?: string | undefined;
  /** Pixels. */
  readonly width?: number | undefined;
  /** Pixels. */
  readonly height?: number | undefined;
  readonly seed?: number | undefined;
  readonly numInferenceSteps?: number | undefined;
  readonly guidanceScale?: number | undefined;
  /** File or folder for the picture. Default: the current folder. */
  readonly output?: string | undefined;
  /** Address of another Space. */
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly timeoutMs?: number | undefined;
  /** Whether the Space runs inside this process. */
  readonly embedded: boolean;
}

/**
 * Reads what was typed.
 *
 * @throws {UsageError} when a number is none, or two options exclude each other.
 */
export function readOptions(prompt: string, typed: TypedOptions): GenerateOptions {
  const { model, negative, aspect, output, url, token, embedded = false } = typed;
  if (embedded && url !== undefined) throw new UsageError('--embedded and --url exclude each other.');
  const seconds = readNumber('--timeout', typed.timeout);
  return {
    prompt,
    model,
    negativePrompt: negative,
    aspectRatio: aspect,
    width: readNumber('--width', typed.width),
    height: readNumber('--height', typed.height),
    seed: readNumber('--seed', typed.seed),
    numInferenceSteps: readNumber('--steps', typed.steps),
    guidanceScale: readNumber('--guidance', typed.guidance),
    output,
    url,
    token,
    timeoutMs: seconds === undefined ? undefined : Math.round(seconds * 1000),
    embedded,
  };
}
