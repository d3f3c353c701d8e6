import type { CommandInput } from '../../command-line/command.ts';
import { UsageError } from '../../errors/usage-error.ts';

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
  readonly json: boolean;
  /** Whether the Space runs inside this process. */
  readonly embedded: boolean;
}

/**
 * Reads what was typed.
 *
 * @throws {UsageError} when a number is none, or two options exclude each other.
 */
export function readGenerateOptions({ arguments: [prompt = ''], options }: CommandInput): GenerateOptions {
  const url = options.text('--url');
  const embedded = options.flag('--embedded');
  if (embedded && url !== undefined) throw new UsageError('--embedded and --url exclude each other.');
  const seconds = options.number('--timeout');
  return {
    prompt,
    model: options.text('--model') ?? 'sd-3.5',
    negativePrompt: options.text('--negative'),
    aspectRatio: options.text('--aspect'),
    width: options.number('--width'),
    height: options.number('--height'),
    seed: options.number('--seed'),
    numInferenceSteps: options.number('--steps'),
    guidanceScale: options.number('--guidance'),
    output: options.text('--output'),
    url,
    token: options.text('--token'),
    timeoutMs: seconds === undefined ? undefined : Math.round(seconds * 1000),
    json: options.flag('--json'),
    embedded,
  };
}
